export { DataInUse } from './data-lock.js';
export { openSqliteMaintenance } from './sqlite-maintenance.js';
export { openSqlite, type SqliteEngine } from './sqlite-engine.js';
