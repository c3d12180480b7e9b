import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { checkSchemaVersion, durably, openDatabase } from '../database.js';

export interface Original {
  id: string;
  bytes: Uint8Array;
}

export class OriginalDatabase {
  private readonly db: DatabaseSync;
  private readonly insert: StatementSync;
  private readonly select: StatementSync;

  constructor(path: string) {
    this.db = openDatabase(path, { cacheMb: 2 });
    checkSchemaVersion(this.db, path, 1);
    this.db.exec('CREATE TABLE IF NOT EXISTS originals (id TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
    this.insert = this.db.prepare('INSERT OR IGNORE INTO originals VALUES (?, ?)');
    this.select = this.db.prepare('SELECT bytes FROM originals WHERE id = ?');
  }

  put(originals: readonly Original[]): void {
    durably(this.db, () => {
      for (const { id, bytes } of originals) this.insert.run(id, bytes);
    });
  }

  get(id: string): Uint8Array | null {
    // A BLOB column that is never null.
    return (this.select.get(id)?.['bytes'] as Uint8Array | undefined) ?? null;
  }

  close(): void {
    this.db.close();
  }
}
