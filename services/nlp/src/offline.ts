// What runs without a server: the pure parts, so that whoever imports them starts no framework.
export { createTools, type ToolOptions } from './create-tools.js';
export { tagArticle, type TagTools } from './domain/tag-article.js';
