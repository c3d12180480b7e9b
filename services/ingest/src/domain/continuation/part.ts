import type { RawArticle } from '@wenliu/contracts';

/** An article of which more may be printed on other pages of the same issue. */
export type Part = RawArticle;

/**
 * Where the other parts of an article are to be looked for; `null` for one that is whole or of no known issue. Of articles that came
 * apart from each other, not as the text of a page, or from nobody knows which page, only a mark says that there is more.
 */
export function issueOf(article: RawArticle, cameApart: boolean): string | null {
  const { publication, issueDate, change } = article;
  if (publication === null || issueDate === null || change.kind !== 'created') return null;
  const mayBePart = isMarked(article) || (!cameApart && article.page !== null && (!isWhole(article) || mayBeRest(article)));
  return mayBePart ? `${publication}|${issueDate}` : null;
}

/** It stops before its end, or says that it goes on elsewhere. */
export function isOpen({ complete, continuesTo }: Part): boolean {
  return !complete || continuesTo !== null;
}

/** A part with any mark is a first or last part by its own word. */
export function isMarked({ continuedFrom, continuesTo }: Part): boolean {
  return continuedFrom !== null || continuesTo !== null;
}

/** It begins and ends, and no mark says otherwise. */
export function isWhole(part: Part): boolean {
  return part.complete && !isMarked(part);
}

/** A rest whose mark is lost looks whole where it begins with a sentence; but a beginning has a name or a place over it. */
export function mayBeRest({ agency, byline, dateline }: Part): boolean {
  return agency === null && dateline === null && byline.authors.length === 0;
}
