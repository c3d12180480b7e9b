import type { SearchResult } from '@wenliu/contracts';
import { language, messages } from '../../i18n/index.js';
import { exampleQueries } from '../../lib/examples.js';
import { formatCount } from '../../lib/format.js';
import { isUnfiltered, type SearchState } from '../../lib/url-state.js';
import { loadMore } from '../../state/search-store.js';
import { ActiveFilters } from './active-filters.js';
import { ExampleLinks } from './examples.js';
import { walkResults } from './result-focus.js';
import { ResultItem } from './result-item.js';
import { SortChoice } from './sort-choice.js';

interface ResultListProps {
  search: SearchState;
  result: SearchResult;
  more: 'idle' | 'loading' | 'failed';
  isBusy: boolean;
}

export function ResultList({ search, result, more, isBusy }: ResultListProps) {
  const m = messages.value;
  const isLanding = search.q === '' && isUnfiltered(search);
  const total = m.search.total(formatCount(result.total, language.value), result.exact);
  return (
    <section class="results" aria-busy={isBusy} aria-labelledby="results-title">
      {isLanding && <ExampleLinks title={m.search.try} queries={exampleQueries(result.facets)} />}
      <div class="results-head">
        <h2 id="results-title">{isLanding ? m.search.latest : m.search.results}</h2>
        <p class="results-count" role="status">
          {total}
          <span class="muted"> · {m.search.took(formatCount(Math.max(1, Math.round(result.took)), language.value))}</span>
        </p>
        {search.q !== '' && <SortChoice search={search} />}
      </div>
      <ActiveFilters search={search} />
      <ol class="result-list" onKeyDown={walkResults}>
        {result.items.map((item) => <ResultItem key={item.id} item={item} search={search} />)}
      </ol>
      {result.next === null ? (
        <p class="results-end muted">{m.search.allShown}</p>
      ) : (
        <p class="results-end">
          <button type="button" class="button" disabled={more === 'loading'} onClick={() => void loadMore(search)}>
            {more === 'loading' ? m.common.loading : more === 'failed' ? m.common.retry : m.search.loadMore}
          </button>
        </p>
      )}
    </section>
  );
}
