import { messages } from '../../i18n/index.js';
import { isUnfiltered, searchHref, type SearchState } from '../../lib/url-state.js';
import { Examples } from './examples.js';

export function EmptyResult({ search }: { search: SearchState }) {
  const m = messages.value;
  return (
    <section class="results notice">
      <div role="status"><h2>{m.empty.nothingFound}</h2></div>
      <p>{m.empty.nothingFoundHint}</p>
      {!isUnfiltered(search) && (
        <p><a class="button" href={searchHref({ q: search.q })}>{m.search.clearFilters}</a></p>
      )}
      <Examples title={m.empty.tryThese} />
    </section>
  );
}
