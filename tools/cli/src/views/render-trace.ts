import type { DocumentView, Trace } from '@wenliu/contracts';
import { toTable } from './table.js';

/** Where it went and why, oldest first; a document with what became of its articles. */
export function renderTrace({ hops }: Trace, document: DocumentView | null): string {
  const rows = hops.map(({ at, service, stage, outcome, version, reason, detail }) => [
    at,
    `${service}/${stage}`,
    outcome,
    version === null ? '' : `version ${version}`,
    [reason, detail].filter((part) => part !== null).join(': '),
  ]);
  const lines = rows.length === 0 ? 'received; no stage has handled it yet\n' : toTable(rows);
  return document === null ? lines : `${renderDocument(document)}${lines}${renderArticles(document)}`;
}

function renderDocument({ id, name, state, mediaType, bytes, source, lane, receivedAt }: DocumentView): string {
  return `document ${name ?? id}: ${state}\n${mediaType}, ${bytes} bytes, from ${source.name} (${lane}), received ${receivedAt}\n\n`;
}

function renderArticles({ articles }: DocumentView): string {
  if (articles.length === 0) return '';
  return `\n${toTable(articles.map(({ id, state, title }) => [id, state, title ?? '(no title)']))}`;
}
