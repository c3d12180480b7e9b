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
  const { DocumentView, TaggedArticle, Trace } = await import('@wenliu/contracts');
  const { renderTrace } = await import('../views/render-trace.js');
  const client = createClient(options);
  const path = encodeURIComponent(id);
  const found = await client.get(`/v1/articles/${path}/trace`, Trace);
  // An article's id is no document's, and an article may not be stored yet.
  const orNull = (error: unknown): null => {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  };
  const document = await client.get(`/v1/documents/${path}`, DocumentView).catch(orNull);
  if (options.json === true) return printJson(document === null ? found : { ...found, document });
  const about = TaggedArticle.pick({ title: true, version: true, documentId: true });
  const article = document === null ? await client.get(`/v1/articles/${path}`, about).catch(orNull) : null;
  await print(renderTrace(found, { document, article }));
}
