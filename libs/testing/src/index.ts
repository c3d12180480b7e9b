export * from './in-memory-message-log.js';
