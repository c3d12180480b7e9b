import { useState } from 'preact/hooks';
import { language, messages } from '../../i18n/index.js';
import { formatCount } from '../../lib/format.js';
import type { SearchState } from '../../lib/url-state.js';
import { go } from '../../state/router.js';

export interface FacetChoice {
  label: string;
  /** `null` where the count is not known. */
  count: number | null;
  isOn: boolean;
  toggled: SearchState;
}

const SHORT = 6;

export function FacetGroup({ title, choices }: { title: string; choices: readonly FacetChoice[] }) {
  const m = messages.value.common;
  const [showsAll, setShowsAll] = useState(false);
  if (choices.length === 0) return null;
  const shown = showsAll ? choices : choices.filter((choice, index) => index < SHORT || choice.isOn);
  return (
    <section class="facet-group">
      <h2>{title}</h2>
      <ul>
        {shown.map((choice) => (
          <li key={choice.label}>
            <button
              type="button"
              class="facet"
              aria-pressed={choice.isOn}
              onClick={() => go({ kind: 'search', search: choice.toggled }, 'keep')}
            >
              <span class="facet-box" aria-hidden="true" />
              <span class="facet-label" title={choice.label}>{choice.label}</span>
              {choice.count !== null && <span class="facet-count">{formatCount(choice.count, language.value)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {choices.length > SHORT && (
        <button type="button" class="button bare facet-more" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? m.less : m.more}
        </button>
      )}
    </section>
  );
}
