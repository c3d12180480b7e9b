import { useEffect } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { CloseIcon } from '../ui/icons.js';

export function GrammarHint({ close }: { close: () => void }) {
  const m = messages.value;
  const rows: [string, string][] = [
    ['新能源 汽车', m.grammar.allWords],
    ['"新能源汽车"', m.grammar.phrase],
    ['港口 OR 码头', m.grammar.either],
    ['汽车 NOT 广告', m.grammar.not],
    ['"港口 扩建"~5', m.grammar.near],
    ['title: author: person: org: place: publication:', m.grammar.fields],
    ['policy:"乡村振兴促进法"', m.grammar.policy],
    ['date:2024-01..2024-03', m.grammar.date],
  ];

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      const target = event.target;
      const isInside = target instanceof Element && target.closest('.search-box') !== null;
      if (!isInside) close();
    };
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return (
    <div id="grammar-hint" class="popover" role="region" aria-label={m.grammar.title}>
      <div class="popover-head">
        <h2>{m.grammar.title}</h2>
        <button type="button" class="icon-button" aria-label={m.common.close} onClick={close}><CloseIcon /></button>
      </div>
      <dl class="grammar">
        {rows.map(([query, meaning]) => (
          <div>
            <dt><code lang="zh-Hans">{query}</code></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
