// What runs without a server: the pure parts, so that whoever imports them starts no framework.
export { indexedArticle } from './domain/indexed-article.js';
export { toSearchDocument } from './domain/to-stored.js';
