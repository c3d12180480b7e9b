import { createHash } from 'node:crypto';
import { FACET_FIELDS } from '@wenliu/contracts/plain';

export interface IndexSize {
  shards: number;
  replicas: number;
}

/** Stands before a word, so that its first letter, which the engine takes for a term too, is none that anybody looks for. */
export const WORD_MARK = '_';

/** The analyzer for queries: terms as they are sent. */
export const ASKED = 'wenliu_asked';
const INDEXED = 'wenliu_indexed';
const FREQUENCY = 'wenliu_frequency';

/** A keyword may have 32,766 bytes, at most four each. What is longer is found, and not counted in facets. */
const LONGEST_FACET = 8_191;

const text = { type: 'text', analyzer: INDEXED, search_analyzer: ASKED, similarity: FREQUENCY, norms: false };
const counted = { type: 'keyword', index: false, ignore_above: LONGEST_FACET };

/** Terms are made by us and only parted here: at spaces, with the first character of a pair as a second term at its place. */
const ANALYSIS = {
  tokenizer: { wenliu_spaces: { type: 'char_group', tokenize_on_chars: [' '], max_token_length: 1_000 } },
  filter: { wenliu_firsts: { type: 'edge_ngram', min_gram: 1, max_gram: 1, preserve_original: true } },
  analyzer: {
    [INDEXED]: { type: 'custom', tokenizer: 'wenliu_spaces', filter: ['wenliu_firsts'] },
    [ASKED]: { type: 'custom', tokenizer: 'wenliu_spaces' },
  },
};

/** How often a phrase stands there; the rest of the rank is computed from exact lengths. Lucene adds it up once a term. */
const SIMILARITY = { [FREQUENCY]: { type: 'scripted', script: { source: 'return query.boost * doc.freq;' } } };

const PROPERTIES = {
  id: { type: 'keyword' },
  version: { type: 'long', index: false },
  deleted: { type: 'boolean' },
  /** `YYYYMMDD`, 0 for none. */
  date: { type: 'integer' },
  month: { type: 'keyword', index: false },
  title: text,
  text,
  /** Terms in all. */
  length: { type: 'integer', index: false },
  /** Field and key of every facet value, for filters. */
  keys: { type: 'keyword', doc_values: false },
  facets: { properties: Object.fromEntries(FACET_FIELDS.map((field) => [field, counted])) },
};

/** Changes with everything that decides what an index holds. */
const layoutOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** What an index is created with. */
export function indexDefinition({ shards, replicas }: IndexSize) {
  return {
    settings: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      refresh_interval: '1s',
      similarity: SIMILARITY,
      analysis: ANALYSIS,
    },
    mappings: {
      dynamic: 'strict',
      // The article store has the articles; an index is built anew from there.
      _source: { enabled: false },
      _meta: { layout: layoutOf({ SIMILARITY, ANALYSIS, PROPERTIES }) },
      properties: PROPERTIES,
    },
  };
}
