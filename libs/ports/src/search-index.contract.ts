import { describe } from '@jest/globals';
import type { SearchIndex } from './search-index.js';
import { describeFacets } from './search-index-facets.contract.js';
import { describePages } from './search-index-pages.contract.js';
import { describeQueries } from './search-index-queries.contract.js';
import { describeWrites } from './search-index-writes.contract.js';

export { all, ids, request, searchDocument } from './search-index-probe.contract.js';
export { createRandom, numbers } from './suite.contract.js';

/** Honest differences between search indexes. */
export interface SearchIndexFeatures {
  survivesRestart: boolean;
  /**
   * Matches up to which paging does not notice that documents begin or cease to match in between; `Infinity` where the engine
   * pages through a snapshot.
   */
  snapshotMatches: number;
}

export interface OpenedSearchIndex {
  index: SearchIndex;
  /** Closes the index and opens the same data again. */
  reopen?(): Promise<SearchIndex>;
  dispose(): Promise<void>;
}

export type OpenSearchIndex = () => Promise<OpenedSearchIndex>;

/** The promises of SearchIndex, for every adapter. `open` gives an empty index. */
export function searchIndexContract(name: string, open: OpenSearchIndex, features: SearchIndexFeatures): void {
  describe(`search index contract: ${name}`, () => {
    describeWrites(open, features);
    describeQueries(open);
    describePages(open, features);
    describeFacets(open);
  });
}
