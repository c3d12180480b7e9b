import { useEffect } from 'preact/hooks';
import { go, lastSearch, route } from '../state/router.js';

/** `/` goes to the search box from wherever nothing is being typed; where there is none, to the last search first. */
export function useSlashKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      if (route.value.kind !== 'search') go(lastSearch.value);
      // A frame later, when the box is drawn.
      requestAnimationFrame(focusSearchBox);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function focusSearchBox(): void {
  const box = document.getElementById('query');
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}
