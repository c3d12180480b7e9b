// What needs no schemas, for threads that only compute: loading zod costs each of them 20 MB.
export { articleText } from './article-text.js';
export { FACET_FIELDS, type FacetField, type Query, type TextField } from './query.js';
