import type { DatabaseSync } from 'node:sqlite';
import type { DocumentReceived, RawArticle, Receipt, TraceHop } from '@wenliu/contracts';
import type { IssuePart, LedgerDocument, RecordedHop } from '@wenliu/ports';
import { checkSchemaVersion, durably, openDatabase } from '../database.js';

const RECEIPT_LIFE_MS = 24 * 3600 * 1000;
const SCHEMA = `
CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hops (
  subject TEXT NOT NULL, at TEXT NOT NULL, event_id TEXT NOT NULL, service TEXT NOT NULL, stage TEXT NOT NULL, outcome TEXT NOT NULL,
  reason TEXT, detail TEXT, version INTEGER, outputs TEXT,
  PRIMARY KEY (subject, at, event_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS receipts (key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, receipt TEXT NOT NULL, kept_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (document_id TEXT NOT NULL, issue TEXT NOT NULL, article TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS parts_by_document ON parts (document_id);
CREATE INDEX IF NOT EXISTS parts_by_issue ON parts (issue);`;

/** What is read here was validated before it was written, so it is not validated again. */
export class LedgerDatabase {
  private readonly db: DatabaseSync;
  private documentCount: number;

  constructor(path: string) {
    this.db = openDatabase(path, { cacheMb: 2 });
    checkSchemaVersion(this.db, path, 1);
    this.db.exec(SCHEMA);
    this.documentCount = Number(this.db.prepare('SELECT count(*) AS n FROM documents').get()?.['n'] ?? 0);
  }

  receive(documents: readonly DocumentReceived[]): boolean[] {
    const insert = this.db.prepare('INSERT OR IGNORE INTO documents VALUES (?, ?)');
    const fresh = durably(this.db, () => documents.map((d) => insert.run(d.id, JSON.stringify(d)).changes > 0));
    this.documentCount += fresh.filter(Boolean).length;
    return fresh;
  }

  known(ids: readonly string[]): boolean[] {
    const select = this.db.prepare('SELECT 1 FROM documents WHERE id = ?');
    return ids.map((id) => select.get(id) !== undefined);
  }

  document(id: string): LedgerDocument | null {
    const row = this.db.prepare('SELECT document FROM documents WHERE id = ?').get(id);
    if (row === undefined) return null;
    // `receive` wrote it.
    return { document: JSON.parse(String(row['document'])) as DocumentReceived, hops: this.hopsOf(id) };
  }

  documents(after: string | null, limit: number): DocumentReceived[] {
    const rows = this.db.prepare('SELECT document FROM documents WHERE id > ? ORDER BY id LIMIT ?').all(after ?? '', limit);
    // `receive` wrote them.
    return rows.map((row) => JSON.parse(String(row['document'])) as DocumentReceived);
  }

  countDocuments(): number {
    return this.documentCount;
  }

  record(hops: readonly RecordedHop[]): void {
    const insert = this.db.prepare('INSERT OR IGNORE INTO hops VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    durably(this.db, () => {
      for (const h of hops) {
        const outputs = h.outputs.length === 0 ? null : JSON.stringify(h.outputs);
        insert.run(h.subject, h.at, h.eventId, h.service, h.stage, h.outcome, h.reason, h.detail, h.version, outputs);
      }
    });
  }

  trace(subject: string): TraceHop[] {
    return this.rowsOf(subject).map(toTraceHop);
  }

  lastHops(subjects: readonly string[]): (TraceHop | null)[] {
    const select = this.db.prepare('SELECT * FROM hops WHERE subject = ? ORDER BY at DESC, event_id DESC LIMIT 1');
    return subjects.map((subject) => {
      const row = select.get(subject);
      return row === undefined ? null : toTraceHop(row);
    });
  }

  receipt(key: string, now: number): { fingerprint: string; receipt: Receipt } | null {
    const row = this.db.prepare('SELECT fingerprint, receipt FROM receipts WHERE key = ? AND kept_at > ?').get(key, now - RECEIPT_LIFE_MS);
    if (row === undefined) return null;
    // `keepReceipt` wrote it.
    return { fingerprint: String(row['fingerprint']), receipt: JSON.parse(String(row['receipt'])) as Receipt };
  }

  keepReceipt(key: string, fingerprint: string, receipt: Receipt, now: number): void {
    durably(this.db, () => {
      this.db.prepare('DELETE FROM receipts WHERE kept_at <= ?').run(now - RECEIPT_LIFE_MS);
      this.db.prepare('INSERT OR REPLACE INTO receipts VALUES (?, ?, ?, ?)').run(key, fingerprint, JSON.stringify(receipt), now);
    });
  }

  keepParts(documentId: string, parts: readonly IssuePart[]): void {
    const insert = this.db.prepare('INSERT INTO parts VALUES (?, ?, ?)');
    durably(this.db, () => {
      this.db.prepare('DELETE FROM parts WHERE document_id = ?').run(documentId);
      for (const { issue, article } of parts) insert.run(documentId, issue, JSON.stringify(article));
    });
  }

  parts(issue: string): RawArticle[] {
    const rows = this.db.prepare('SELECT article FROM parts WHERE issue = ?').all(issue);
    // `keepParts` wrote them.
    return rows.map((row) => JSON.parse(String(row['article'])) as RawArticle);
  }

  close(): void {
    this.db.close();
  }

  private rowsOf(subject: string): Record<string, unknown>[] {
    return this.db.prepare('SELECT * FROM hops WHERE subject = ? ORDER BY at, event_id').all(subject);
  }

  private hopsOf(subject: string): RecordedHop[] {
    return this.rowsOf(subject).map((row) => ({
      ...toTraceHop(row),
      subject,
      eventId: String(row['event_id']),
      // `record` wrote it: outputs, or null for none.
      outputs: typeof row['outputs'] === 'string' ? (JSON.parse(row['outputs']) as RecordedHop['outputs']) : [],
    }));
  }
}

function toTraceHop(row: Record<string, unknown>): TraceHop {
  // Only `record` writes hops, from events that were validated: what is in a column is what its type says.
  const { service, stage, at, outcome, reason, detail, version } = row as TraceHop & Record<string, unknown>;
  return { service, stage, at, outcome, reason, detail, version };
}
