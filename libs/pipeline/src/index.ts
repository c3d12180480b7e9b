export * from './clock.js';
export * from './codec.js';
export * from './lay-pipe.js';
export * from './map-in-turns.js';
export { type Settled } from './messages.js';
export * from './outcome.js';
export * from './runner.js';
export { describe } from './settle.js';
export * from './stage.js';
