export * from './ingest.module.js';
export { ingestSettings } from './ingest.settings.js';
export { Receiver } from './receiver.js';
