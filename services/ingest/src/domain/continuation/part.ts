import type { RawArticle } from '@wenliu/contracts';

/** An article of which more may be printed on other pages of the same issue. */
export type Part = RawArticle;

/** Where the other parts of an article are to be looked for; `null` for one that is whole or of no known issue. */
export function issueOf(article: RawArticle): string | null {
  const { publication, issueDate, change } = article;
  if (publication === null || issueDate === null || change.kind !== 'created') return null;
  if (isWhole(article) && !mayBeRest(article)) return null;
  return `${publication}|${issueDate}`;
}

/** It begins and ends, and no mark says otherwise. */
export function isWhole({ complete, continuedFrom, continuesTo }: Part): boolean {
  return complete && continuedFrom === null && continuesTo === null;
}

/** A rest whose mark is lost looks whole where it begins with a sentence; but a beginning has a name or a place over it. */
export function mayBeRest({ agency, byline, dateline }: Part): boolean {
  return agency === null && dateline === null && byline.authors.length === 0;
}
