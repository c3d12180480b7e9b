import { Argument, Option, type Command } from 'commander';
import { jsonOption, parsePort } from '../options.js';

export interface ServeOptions {
  port?: string;
  json?: boolean;
}

const ROLES = ['ingest', 'nlp', 'indexer', 'api'] as const;

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start services of the cluster profile in this process, over Kafka, MongoDB and OpenSearch; waits for those that are not there yet')
    .addArgument(new Argument('<role...>', 'which services').choices(ROLES))
    .addOption(new Option('--port <port>', 'port to listen on, 0 for a free one (WENLIU_HTTP_PORT)').argParser(parsePort))
    .addOption(jsonOption())
    .action(async (roles: (typeof ROLES)[number][], options: ServeOptions) => {
      const { serve } = await import('../serve.js');
      await serve([...new Set(roles)], options);
    });
}
