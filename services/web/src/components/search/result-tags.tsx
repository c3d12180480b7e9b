import type { ArticleSummary } from '@wenliu/contracts';
import { messages } from '../../i18n/index.js';
import { toggleFilter, toHref, type Filter, type SearchState } from '../../lib/url-state.js';

const SHOWN: readonly [Filter, number][] = [['person', 3], ['place', 2], ['organization', 2]];

/** The first few tags; each narrows the search to it. */
export function ResultTags({ article, search }: { article: ArticleSummary; search: SearchState }) {
  const m = messages.value.search;
  const names: Record<Filter, string[]> = {
    publication: [],
    person: article.persons.map(({ name }) => name),
    place: article.places.map(({ name }) => name),
    organization: article.organizations.map(({ name }) => name),
  };
  const tags = SHOWN.flatMap(([filter, count]) =>
    names[filter].slice(0, count).map((value) => ({ filter, value, isOn: search.filters[filter].includes(value) })),
  );
  if (tags.length === 0) return null;
  return (
    <ul class="result-tags">
      {tags.map(({ filter, value, isOn }) => (
        <li key={`${filter} ${value}`}>
          <a
            class={`tag tag-${filter}`}
            href={toHref({ kind: 'search', search: toggleFilter(search, filter, value) })}
            aria-current={isOn ? 'true' : undefined}
            title={m[filter]}
          >
            {value}
          </a>
        </li>
      ))}
    </ul>
  );
}
