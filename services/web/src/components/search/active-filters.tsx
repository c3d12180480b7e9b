import { language, messages } from '../../i18n/index.js';
import { formatDate } from '../../lib/format.js';
import { FILTERS, isUnfiltered, searchHref, toggleFilter, toHref, type SearchState } from '../../lib/url-state.js';
import { CloseIcon } from '../ui/icons.js';

/** What narrows the result, each with a way to take it off. */
export function ActiveFilters({ search }: { search: SearchState }) {
  const m = messages.value;
  if (isUnfiltered(search)) return null;
  return (
    <ul class="active-filters" aria-label={m.search.activeFilters}>
      {FILTERS.flatMap((filter) =>
        search.filters[filter].map((value) => (
          <Active key={`${filter} ${value}`} kind={m.search[filter]} value={value} without={toggleFilter(search, filter, value)} />
        )),
      )}
      {(search.from !== null || search.to !== null) && (
        <Active kind={m.search.date} value={dates(search)} without={{ ...search, from: null, to: null }} />
      )}
      <li><a class="clear-filters" href={searchHref({ q: search.q, sort: search.sort })}>{m.search.clearFilters}</a></li>
    </ul>
  );
}

function dates({ from, to }: SearchState): string {
  const written = (date: string | null): string => (date === null ? '' : formatDate(date, language.value));
  return `${written(from)} – ${written(to)}`;
}

function Active({ kind, value, without }: { kind: string; value: string; without: SearchState }) {
  const m = messages.value;
  return (
    <li>
      <a class="chip active" href={toHref({ kind: 'search', search: without })} data-scroll="keep" aria-label={m.common.remove(`${kind} ${value}`)}>
        <span class="chip-kind">{kind}</span>
        <span class="chip-value">{value}</span>
        <CloseIcon />
      </a>
    </li>
  );
}
