export { articleDate, facetKey, facetsOf } from './facets.js';
export { highlight } from './highlight.js';
export { matches } from './matches.js';
export { nearParts } from './near.js';
export { parseQuery } from './parse-query.js';
export { rankedAs, roundScore } from './ranking.js';
export { QueryError } from './query-error.js';
export { searchedText, searchedTitle, toSearchable, type SearchableArticle } from './searchable.js';
export type { SearchedArticle } from './searched-article.js';
