export * from './api.js';
export * from './article.js';
export * from './document.js';
export * from './outcome.js';
export * from './query.js';
export * from './topics.js';
