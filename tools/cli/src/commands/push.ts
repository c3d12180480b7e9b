import { Option, type Command } from 'commander';
import { addHintOptions, addServerOptions, parseCount, typeOption, type HintOptions, type ServerOptions } from '../options.js';

export interface PushOptions extends ServerOptions, HintOptions {
  lane: string;
  source: string;
  type?: string;
  journal?: string;
  patience: number;
  wait?: boolean;
}

export function addPush(program: Command): void {
  const command = program
    .command('push')
    .description('send files, folders and NDJSON to a server; a push that was interrupted goes on where it stopped')
    .argument('<path...>', 'files, or folders with all below them; - is NDJSON on stdin');
  addServerOptions(addHintOptions(command))
    .addOption(new Option('--lane <lane>', 'live never waits behind backfill').choices(['live', 'backfill']).default('live'))
    .option('--source <id>', 'who delivers', 'cli')
    .addOption(typeOption())
    .option('--journal <file>', 'where to keep what the server has; kept afterwards (~/.wenliu/push/, removed at the end)')
    .addOption(new Option('--patience <seconds>', 'how long to try again when the server is away or behind').argParser(parseCount).default(300))
    .option('--wait', 'return when all documents are searchable')
    .action(async (paths: string[], options: PushOptions) => {
      const { push } = await import('../push/push.js');
      await push(paths, options);
    });
}
