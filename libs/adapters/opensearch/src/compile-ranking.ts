import type { Query, TextField } from '@wenliu/contracts';
import { compileFilter, inFields, NOTHING, sequence, termsOf, type Clause } from './compile-query.js';

/** A phrase that ranks. */
export interface RankedPhrase {
  field: TextField;
  /** Terms, parted by spaces. */
  terms: string;
}

/** What BM25 needs to know of all articles. */
export interface Statistics {
  articles: number;
  meanLength: number;
  /** Articles that hold the phrase, by `phraseKey`. */
  holding: ReadonlyMap<string, number>;
}

const TITLE_WEIGHT = 4;

export const phraseKey = ({ field, terms }: RankedPhrase): string => `${field} ${terms}`;

export const phraseClause = ({ field, terms }: RankedPhrase): Clause => inFields(field, (name) => sequence(name, terms));

/** All phrases that rank the matches of a query. */
export function rankedPhrases(query: Query): RankedPhrase[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(rankedPhrases);
  if (query.kind !== 'phrase') return [];
  const terms = termsOf(query.text);
  return terms === null ? [] : [{ field: query.field, terms }];
}

/**
 * The query with a score: the sum over its phrases, of those parts that match. Filters add nothing. `place`: where it stands in
 * the whole query. A phrase that is there twice counts twice; Lucene would make one of clauses that are equal.
 */
export function compileRanking(query: Query, statistics: Statistics, place = ''): Clause {
  const parts = (of: readonly Query[]): Clause[] => of.map((part, n) => compileRanking(part, statistics, `${place}.${n}`));
  switch (query.kind) {
    case 'phrase': {
      const terms = termsOf(query.text);
      return terms === null ? NOTHING : rankedPhrase({ field: query.field, terms }, statistics, place);
    }
    case 'and':
      return query.of.length === 0 ? unranked(query) : { bool: { must: parts(query.of) } };
    case 'or':
      return query.of.length === 0 ? NOTHING : { bool: { should: parts(query.of), minimum_should_match: 1 } };
    case 'all':
    case 'near':
    case 'facet':
    case 'date':
    case 'not':
      return unranked(query);
  }
}

const unranked = (query: Query): Clause => ({ bool: { filter: [compileFilter(query)] } });

/**
 * One phrase as SQLite's FTS5 ranks it, with exact lengths: BM25 with k1 = 1.2 and b = 0.75. The inner score is how often it
 * stands there, in a title four times, and once for each of its terms.
 */
const BM25 = `double often = _score / params.terms;
return params.idf * (often * 2.2) / (often + 1.2 * (0.25 + 0.75 * doc['length'].value / params.mean));`;

/** Words in more than half of the articles still tell a little. */
const LEAST_IDF = 1e-6;

function rankedPhrase(phrase: RankedPhrase, { articles, meanLength, holding }: Statistics, place: string): Clause {
  const { field, terms } = phrase;
  const n = holding.get(phraseKey(phrase)) ?? 0;
  const idf = Math.log((articles - n + 0.5) / (n + 0.5));
  const params = { terms: terms.split(' ').length, idf: idf > 0 ? idf : LEAST_IDF, mean: meanLength, place };
  const found = inFields(field, (name) => sequence(name, terms, name === 'title' ? TITLE_WEIGHT : 1));
  return { function_score: { query: found, functions: [{ script_score: { script: { source: BM25, params } } }], boost_mode: 'replace' } };
}

/**
 * Scores are 32 bits wide on their way: `roundScore` as whole numbers, which those hold exactly, small ones below all others.
 */
const ROUND = `if (_score < 1e-3) return Math.round(_score * 1e10);
return Math.round(_score * 1e4) * 1048576.0;`;
const LEAST_LARGE = 10 * 2 ** 20;

/** Sorts like `roundScore` of the score. */
export const rounded = (query: Clause): Clause => ({ function_score: { query, functions: [{ script_score: { script: { source: ROUND } } }], boost_mode: 'replace' } });

/** The score of a sort value, which is printed with as many digits as tell one 32-bit number from the next. */
export function readScore(sorted: number): number {
  const exact = Math.fround(sorted);
  return exact < LEAST_LARGE ? exact / 1e10 : exact / 2 ** 20 / 1e4;
}
