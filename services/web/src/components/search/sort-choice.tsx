import { messages } from '../../i18n/index.js';
import { effectiveSort, toHref, type SearchState, type Sort } from '../../lib/url-state.js';

export function SortChoice({ search }: { search: SearchState }) {
  const m = messages.value.search;
  const chosen = effectiveSort(search);
  const choices: [Sort, string][] = [['relevance', m.byRelevance], ['date', m.byDate]];
  return (
    <div class="segmented" role="group" aria-label={m.sort}>
      {choices.map(([sort, label]) => (
        <a
          key={sort}
          href={toHref({ kind: 'search', search: { ...search, sort } })}
          aria-current={sort === chosen ? 'true' : undefined}
          data-scroll="keep"
        >
          {label}
        </a>
      ))}
    </div>
  );
}
