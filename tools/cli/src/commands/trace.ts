import type { Command } from 'commander';
import { addServerOptions, type ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';

export function addTrace(program: Command): void {
  const command = program
    .command('trace')
    .description('where an article or a document went, and why')
    .argument('<id>', 'id of an article or a document');
  addServerOptions(command).action(trace);
}

async function trace(id: string, options: ServerOptions): Promise<void> {
  const { createClient, Refused } = await import('../api-client.js');
  const { DocumentView, Trace } = await import('@wenliu/contracts');
  const { renderTrace } = await import('../views/render-trace.js');
  const client = createClient(options);
  const found = await client.get(`/v1/articles/${encodeURIComponent(id)}/trace`, Trace);
  const document = await client.get(`/v1/documents/${encodeURIComponent(id)}`, DocumentView).catch((error: unknown) => {
    // An article's id is no document's.
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  });
  if (options.json === true) await printJson(document === null ? found : { ...found, document });
  else await print(renderTrace(found, document));
}
