import { PortUnavailable, type SearchHit, type SearchPage, type SearchRequest } from '@wenliu/ports';
import { rankedAs } from '@wenliu/query';
import { compileFilter, LIVING, type Clause } from './compile-query.js';
import { compileRanking, rankedPhrases, readScore, rounded } from './compile-ranking.js';
import { formatCursor } from './cursor.js';
import { facetAggregations, readFacets, type TermsAnswer } from './facet-counts.js';
import { PORT } from './open-search-errors.js';
import type { OpenSearchClient } from './open-search-client.js';
import { KEEP_ALIVE, type Snapshot } from './snapshots.js';
import { statisticsOf } from './statistics.js';

/** The engine stops a search by itself, before the connection gives up. */
const SEARCH_TIMEOUT = '20s';

const ORDER: Record<SearchRequest['sort'], object[]> = {
  relevance: [{ _score: 'desc' }, { id: 'asc' }],
  date: [{ date: 'desc' }, { id: 'asc' }],
};

interface Answer {
  timed_out: boolean;
  hits: { total: { value: number }; hits: { _version: number; sort: [number, string] }[] };
  aggregations?: Record<string, TermsAnswer>;
}

/** One page of a snapshot. `after`: sort values of the last hit before it. */
export async function readPage(client: OpenSearchClient, snapshot: Snapshot, request: SearchRequest, after: readonly (string | number)[] | null): Promise<SearchPage> {
  const { size, sort, facets } = request;
  const answer = await client.call<Answer>({
    method: 'POST',
    path: '/_search',
    query: { allow_partial_search_results: false },
    body: {
      pit: { id: snapshot.id, keep_alive: KEEP_ALIVE },
      query: await compile(client, snapshot, request),
      sort: ORDER[sort],
      // One more tells whether there is another page.
      size: size + 1,
      version: true,
      track_total_hits: true,
      timeout: SEARCH_TIMEOUT,
      ...(after === null ? {} : { search_after: after }),
      ...(facets.length === 0 ? {} : { aggs: facetAggregations(facets) }),
    },
  });
  if (answer.timed_out) throw new PortUnavailable(PORT, `a search was not done after ${SEARCH_TIMEOUT}`);
  const found = answer.hits.hits;
  const last = found.length > size ? found[size - 1] : undefined;
  return {
    total: answer.hits.total.value,
    hits: found.slice(0, size).map(({ _version, sort: [value, id] }): SearchHit => ({ id, version: _version, score: sort === 'relevance' ? readScore(value) : null })),
    next: last === undefined ? null : formatCursor({ snapshot: snapshot.id, after: last.sort }),
    ...readFacets(facets, answer.aggregations),
  };
}

async function compile(client: OpenSearchClient, snapshot: Snapshot, { query, sort }: SearchRequest): Promise<Clause> {
  const exact = compileFilter(query);
  if (sort === 'date') return { bool: { filter: [exact, LIVING] } };
  const ranked = rankedAs(query);
  const statistics = await statisticsOf(client, snapshot, rankedPhrases(ranked));
  const matchesMore = JSON.stringify(compileFilter(ranked)) !== JSON.stringify(exact);
  return rounded({ bool: { must: [compileRanking(ranked, statistics)], filter: [LIVING, ...(matchesMore ? [exact] : [])] } });
}
