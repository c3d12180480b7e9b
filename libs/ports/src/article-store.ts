export interface StoredArticle {
  id: string;
  version: number;
  documentId: string;
  /** Sha-256 of what the version says, without times of processing; tells a repeat from a conflict. */
  contentHash: string;
  retracted: boolean;
  /** The TaggedArticle as JSON in UTF-8, kept as given. */
  body: Uint8Array;
}

export type StoreOutcome =
  /** The id was new or its version older. */
  | { kind: 'written' }
  /** The same version with the same content is there. */
  | { kind: 'same' }
  /** A newer version is there; nothing changed. */
  | { kind: 'older' }
  /** The same version with other content is there; nothing changed. */
  | { kind: 'conflict' }
  /** This article can never be stored; the others were. */
  | { kind: 'rejected'; detail: string };

/** That an article is there, without what it says: to compare store and index. */
export interface ArticleEntry {
  id: string;
  version: number;
  /** A tombstone. */
  deleted: boolean;
}

/** XOR of sha256(id, version, contentHash) by first byte of the id: equal bucket, equal content. */
export interface BucketChecksum {
  bucket: number;
  count: number;
  checksum: string;
}

/**
 * The truth about articles: the newest version of each, tombstones included. Writes are conditional on the version and so may be
 * repeated and reordered at will. Rejects with `PortUnavailable` when the engine cannot be reached or has no space: some of the
 * batch may be written then, and the whole may be sent again. The caller retries.
 */
export abstract class ArticleStore {
  /** One outcome per article, in order. Several versions of one id in a batch are applied in order. */
  abstract put(articles: readonly StoredArticle[]): Promise<StoreOutcome[]>;
  /** In the order of `ids`; `null` where there is none. */
  abstract get(ids: readonly string[]): Promise<(StoredArticle | null)[]>;
  /** Ascending by id, beginning behind `after`. */
  abstract scan(after: string | null, limit: number): Promise<StoredArticle[]>;
  /** The same without the articles; at most 10,000. Behind `ab` come all ids that begin with it. */
  abstract entries(after: string | null, limit: number): Promise<ArticleEntry[]>;
  /** Articles that are not retracted. */
  abstract count(): Promise<number>;
  /** All 256 buckets, tombstones included. */
  abstract checksums(): Promise<BucketChecksum[]>;
  abstract close(): Promise<void>;
}
