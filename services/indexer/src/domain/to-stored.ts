import { createHash } from 'node:crypto';
import type { SearchDocument, StoredArticle } from '@wenliu/ports';
import { articleDate, facetsOf, searchedText, searchedTitle, type SearchedArticle } from '@wenliu/query';

/** What the article store keeps: the event's bytes, and beside them what decides about writing. */
export function toStored(article: SearchedArticle, body: Uint8Array): StoredArticle {
  return {
    id: article.id,
    version: article.version,
    documentId: article.documentId,
    contentHash: contentHash(article),
    retracted: article.change.kind === 'retracted' || article.change.kind === 'superseded',
    body,
  };
}

/** What an article says, without when and how it came here: the same article through another door has the same hash. */
function contentHash(article: SearchedArticle): string {
  const { publication, issueDate, page, kicker, title, subtitle, byline, agency, dateline, paragraphs, captions, url, change } = article;
  const said = [publication, issueDate, page, kicker, title, subtitle, byline, agency, dateline, paragraphs, captions, url, change.kind];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

export function toSearchDocument(article: SearchedArticle): SearchDocument {
  return {
    id: article.id,
    version: article.version,
    deleted: article.change.kind === 'retracted' || article.change.kind === 'superseded',
    date: articleDate(article),
    title: searchedTitle(article),
    text: searchedText(article),
    facets: facetsOf(article),
  };
}
