import type { IndexOutcome, SearchDocument } from './search-index.js';

/**
 * A search index that is built anew beside the live one. In this order: `startBuilding`, `settled`, `put` of every article of the
 * store, `exchange`, and `remove` of the old ones. Writes that go on meanwhile reach both; versions decide.
 */
export interface IndexBuilding {
  /** Of the index under construction. */
  readonly name: string;
  /** When every writer is sure to write to it too; the store is read after that. */
  settled(): Promise<void>;
  put(documents: readonly SearchDocument[]): Promise<IndexOutcome[]>;
  /** Makes it the live one from one moment to the next. Gives the indexes it took the place of. */
  exchange(): Promise<string[]>;
  /** Gives it up. */
  abandon(): Promise<void>;
}

export interface IndexBuilder {
  startBuilding(): Promise<IndexBuilding>;
  /** Removes an index that is not live any more. */
  remove(index: string): Promise<void>;
}
