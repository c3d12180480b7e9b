import { articleText, FACET_FIELDS, type FacetField } from '@wenliu/contracts/plain';
import { articleDate, facetKey, facetsOf } from './facets.js';
import type { SearchedArticle } from './searched-article.js';
import { unitKey } from './unit-key.js';

/** What a query is asked of. Made once for an article, however many queries look at it. */
export interface SearchableArticle {
  /** Unit keys: see `unitKey`. */
  title: string;
  text: string;
  /** Facet keys: see `facetKey`. */
  facets: Record<FacetField, string[]>;
  /** `YYYY-MM-DD` */
  date: string | null;
}

/** What `title:` looks in: the whole headline. */
export function searchedTitle({ kicker, title, subtitle }: SearchedArticle): string {
  return [kicker, title, subtitle].filter((line) => line !== null).join('\n');
}

/** What a word or phrase is looked for in beside the headline: all that is printed of the article. */
export function searchedText(article: SearchedArticle): string {
  const captions = article.captions.flatMap(({ text, credit }) => [text, credit]);
  const text = articleText(article);
  // A dateline on a line of its own is not part of the text.
  const dateline = article.dateline === null || text.includes(article.dateline.raw) ? null : article.dateline.raw;
  return [dateline, text, ...captions, article.byline.raw].filter((line) => line !== null).join('\n');
}

export function toSearchable(article: SearchedArticle): SearchableArticle {
  const facets = facetsOf(article);
  for (const field of FACET_FIELDS) facets[field] = facets[field].map(facetKey);
  return {
    title: unitKey(searchedTitle(article)),
    text: unitKey(searchedText(article)),
    facets,
    date: articleDate(article),
  };
}
