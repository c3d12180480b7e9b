export { indexDefinition } from './index-definition.js';
<<<<<<< HEAD
export { openOpenSearch, type OpenSearchEngine, type OpenSearchOptions } from './open-search-engine.js';
=======
export { toSource } from './to-source.js';
export { openOpenSearch, type IndexBuilding, type OpenSearchEngine, type OpenSearchOptions } from './open-search-engine.js';
>>>>>>> 6f106c4d1a80d1c70f65a5a2c0db5271fbf68a86
