import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface OpenOptions {
  cacheMb: number;
  readOnly?: boolean;
  /** The write-ahead log is taken over into the file at so many pages of 4 kB: more is faster, and takes room. */
  checkpointPages?: number;
}

/**
 * Opens a file in WAL mode. `synchronous` stays NORMAL, which is safe against a killed process. What another file refers to is
 * written with `durably`: after a power loss the log must not say that an article was indexed that the index has lost.
 */
export function openDatabase(path: string, options: OpenOptions): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path, { timeout: 10_000, readOnly: options.readOnly ?? false });
  try {
    if (options.readOnly !== true) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  } catch (error) {
    db.close();
    // "file is not a database" does not say which.
    throw error instanceof Error ? Object.assign(error, { message: `${path}: ${error.message}` }) : error;
  }
  db.exec(`PRAGMA cache_size = ${-1024 * options.cacheMb}; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${options.checkpointPages ?? 500};`);
  return db;
}

/** Everything in `act` or nothing. */
export function inTransaction<T>(db: DatabaseSync, act: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Like `inTransaction`, and on disk when it returns. */
export function durably<T>(db: DatabaseSync, act: () => T): T {
  db.exec('PRAGMA synchronous = FULL');
  try {
    return inTransaction(db, act);
  } finally {
    db.exec('PRAGMA synchronous = NORMAL');
  }
}

/** Refuses a file of another layout, with what to do; stamps a new one. */
export function checkSchemaVersion(db: DatabaseSync, path: string, version: number): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found === 0) db.exec(`PRAGMA user_version = ${version}`);
  else if (found !== version) {
    throw new Error(`${path} has layout ${found}, this version of Wenliu needs ${version}: start the version that wrote it, or set WENLIU_DATA to a new folder and push the originals again`);
  }
}
