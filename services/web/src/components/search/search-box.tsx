import { useEffect, useRef, useState } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import type { SearchState } from '../../lib/url-state.js';
import { go } from '../../state/router.js';
import { loadSearch } from '../../state/search-store.js';
import { CloseIcon, HelpIcon, SearchIcon } from '../ui/icons.js';
import { GrammarHint } from './grammar-hint.js';
import { focusResult } from './result-focus.js';

export function SearchBox({ search }: { search: SearchState }) {
  const m = messages.value;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.q);
  const [hintIsOpen, setHintIsOpen] = useState(false);

  useEffect(() => setText(search.q), [search.q]);

  const submit = (event: Event): void => {
    event.preventDefault();
    setHintIsOpen(false);
    const q = text.trim();
    if (q === search.q) void loadSearch(search);
    else go({ kind: 'search', search: { ...search, q } });
  };
  const clear = (): void => {
    setText('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') setHintIsOpen(false);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    focusResult(0);
  };

  return (
    <form class="search-box" role="search" onSubmit={submit}>
      <h1 class="visually-hidden">{m.search.title}</h1>
      <div class="search-field">
        <SearchIcon />
        <input
          ref={input}
          id="query"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={2000}
          aria-label={m.search.label}
          aria-keyshortcuts="/"
          placeholder={m.search.placeholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button type="button" class="icon-button" aria-label={m.search.clear} onClick={clear}><CloseIcon /></button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={m.grammar.open}
          title={m.grammar.open}
          aria-expanded={hintIsOpen}
          aria-controls="grammar-hint"
          onClick={() => setHintIsOpen(!hintIsOpen)}
        >
          <HelpIcon />
        </button>
        <button type="submit" class="button primary">{m.search.submit}</button>
      </div>
      {hintIsOpen && <GrammarHint close={() => setHintIsOpen(false)} />}
    </form>
  );
}
