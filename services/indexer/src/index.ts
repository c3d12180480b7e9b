export * from './indexer.module.js';
