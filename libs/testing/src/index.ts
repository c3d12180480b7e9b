export * from './builders.js';
export * from './fake-clock.js';
export * from './in-memory-message-log.js';
export * from './in-memory-original-store.js';
export * from './run-stage.js';
export * from './wait-for-outcome.js';
