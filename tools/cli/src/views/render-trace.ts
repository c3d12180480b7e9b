import type { DocumentView, TaggedArticle, Trace } from '@wenliu/contracts';
import { toTable } from './table.js';

/** What the id turned out to be the id of. An article that is not stored yet is neither. */
export interface Traced {
  document: DocumentView | null;
  article: Pick<TaggedArticle, 'title' | 'version' | 'documentId'> | null;
}

/** Where it went and why, oldest first: an article with where it came from, a document with what became of its articles. */
export function renderTrace({ hops }: Trace, { document, article }: Traced): string {
  const rows = hops.map(({ at, service, stage, outcome, version, reason, detail }) => [
    at,
    `${service}/${stage}`,
    outcome,
    version === null ? '' : `version ${version}`,
    [reason, detail].filter((part) => part !== null).join(': '),
  ]);
  const lines = rows.length === 0 ? 'received; no stage has handled it yet\n' : toTable(rows);
  if (document !== null) return `${renderDocument(document)}${lines}${renderArticles(document)}`;
  return article === null ? lines : `${renderArticle(article)}${lines}`;
}

function renderDocument({ id, name, state, mediaType, bytes, source, lane, receivedAt }: DocumentView): string {
  return `document ${name ?? id}: ${state}\n${mediaType}, ${bytes} bytes, from ${source.name} (${lane}), received ${receivedAt}\n\n`;
}

function renderArticle({ title, version, documentId }: NonNullable<Traced['article']>): string {
  return `article ${title ?? '(no title)'}: version ${version}\nfrom document ${documentId}\n\n`;
}

function renderArticles({ articles }: DocumentView): string {
  if (articles.length === 0) return '';
  return `\n${toTable(articles.map(({ id, state, title }) => [id, state, title ?? '(no title)']))}`;
}
