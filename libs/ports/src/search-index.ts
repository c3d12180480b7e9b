import type { FacetCount, FacetField, Query } from '@wenliu/contracts';
import type { ArticleEntry } from './article-store.js';

export interface SearchDocument {
  id: string;
  version: number;
  /** A tombstone: keeps its version, is never found. */
  deleted: boolean;
  /** `YYYY-MM-DD`; `null` sorts last and matches no date range. */
  date: string | null;
  title: string;
  text: string;
  facets: Readonly<Record<FacetField, readonly string[]>>;
}

export type IndexOutcome =
  | { kind: 'written' }
  /** The same or a newer version is there; nothing changed. */
  | { kind: 'older' }
  | { kind: 'rejected'; detail: string };

export type FacetName = FacetField | 'month';

export interface SearchRequest {
  query: Query;
  /** `relevance`: BM25, best first. `date`: newest first. Equal ones by id, so that the order is total. */
  sort: 'relevance' | 'date';
  /** 1 to 1,000. */
  size: number;
  cursor: string | null;
  facets: readonly FacetName[];
}

export interface SearchHit {
  id: string;
  version: number;
  score: number | null;
}

export interface SearchPage {
  /** All matches, not only this page. */
  total: number;
  /** `false` where facets were counted on a part of the matches. */
  exact: boolean;
  hits: SearchHit[];
  /** `null` after the last page. */
  next: string | null;
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

/**
 * Finds articles. Disposable: it can be rebuilt from the ArticleStore at any time. Writes are conditional on the version.
 * Paging with `next` sees every match that was there at the first page once, and nothing added since.
 * Rejects with `PortUnavailable` like the other ports, and with `InvalidCursor` for a cursor it did not give.
 */
export abstract class SearchIndex {
  /** One outcome per document, in order. */
  abstract put(documents: readonly SearchDocument[]): Promise<IndexOutcome[]>;
  /** After it, all that was put before is found. */
  abstract refresh(): Promise<void>;
  abstract search(request: SearchRequest): Promise<SearchPage>;
  /** The version of each id, tombstones included; `null` where there is none. */
  abstract versions(ids: readonly string[]): Promise<(number | null)[]>;
  /** Ascending by id, beginning behind `after`, tombstones included; at most 10,000. Behind `ab` come all ids that begin with it. */
  abstract scan(after: string | null, limit: number): Promise<ArticleEntry[]>;
  abstract close(): Promise<void>;
}

export class InvalidCursor extends Error {}
