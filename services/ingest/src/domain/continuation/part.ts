import type { RawArticle } from '@wenliu/contracts';

/** An article of which more may be printed on other pages of the same issue. */
export type Part = RawArticle;

/** Where the other parts of an article are to be looked for; `null` for one that is whole or of no known issue. */
export function issueOf(article: RawArticle): string | null {
  const { publication, issueDate, change } = article;
  if (publication === null || issueDate === null || change.kind !== 'created') return null;
  if (article.complete && article.continuedFrom === null && article.continuesTo === null) return null;
  return `${publication}|${issueDate}`;
}
