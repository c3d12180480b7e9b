import { Command } from 'commander';
import { addUp } from './commands/up.js';
import { runProgram } from './run-program.js';
import { version } from './version.js';

const program = new Command('wenliu')
  .description('Chinese news, from printed page to searchable article.')
  .version(version)
  .showHelpAfterError('(wenliu --help lists the commands)');
addUp(program);
await runProgram(program, process.argv);
