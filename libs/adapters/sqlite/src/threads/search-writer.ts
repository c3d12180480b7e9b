import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { FACET_FIELDS } from '@wenliu/contracts/plain';
import type { IndexOutcome, SearchDocument } from '@wenliu/ports';
import { termString } from '@wenliu/text';
import { checkSchemaVersion, durably, openDatabase } from '../database.js';
import { FtsTotals } from './fts-totals.js';
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

const STATEMENTS = {
  find: 'SELECT rowid, version, deleted FROM docs WHERE id = ?',
  add: 'INSERT INTO docs (id, version, deleted, date) VALUES (?, ?, ?, ?)',
  update: 'UPDATE docs SET version = ?, deleted = ?, date = ? WHERE rowid = ?',
  dropTerms: 'DELETE FROM fts WHERE rowid = ?',
  dropFacets: 'DELETE FROM doc_facets WHERE rowid = ?',
  addTerms: 'INSERT INTO fts (rowid, title, body, tags) VALUES (?, ?, ?, ?)',
  addFacets: 'INSERT INTO doc_facets VALUES (?, ?)',
};

export class SearchWriter {
  private readonly db: DatabaseSync;
  private readonly totals: FtsTotals;
  private readonly sql: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(path: string) {
    const db = openDatabase(path, { cacheMb: 12, checkpointPages: 4_000 });
    checkSchemaVersion(db, path, 1);
    db.exec(SCHEMA);
    this.db = db;
    this.totals = new FtsTotals(db);
    this.sql = {
      find: db.prepare(STATEMENTS.find),
      add: db.prepare(STATEMENTS.add),
      update: db.prepare(STATEMENTS.update),
      dropTerms: db.prepare(STATEMENTS.dropTerms),
      dropFacets: db.prepare(STATEMENTS.dropFacets),
      addTerms: db.prepare(STATEMENTS.addTerms),
      addFacets: db.prepare(STATEMENTS.addFacets),
    };
  }

  put(documents: readonly SearchDocument[]): IndexOutcome[] {
    this.totals.forget();
    return durably(this.db, () => {
      const outcomes = documents.map((document) => this.putOne(document));
      this.totals.settle();
      return outcomes;
    });
  }

  close(): void {
    this.db.close();
  }

  private putOne(document: SearchDocument): IndexOutcome {
    const { id, version, deleted } = document;
    const there = this.sql.find.get(id);
    if (there !== undefined && Number(there['version']) >= version) return { kind: 'older' };
    const date = document.date === null ? 0 : Number(document.date.replaceAll('-', ''));
    let row: number;
    if (there === undefined) row = Number(this.sql.add.run(id, version, Number(deleted), date).lastInsertRowid);
    else {
      row = Number(there['rowid']);
      this.sql.update.run(version, Number(deleted), date, row);
      if (there['deleted'] === 0) {
        this.totals.willDelete(row);
        this.sql.dropTerms.run(row);
        this.sql.dropFacets.run(row);
      }
    }
    if (!deleted) {
      this.sql.addFacets.run(row, JSON.stringify(document.facets));
      this.sql.addTerms.run(row, termString(document.title), termString(document.text), tagTerms(document));
    }
    return { kind: 'written' };
  }
}

function tagTerms(document: SearchDocument): string {
  const terms = [ANY, ...(document.date === null ? [] : dateTerms(document.date))];
  for (const field of FACET_FIELDS) for (const value of document.facets[field]) terms.push(facetTerm(field, value));
  return terms.join(' ');
}
