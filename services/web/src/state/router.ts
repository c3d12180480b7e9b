import { effect, signal } from '@preact/signals';
import { EMPTY_SEARCH, parseRoute, toHref, type Route } from '../lib/url-state.js';

export const route = signal<Route>(parseRoute(location.search));

/** The search that an article was opened from. */
export const lastSearch = signal<Route>({ kind: 'search', search: EMPTY_SEARCH });

effect(() => {
  if (route.value.kind === 'search') lastSearch.value = route.value;
});

/** How the present route was reached: what `back` returns to may be shown as it was. */
export let arrivedBy: 'link' | 'history' = 'history';

interface Entry {
  scroll: number;
}

export function startRouter(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    arrivedBy = 'history';
    route.value = parseRoute(location.search);
    restoreScroll(event.state);
  });
  document.addEventListener('click', followLink);
}

export function go(to: Route, scroll: 'top' | 'keep' = 'top'): void {
  visit(toHref(to), scroll);
}

function visit(href: string, scroll: 'top' | 'keep'): void {
  const entry: Entry = { scroll: scrollY };
  history.replaceState(entry, '');
  history.pushState(null, '', new URL(href, location.href));
  arrivedBy = 'link';
  route.value = parseRoute(location.search);
  if (scroll === 'keep') return;
  scrollTo(0, 0);
}

/** Links are plain anchors, so that they can be copied and opened in a tab; a plain click stays on the page. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  if (anchor === null || anchor.target !== '' || !anchor.getAttribute('href')?.startsWith('?')) return;
  event.preventDefault();
  visit(anchor.href, anchor.dataset['scroll'] === 'keep' ? 'keep' : 'top');
}

function restoreScroll(state: unknown): void {
  const top = isEntry(state) ? state.scroll : 0;
  // Two frames: the first draws the route, the second knows its height.
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, top)));
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'scroll' in state && typeof state.scroll === 'number';
}
