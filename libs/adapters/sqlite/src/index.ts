export { DataInUse } from './data-lock.js';
export { openSqlite, type SqliteEngine } from './sqlite-engine.js';
