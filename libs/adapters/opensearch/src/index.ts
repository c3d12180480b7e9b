export { indexDefinition } from './index-definition.js';
export { openOpenSearch, type OpenSearchEngine, type OpenSearchOptions } from './open-search-engine.js';
export { toSource } from './to-source.js';
