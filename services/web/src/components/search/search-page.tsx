import { useEffect } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { isUnfiltered, toHref, type SearchState } from '../../lib/url-state.js';
import { openSearch, searchView } from '../../state/search-store.js';
import { useMedia } from '../ui/use-media.js';
import { useTitle } from '../ui/use-title.js';
import { LiveFeed } from '../pipeline/live-feed.js';
import { FacetPanel } from './facet-panel.js';
import { SearchBox } from './search-box.js';
import { SearchOutcome } from './search-outcome.js';

export function SearchPage({ search }: { search: SearchState }) {
  const m = messages.value;
  const hasRoomForFeed = useMedia('(min-width: 87.5rem)');
  const view = searchView.value;
  const facets = view.kind === 'ready' ? view.result.facets : view.kind === 'loading' ? (view.shown?.facets ?? {}) : {};
  const isEmptyStore = view.kind === 'ready' && view.result.total === 0 && search.q === '' && isUnfiltered(search);

  useTitle(search.q === '' ? m.search.title : search.q);
  useEffect(() => void openSearch(search), [toHref({ kind: 'search', search })]);

  return (
    <>
      <div class="search-band">
        <div class="shell">
          <SearchBox search={search} />
        </div>
      </div>
      <div class="shell search-columns">
        {isEmptyStore ? <div /> : <FacetPanel search={search} facets={facets} />}
        <SearchOutcome search={search} view={view} />
        {hasRoomForFeed && <LiveFeed />}
      </div>
    </>
  );
}
