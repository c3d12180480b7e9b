import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BucketSums, type ArticleEntry, type BucketChecksum, type StoreOutcome, type StoredArticle } from '@wenliu/ports';
import { checkSchemaVersion, durably, openDatabase, type OpenOptions } from '../database.js';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS articles (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, document_id TEXT NOT NULL, content_hash TEXT NOT NULL,
  retracted INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS totals (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO totals VALUES ('articles', 0);`;

export class ArticleDatabase {
  private readonly db: DatabaseSync;
  private readonly selectOne: StatementSync;
  private readonly selectVersion: StatementSync;
  /** Absent where the file is only read. */
  private readonly replace: StatementSync | null = null;

  constructor(path: string, options: OpenOptions) {
    this.db = openDatabase(path, options);
    if (options.readOnly !== true) {
      checkSchemaVersion(this.db, path, 1);
      this.db.exec(SCHEMA);
      this.replace = this.db.prepare('INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)');
    }
    this.selectOne = this.db.prepare('SELECT * FROM articles WHERE id = ?');
    this.selectVersion = this.db.prepare('SELECT version, content_hash, retracted FROM articles WHERE id = ?');
  }

  put(articles: readonly StoredArticle[]): StoreOutcome[] {
    return durably(this.db, () => {
      let living = 0;
      const outcomes = articles.map((article) => {
        const { outcome, change } = this.putOne(article);
        living += change;
        return outcome;
      });
      if (living !== 0) this.db.prepare("UPDATE totals SET n = n + ? WHERE name = 'articles'").run(living);
      return outcomes;
    });
  }

  get(ids: readonly string[]): (StoredArticle | null)[] {
    return ids.map((id) => {
      const row = this.selectOne.get(id);
      return row === undefined ? null : toArticle(row);
    });
  }

  scan(after: string | null, limit: number): StoredArticle[] {
    return this.db.prepare('SELECT * FROM articles WHERE id > ? ORDER BY id LIMIT ?').all(after ?? '', limit).map(toArticle);
  }

  entries(after: string | null, limit: number): ArticleEntry[] {
    const rows = this.db.prepare('SELECT id, version, retracted FROM articles WHERE id > ? ORDER BY id LIMIT ?').all(after ?? '', limit);
    return rows.map((row) => ({ id: String(row['id']), version: Number(row['version']), deleted: row['retracted'] === 1 }));
  }

  count(): number {
    return Number(this.db.prepare("SELECT n FROM totals WHERE name = 'articles'").get()?.['n'] ?? 0);
  }

  checksums(): BucketChecksum[] {
    const sums = new BucketSums();
    for (const row of this.db.prepare('SELECT id, version, content_hash FROM articles').iterate()) {
      sums.add(String(row['id']), Number(row['version']), String(row['content_hash']));
    }
    return sums.checksums();
  }

  close(): void {
    this.db.close();
  }

  /** `change`: by how much the number of articles that are not retracted changes. */
  private putOne(article: StoredArticle): { outcome: StoreOutcome; change: number } {
    const { id, version, documentId, contentHash, retracted, body } = article;
    const there = this.selectVersion.get(id);
    if (there !== undefined) {
      const newest = Number(there['version']);
      if (newest > version) return { outcome: { kind: 'older' }, change: 0 };
      if (newest === version) return { outcome: { kind: there['content_hash'] === contentHash ? 'same' : 'conflict' }, change: 0 };
    }
    this.replace?.run(id, version, documentId, contentHash, Number(retracted), body);
    const before = there === undefined ? 0 : 1 - Number(there['retracted']);
    return { outcome: { kind: 'written' }, change: Number(!retracted) - before };
  }
}

function toArticle(row: Record<string, unknown>): StoredArticle {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    documentId: String(row['document_id']),
    contentHash: String(row['content_hash']),
    retracted: row['retracted'] === 1,
    // A BLOB column that is never null.
    body: row['body'] as Uint8Array,
  };
}
