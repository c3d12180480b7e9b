import { Command } from 'commander';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addMaintenance } from './commands/maintenance.js';
import { addPush } from './commands/push.js';
import { addQuarantine } from './commands/quarantine.js';
import { addReprocess } from './commands/reprocess.js';
import { addSegment } from './commands/segment.js';
import { addServe } from './commands/serve.js';
import { addSplit } from './commands/split.js';
import { addStatus } from './commands/status.js';
import { addTag } from './commands/tag.js';
import { addTail } from './commands/tail.js';
import { addTopics } from './commands/topics.js';
import { addTrace } from './commands/trace.js';
import { addUp } from './commands/up.js';
import { version } from './version.js';

/** Every command with its options; the table in docs is made from it. Commands load what they need when they run. */
export function createProgram(): Command {
  const program = new Command('wenliu')
    .description('Chinese news, from printed page to searchable article.')
    .version(version)
    .showHelpAfterError('(--help says what there is)')
    .exitOverride();
  addUp(program);
  addServe(program);
  addSplit(program);
  addTag(program);
  addSegment(program);
  addPush(program);
  addExport(program);
  addStatus(program);
  addTrace(program);
  addQuarantine(program);
  addTail(program);
  addTopics(program);
  addReprocess(program);
  addMaintenance(program);
  addDoctor(program);
  return program;
}
