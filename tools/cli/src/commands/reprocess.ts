import { Option, type Command } from 'commander';
import { addServerOptions, parseCount, type ServerOptions } from '../options.js';

export interface ReprocessOptions extends ServerOptions {
  source?: string;
  since?: string;
  olderThanRevision?: number;
  failed?: boolean;
  dryRun?: boolean;
}

export function addReprocess(program: Command): void {
  const command = program
    .command('reprocess')
    .description('split documents again from their kept originals, by the rules of today; says first how much that is')
    .option('--source <id>', 'documents of this source')
    .option('--since <time>', 'received since this day or time, ISO 8601')
    .addOption(new Option('--older-than-revision <revision>', 'split by older rules than these; an event has them as splitRevision').argParser(parseCount))
    .option('--failed', 'documents that gave no article')
    .option('--dry-run', 'only say how much it would be');
  addServerOptions(command).action(async (options: ReprocessOptions) => {
    const { reprocess } = await import('../reprocess.js');
    await reprocess(options);
  });
}
