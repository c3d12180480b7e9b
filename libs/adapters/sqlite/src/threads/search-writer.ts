import type { DatabaseSync } from 'node:sqlite';
import { FACET_FIELDS } from '@wenliu/contracts';
import type { IndexOutcome, SearchDocument } from '@wenliu/ports';
import { termString } from '@wenliu/text';
import { checkSchemaVersion, inTransaction, openDatabase } from '../database.js';
import { ANY, dateTerms, facetTerm } from './tag-terms.js';

/** Titles count four times as much as text; the tags column is for filters and counts nothing. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS docs (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, deleted INTEGER NOT NULL, date INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS doc_facets (rowid INTEGER PRIMARY KEY, facets TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(title, body, tags, content='', contentless_delete=1, tokenize='ascii', detail=full);
INSERT INTO fts(fts, rank) VALUES ('rank', 'bm25(4.0, 1.0, 0.0)');
INSERT INTO fts(fts, rank) VALUES ('hashsize', 33554432);
INSERT INTO fts(fts, rank) VALUES ('pgsz', 8000);
INSERT INTO fts(fts, rank) VALUES ('automerge', 8);`;

export class SearchWriter {
  private readonly db: DatabaseSync;

  constructor(path: string) {
    this.db = openDatabase(path, { cacheMb: 32 });
    checkSchemaVersion(this.db, path, 1);
    this.db.exec(SCHEMA);
  }

  put(documents: readonly SearchDocument[]): IndexOutcome[] {
    return inTransaction(this.db, () => documents.map((document) => this.putOne(document)));
  }

  close(): void {
    this.db.close();
  }

  private putOne(document: SearchDocument): IndexOutcome {
    const there = this.db.prepare('SELECT rowid, version, deleted FROM docs WHERE id = ?').get(document.id);
    if (there !== undefined && Number(there['version']) >= document.version) return { kind: 'older' };
    const date = document.date === null ? 0 : Number(document.date.replaceAll('-', ''));
    const rowid = this.db
      .prepare(
        `INSERT INTO docs (id, version, deleted, date) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, deleted = excluded.deleted, date = excluded.date RETURNING rowid`,
      )
      .get(document.id, document.version, Number(document.deleted), date)?.['rowid'];
    const row = Number(rowid);
    if (there !== undefined && there['deleted'] === 0) this.db.prepare('DELETE FROM fts WHERE rowid = ?').run(row);
    if (document.deleted) {
      this.db.prepare('DELETE FROM doc_facets WHERE rowid = ?').run(row);
      return { kind: 'written' };
    }
    this.db.prepare('INSERT OR REPLACE INTO doc_facets VALUES (?, ?)').run(row, JSON.stringify(document.facets));
    this.db
      .prepare('INSERT INTO fts (rowid, title, body, tags) VALUES (?, ?, ?, ?)')
      .run(row, termString(document.title), termString(document.text), tagTerms(document));
    return { kind: 'written' };
  }
}

function tagTerms(document: SearchDocument): string {
  const terms = [ANY, ...(document.date === null ? [] : dateTerms(document.date))];
  for (const field of FACET_FIELDS) for (const value of document.facets[field]) terms.push(facetTerm(field, value));
  return terms.join(' ');
}
