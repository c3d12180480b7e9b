import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { FacetCount } from '@wenliu/contracts';
import type { FacetName, ArticleEntry, SearchHit, SearchPage, SearchRequest } from '@wenliu/ports';
import { rankedAs } from '@wenliu/query';
import { openDatabase } from '../database.js';
import { BestMatches, type Scored } from './best-matches.js';
import { compileMatch } from './compile-match.js';

/** A ranking is made so long at first, and eight times longer whenever a reader pages past its end. */
const FIRST_LENGTH = 200;
const GROWTH = 8;
/** Rankings are kept, those used last, while they weigh less together: 4 MB, the pages of about 800 readers. */
const WEIGHT_KEPT = 250_000;
/** What a ranking weighs besides its rows, in rows. */
const WEIGHT_EMPTY = 100;
/** Facets are counted over at most so many of the best matches: reading more would take longer than the search. */
const FACET_SAMPLE = 2_000;
const FACET_VALUES = 30;

/** An order of matches as it was when its first page was read. Later pages go on in it, whatever has been added since. */
interface Ranking {
  key: string;
  match: string;
  /** Its phrases rank; it may match more. */
  ranked: string;
  sort: SearchRequest['sort'];
  /** Newest row at that time; later ones are not part of it. */
  watermark: number;
  total: number;
  rows: number[];
  scores: number[];
  whole: boolean;
  weight: number;
}

export interface Cursor {
  /** Which ranking, and how many of it were read. */
  key: string;
  read: number;
  watermark: number;
}

export class SearchReader {
  private readonly db: DatabaseSync;
  /** Used last comes last. */
  private readonly rankings = new Map<string, Ranking>();
  private readonly best: BestMatches;
  private weight = 0;

  constructor(path: string) {
    this.db = openDatabase(path, { cacheMb: 12, readOnly: true });
    this.best = new BestMatches(this.db);
  }

  /** The page without its cursor's wrapping, which the adapter adds. */
  search(request: Omit<SearchRequest, 'cursor'> & { cursor: Cursor | null }): Omit<SearchPage, 'next'> & { next: Cursor | null } {
    const ranking = this.ranking(request);
    const from = request.cursor?.read ?? 0;
    const to = from + request.size;
    this.extend(ranking, to);
    const hits = this.hits(ranking, from, to);
    const more = to < ranking.total && to < ranking.rows.length + (ranking.whole ? 0 : 1);
    const next = more ? { key: ranking.key, read: to, watermark: ranking.watermark } : null;
    const facets = request.facets.length === 0 ? {} : this.facets(ranking, request.facets);
    this.keep(ranking);
    return { total: ranking.total, exact: request.facets.length === 0 || ranking.total <= FACET_SAMPLE, hits, next, facets };
  }

  versions(ids: readonly string[]): (number | null)[] {
    const select = this.db.prepare('SELECT version FROM docs WHERE id = ?');
    return ids.map((id) => {
      const version = select.get(id)?.['version'];
      return typeof version === 'number' ? version : null;
    });
  }

  scan(after: string | null, limit: number): ArticleEntry[] {
    const rows = this.db.prepare('SELECT id, version, deleted FROM docs WHERE id > ? ORDER BY id LIMIT ?').all(after ?? '', limit);
    return rows.map((row) => ({ id: String(row['id']), version: Number(row['version']), deleted: row['deleted'] === 1 }));
  }

  close(): void {
    this.db.close();
  }

  private ranking({ query, sort, size, cursor }: Pick<SearchRequest, 'query' | 'sort' | 'size'> & { cursor: Cursor | null }): Ranking {
    const match = compileMatch(query);
    const key = cursor?.key ?? this.keyOf(match, sort);
    const kept = this.rankings.get(key);
    if (kept !== undefined) return kept;
    const watermark = cursor?.watermark ?? Number(this.db.prepare('SELECT max(rowid) AS n FROM docs').get()?.['n'] ?? 0);
    const ranking: Ranking = { key, match, ranked: compileMatch(rankedAs(query)), sort, watermark, total: 0, rows: [], scores: [], whole: false, weight: 0 };
    // Few matches are counted by ranking them; asking for long phrases twice would take twice as long.
    if (size > 0) this.extend(ranking, 1);
    ranking.total = ranking.whole ? ranking.rows.length : this.count(ranking);
    return ranking;
  }

  private count({ match, watermark }: Ranking): number {
    return Number(this.db.prepare('SELECT count(*) AS n FROM fts WHERE fts MATCH ? AND rowid <= ?').get(match, watermark)?.['n'] ?? 0);
  }

  private keep(ranking: Ranking): void {
    this.rankings.delete(ranking.key);
    this.rankings.set(ranking.key, ranking);
    this.weight += WEIGHT_EMPTY + ranking.rows.length - ranking.weight;
    ranking.weight = WEIGHT_EMPTY + ranking.rows.length;
    for (const oldest of this.rankings.values()) {
      if (this.weight <= WEIGHT_KEPT || oldest === ranking) return;
      this.rankings.delete(oldest.key);
      this.weight -= oldest.weight;
    }
  }

  /** Another after every write: who asks the same later must not change the order that an earlier reader pages through. */
  private keyOf(match: string, sort: SearchRequest['sort']): string {
    const written = Number(this.db.prepare('PRAGMA data_version').get()?.['data_version'] ?? 0);
    return createHash('sha256').update(`${sort}|${written}|${match}`).digest('base64url').slice(0, 16);
  }

  /** Makes the ranking at least `length` long, keeping what is there as it is. */
  private extend(ranking: Ranking, length: number): void {
    while (ranking.rows.length < length && !ranking.whole) {
      const limit = Math.max(FIRST_LENGTH, ranking.rows.length * GROWTH, length);
      const { rows, whole } = ranking.sort === 'date' ? this.newest(ranking, limit) : this.best.find(ranking, length, limit);
      const seen = new Set(ranking.rows);
      for (const { rowid, score } of rows) {
        if (seen.has(rowid)) continue;
        ranking.rows.push(rowid);
        ranking.scores.push(score);
      }
      ranking.whole = whole;
    }
  }

  private newest({ match, watermark }: Ranking, limit: number): { rows: Scored[]; whole: boolean } {
    const found = this.db.prepare(DATE_SQL).all(match, watermark, limit);
    return { rows: found.map((row) => ({ rowid: Number(row['rowid']), score: 0 })), whole: found.length < limit };
  }

  private hits(ranking: Ranking, from: number, to: number): SearchHit[] {
    const select = this.db.prepare('SELECT id, version FROM docs WHERE rowid = ? AND deleted = 0');
    const hits: SearchHit[] = [];
    for (let i = from; i < Math.min(to, ranking.rows.length); i++) {
      const row = select.get(ranking.rows[i] ?? 0);
      if (row === undefined) continue;
      const score = ranking.sort === 'relevance' ? (ranking.scores[i] ?? 0) : null;
      hits.push({ id: String(row['id']), version: Number(row['version']), score });
    }
    return hits;
  }

  private facets(ranking: Ranking, names: readonly FacetName[]): Partial<Record<FacetName, FacetCount[]>> {
    this.extend(ranking, Math.min(FACET_SAMPLE, ranking.total));
    const counts = new Map(names.map((name) => [name, new Map<string, number>()]));
    const select = this.db.prepare('SELECT f.facets, d.date FROM doc_facets f JOIN docs d USING (rowid) WHERE f.rowid = ?');
    for (const rowid of ranking.rows.slice(0, FACET_SAMPLE)) {
      const row = select.get(rowid);
      if (row === undefined) continue;
      // Written by SearchWriter: values by field.
      const values = JSON.parse(String(row['facets'])) as Partial<Record<FacetName, string[]>>;
      const date = String(row['date']);
      values.month = date === '0' ? [] : [`${date.slice(0, 4)}-${date.slice(4, 6)}`];
      for (const [name, tally] of counts) for (const value of new Set(values[name])) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].map(([name, tally]) => [name, mostFrequent(tally)]));
  }
}

/** Equal dates by id, so that the order is total and the same in every rebuild. */
const DATE_SQL = `SELECT f.rowid FROM fts f JOIN docs d ON d.rowid = f.rowid
    WHERE fts MATCH ? AND f.rowid <= ? ORDER BY d.date DESC, d.id LIMIT ?`;

const mostFrequent = (tally: ReadonlyMap<string, number>): FacetCount[] =>
  [...tally]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, FACET_VALUES)
    .map(([value, count]) => ({ value, count }));
