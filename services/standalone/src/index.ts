export * from './standalone.js';
export * from './standalone.settings.js';
