// `npm run engines -- up|down|status [NAME …]`: real engines for tests and for trying out the cluster profile.
import { down, status, up } from './commands.js';
import { ENGINE_NAMES, ENGINES, isEngineName } from './engine-table.js';
import { EngineMissing } from './engine-missing.js';

const USAGE = `usage: npm run engines -- up|down|status [${ENGINE_NAMES.join('|')} …]\n`;

const [command = '', ...names] = process.argv.slice(2);
const chosen = names.filter(isEngineName);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const commands: Readonly<Record<string, () => Promise<void>>> = {
  up: () => up(names.length > 0 ? chosen : ENGINE_NAMES.filter((name) => ENGINES[name].byDefault), print),
  down: () => down(names.length > 0 ? chosen : ENGINE_NAMES, print),
  status: () => status(print),
};

const run = commands[command];
if (run === undefined || chosen.length < names.length) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  await run().catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(`${cause instanceof EngineMissing ? 'missing: ' : ''}${said}\n`);
    process.exitCode = 1;
  });
}
