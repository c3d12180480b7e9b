import { Option, type Command } from 'commander';
import { jsonOption, parsePort } from '../options.js';

export interface UpOptions {
  port?: string;
  data?: string;
  inbox?: string;
  seeds: boolean;
  json?: boolean;
}

export function addUp(program: Command): void {
  program
    .command('up')
    .description('start everything on this machine; prints one line with the address when ready')
    .addOption(new Option('--port <port>', 'port to listen on, 0 for a free one (WENLIU_HTTP_PORT)').argParser(parsePort))
    .option('--data <folder>', 'folder for all data (WENLIU_DATA)')
    .option('--inbox <folder>', 'folder to watch for files (WENLIU_INGEST_INBOX)')
    .option('--no-seeds', 'do not load the sample pages on a first run')
    .addOption(jsonOption())
    .action(async (options: UpOptions) => {
      const { up } = await import('../up.js');
      await up(options);
    });
}
