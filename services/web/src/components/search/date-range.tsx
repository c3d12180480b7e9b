import { messages } from '../../i18n/index.js';
import type { SearchState } from '../../lib/url-state.js';
import { go } from '../../state/router.js';

export function DateRange({ search }: { search: SearchState }) {
  const m = messages.value.search;
  const set = (bound: 'from' | 'to', date: string): void => {
    if (isHalfTyped(date)) return;
    go({ kind: 'search', search: { ...search, [bound]: date === '' ? null : date } }, 'keep');
  };
  return (
    <fieldset class="facet-group date-range">
      <legend>{m.date}</legend>
      <label>
        <span>{m.from}</span>
        <input
          type="date"
          value={search.from ?? ''}
          max={search.to ?? undefined}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{m.to}</span>
        <input
          type="date"
          value={search.to ?? ''}
          min={search.from ?? undefined}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
      </label>
    </fieldset>
  );
}

/** Browsers report `0020-05-01` while `2024` is being typed. */
function isHalfTyped(date: string): boolean {
  return date.startsWith('0');
}
