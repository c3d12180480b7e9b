export * from './api.js';
export * from './article.js';
export * from './article-text.js';
export { asyncApi } from './async-api.js';
export * from './document.js';
export { componentSchemas, schemaReference } from './json-schema.js';
export * from './outcome.js';
export * from './query.js';
export * from './topics.js';
