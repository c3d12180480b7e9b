import type { Query } from '@wenliu/contracts';
import { nearParts } from './near.js';

/** Below it, all words of a query are in more than half of the articles: BM25 gives such words a millionth. */
const SMALL_SCORE = 1e-3;

/**
 * A score as it is shown and sorted by; articles with the same one follow by id. Engines add in other orders and widths, so the
 * last digits would be accidents.
 */
export function roundScore(score: number): number {
  const scale = score < SMALL_SCORE ? 1e10 : 1e4;
  return Math.round(score * scale) / scale;
}

/**
 * The query whose phrases rank the matches of this one: words near each other count wherever they stand. It may match more, so
 * the query itself has to be asked beside it.
 */
export function rankedAs(query: Query): Query {
  switch (query.kind) {
    case 'near':
      return { kind: 'and', of: nearParts(query.text).map((text) => ({ kind: 'phrase', field: query.field, text })) };
    case 'and':
    case 'or':
      return { kind: query.kind, of: query.of.map(rankedAs) };
    // What a match must not have does not rank it.
    case 'not':
    case 'all':
    case 'phrase':
    case 'facet':
    case 'date':
      return query;
  }
}
