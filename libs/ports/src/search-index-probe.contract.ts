import { afterAll, beforeAll } from '@jest/globals';
import { FACET_FIELDS, type FacetField, type Query, type TextField } from '@wenliu/contracts';
import type { SearchDocument, SearchHit, SearchIndex, SearchRequest } from './search-index.js';
import type { OpenedSearchIndex, OpenSearchIndex } from './search-index.contract.js';

const noFacets = (): Record<FacetField, string[]> =>
  // Every field is a key of the result.
  Object.fromEntries(FACET_FIELDS.map((field) => [field, []])) as unknown as Record<FacetField, string[]>;

export type DocumentParts = Partial<Omit<SearchDocument, 'facets'>> & { facets?: Partial<Record<FacetField, string[]>> };

export function searchDocument(id: string, { facets = {}, ...parts }: DocumentParts = {}): SearchDocument {
  return { id, version: 1, deleted: false, date: null, title: '', text: '', ...parts, facets: { ...noFacets(), ...facets } };
}

export const all: Query = { kind: 'all' };
export const phrase = (text: string, field: TextField = 'any'): Query => ({ kind: 'phrase', field, text });
export const near = (text: string, distance: number, field: TextField = 'any'): Query => ({ kind: 'near', field, text, distance });
export const facet = (field: FacetField, value: string): Query => ({ kind: 'facet', field, value });
export const date = (from: string | null, to: string | null): Query => ({ kind: 'date', from, to });
export const and = (...of: Query[]): Query => ({ kind: 'and', of });
export const or = (...of: Query[]): Query => ({ kind: 'or', of });
export const not = (of: Query): Query => ({ kind: 'not', of });

export const request = (query: Query, more: Partial<SearchRequest> = {}): SearchRequest => ({
  query,
  sort: 'date',
  size: 1_000,
  cursor: null,
  facets: [],
  ...more,
});

export const ids = (hits: readonly SearchHit[]): string[] => hits.map(({ id }) => id);

/** Ids of all matches, in order of the id. */
export const find = async (index: SearchIndex, query: Query): Promise<string[]> => ids((await index.search(request(query))).hits).sort();

/** Page after page to the end; `between` runs after each page. */
export async function readPages(
  index: SearchIndex,
  first: SearchRequest,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<{ hits: SearchHit[]; totals: number[] }> {
  const hits: SearchHit[] = [];
  const totals: number[] = [];
  for (let cursor = first.cursor, page = 0; ; page++) {
    const found = await index.search({ ...first, cursor });
    hits.push(...found.hits);
    totals.push(found.total);
    if (found.next === null) return { hits, totals };
    if (page > 10_000) throw new Error('the pages do not end');
    await between(page);
    cursor = found.next;
  }
}

export interface OpenIndex {
  readonly index: SearchIndex;
  /** Puts and refreshes. */
  put(...documents: SearchDocument[]): Promise<string[]>;
  restart(): Promise<void>;
}

/** An index for the cases of one `describe`. */
export function useIndex(open: OpenSearchIndex): OpenIndex {
  let opened: OpenedSearchIndex;
  let index: SearchIndex;
  beforeAll(async () => {
    opened = await open();
    index = opened.index;
  });
  afterAll(() => opened.dispose());
  return {
    get index() {
      return index;
    },
    put: async (...documents) => {
      const outcomes = await index.put(documents);
      await index.refresh();
      return outcomes.map(({ kind }) => kind);
    },
    restart: async () => {
      if (opened.reopen === undefined) throw new Error('an index that survives a restart needs `reopen`');
      index = await opened.reopen();
    },
  };
}
