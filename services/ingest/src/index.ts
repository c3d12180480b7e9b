export * from './ingest.module.js';
export { ingestSettings } from './ingest.settings.js';
export { Receiver } from './receiver.js';
export { documentId } from './domain/identity.js';
export { documentsOf } from './domain/intake.js';
export { resolveMediaType } from './domain/media-type.js';
export { splitDocument } from './domain/split-document.js';
