export { FolderOriginalStore } from './folder-original-store.js';
