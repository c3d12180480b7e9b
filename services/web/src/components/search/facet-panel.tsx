import type { FacetCount } from '@wenliu/contracts';
import { useState } from 'preact/hooks';
import { language, messages } from '../../i18n/index.js';
import { formatMonth } from '../../lib/format.js';
import { isMonthSelected, toggleFilter, toggleMonth, type Filter, type SearchState } from '../../lib/url-state.js';
import { useMedia } from '../ui/use-media.js';
import { DateRange } from './date-range.js';
import { FacetGroup, type FacetChoice } from './facet-group.js';

interface FacetPanelProps {
  search: SearchState;
  facets: Readonly<Record<string, readonly FacetCount[]>>;
}

export function FacetPanel({ search, facets }: FacetPanelProps) {
  const m = messages.value.search;
  const isWide = useMedia('(min-width: 56rem)');
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isWide || isOpen;
  return (
    <aside class="facets" aria-label={m.filters}>
      {!isWide && (
        <button type="button" class="button facets-toggle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {m.filters}
        </button>
      )}
      {isShown && (
        <div class="facet-groups">
          <FacetGroup title={m.publication} choices={choicesOf(search, facets, 'publication')} />
          <DateRange search={search} />
          <FacetGroup title={m.month} choices={monthChoices(search, facets)} />
          <FacetGroup title={m.person} choices={choicesOf(search, facets, 'person')} />
          <FacetGroup title={m.place} choices={choicesOf(search, facets, 'place')} />
          <FacetGroup title={m.organization} choices={choicesOf(search, facets, 'organization')} />
        </div>
      )}
    </aside>
  );
}

/** A chosen value stays in the list even where the narrowed result counts it no more. */
function choicesOf(search: SearchState, facets: FacetPanelProps['facets'], filter: Filter): FacetChoice[] {
  const counts = facets[filter] ?? [];
  const missing = search.filters[filter].filter((value) => !counts.some((count) => count.value === value));
  return [...missing.map((value) => ({ value, count: null })), ...counts].map(({ value, count }) => ({
    label: value,
    count,
    isOn: search.filters[filter].includes(value),
    toggled: toggleFilter(search, filter, value),
  }));
}

function monthChoices(search: SearchState, facets: FacetPanelProps['facets']): FacetChoice[] {
  const newestFirst = [...(facets['month'] ?? [])].sort((a, b) => b.value.localeCompare(a.value));
  return newestFirst.map(({ value, count }) => ({
    label: formatMonth(value, language.value),
    count,
    isOn: isMonthSelected(search, value),
    toggled: toggleMonth(search, value),
  }));
}
