export * from './article-store.js';
export { BucketSums } from './bucket-checksums.js';
export * from './errors.js';
export { gather } from './gather.js';
export type * from './index-building.js';
export * from './ledger.js';
export * from './message-log.js';
export * from './original-store.js';
export * from './search-index.js';
