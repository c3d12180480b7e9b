import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export class DataInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another Wenliu process: stop that one, or set WENLIU_DATA to another folder`);
    this.name = 'DataInUse';
  }
}

export interface DataLock {
  release(): void;
}

/** One process a folder. The operating system lets go of the lock when the process ends, however it ends. */
export function acquireDataLock(folder: string): DataLock {
  const db = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS lock (n);');
  } catch (error) {
    db.close();
    throw isBusy(error) ? new DataInUse(folder) : error;
  }
  return { release: () => db.close() };
}

/** SQLite's result code BUSY. */
const isBusy = (error: unknown): boolean => typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 5;
