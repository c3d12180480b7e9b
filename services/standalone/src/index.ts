export { ROLES, type Role } from './roles.js';
export * from './settings.js';
export * from './standalone.js';
export type { RunningApp } from './start-app.js';
