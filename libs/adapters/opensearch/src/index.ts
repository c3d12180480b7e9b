export { indexDefinition } from './index-definition.js';
export { toSource } from './to-source.js';
export { openOpenSearch, type IndexBuilding, type OpenSearchEngine, type OpenSearchOptions } from './open-search-engine.js';
