import type { DatabaseSync } from 'node:sqlite';
import { roundScore } from '@wenliu/query';

/** What to rank: `ranked` has the phrases that count; it may match more than `match`. */
export interface RankedMatch {
  match: string;
  ranked: string;
  /** Newest row that takes part. */
  watermark: number;
}

export interface Scored {
  rowid: number;
  score: number;
}

/**
 * The best matches in their order: by rounded score, equal ones by id. Matches come with their scores alone first, and ids are
 * looked up for the best of them; only where more have one score than were asked for, all are ordered with their ids.
 */
export class BestMatches {
  constructor(private readonly db: DatabaseSync) {
    db.function('round_score', { deterministic: true }, (score) => roundScore(Number(score)));
  }

  /** At least `length` of them, or all there are; never more than `limit`. */
  find(match: RankedMatch, length: number, limit: number): { rows: Scored[]; whole: boolean } {
    const rows = this.select(BY_RANK, match, limit + 1);
    if (rows.length <= limit) return { rows: this.withTiesById(rows), whole: true };
    // Of the last score, others may have been left out.
    const last = rows.at(-1)?.score ?? 0;
    const sure = rows.filter(({ score }) => score > last);
    if (sure.length >= length) return { rows: this.withTiesById(sure), whole: false };
    return { rows: this.select(BY_RANK_AND_ID, match, limit), whole: false };
  }

  private select(sql: (condition: string) => string, { match, ranked, watermark }: RankedMatch, limit: number): Scored[] {
    const found = ranked === match ? this.db.prepare(sql('')).all(match, watermark, limit) : this.db.prepare(sql(AND_MATCHES)).all(ranked, watermark, match, limit);
    return found.map((row) => ({ rowid: Number(row['rowid']), score: roundScore(Number(row['score'])) }));
  }

  private withTiesById(rows: readonly Scored[]): Scored[] {
    const select = this.db.prepare('SELECT id FROM docs WHERE rowid = ?');
    const identified = rows.map((row) => ({ row, id: String(select.get(row.rowid)?.['id'] ?? '') }));
    return identified.sort((a, b) => b.row.score - a.row.score || (a.id < b.id ? -1 : 1)).map(({ row }) => row);
  }
}

/** `+ 0`: SQLite's own sorter, which keeps the best only; FTS5's sorts them all. */
const BY_RANK = (condition: string): string =>
  `SELECT f.rowid, -f.rank AS score FROM fts f WHERE fts MATCH ? AND f.rowid <= ? ${condition} ORDER BY f.rank + 0 LIMIT ?`;
const BY_RANK_AND_ID = (condition: string): string =>
  `SELECT f.rowid, round_score(-f.rank) AS score FROM fts f JOIN docs d ON d.rowid = f.rowid
    WHERE fts MATCH ? AND f.rowid <= ? ${condition} ORDER BY score DESC, d.id LIMIT ?`;
/** The plus keeps SQLite from asking for the words once more for each of these rows. */
const AND_MATCHES = 'AND +f.rowid IN (SELECT rowid FROM fts WHERE fts MATCH ?)';
