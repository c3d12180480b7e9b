import { signal } from '@preact/signals';
import type { SearchResult } from '@wenliu/contracts';
import { searchArticles } from '../api/client.js';
import { toFailure, type Failure } from '../api/failure.js';
import { toHref, type SearchState } from '../lib/url-state.js';
import { arrivedBy } from './router.js';

export type SearchView =
  /** `shown` is the last result, still on screen. */
  | { kind: 'loading'; shown: SearchResult | null }
  | { kind: 'ready'; result: SearchResult; more: 'idle' | 'loading' | 'failed' }
  | { kind: 'failed'; failure: Failure };

export const searchView = signal<SearchView>({ kind: 'loading', shown: null });

/** Searches one can go back to, with all that was loaded of them. */
const KEPT = 20;
const remembered = new Map<string, SearchResult>();

let running: AbortController | null = null;

/** What the address asks for: going back shows a search as it was left. */
export async function openSearch(search: SearchState): Promise<void> {
  const key = keyOf(search);
  const known = remembered.get(key);
  if (known === undefined || arrivedBy !== 'history') return loadSearch(search);
  begin();
  show(key, known);
}

export async function loadSearch(search: SearchState): Promise<void> {
  const key = keyOf(search);
  const abort = begin();
  searchView.value = { kind: 'loading', shown: shownResult() };
  try {
    const result = await searchArticles(search, null, abort.signal);
    if (abort.signal.aborted) return;
    show(key, result);
  } catch (error) {
    if (!abort.signal.aborted) searchView.value = { kind: 'failed', failure: toFailure(error) };
  }
}

export async function loadMore(search: SearchState): Promise<void> {
  const view = searchView.value;
  if (view.kind !== 'ready' || view.result.next === null || view.more === 'loading') return;
  const key = keyOf(search);
  const abort = begin();
  searchView.value = { ...view, more: 'loading' };
  try {
    const next = await searchArticles(search, view.result.next, abort.signal);
    if (abort.signal.aborted) return;
    show(key, { ...view.result, items: [...view.result.items, ...next.items], next: next.next });
  } catch {
    if (!abort.signal.aborted) searchView.value = { ...view, more: 'failed' };
  }
}

function keyOf(search: SearchState): string {
  return toHref({ kind: 'search', search });
}

function begin(): AbortController {
  running?.abort();
  running = new AbortController();
  return running;
}

function shownResult(): SearchResult | null {
  const view = searchView.value;
  if (view.kind === 'ready') return view.result;
  return view.kind === 'loading' ? view.shown : null;
}

function show(key: string, result: SearchResult): void {
  remembered.delete(key);
  remembered.set(key, result);
  for (const oldest of [...remembered.keys()].slice(0, -KEPT)) remembered.delete(oldest);
  searchView.value = { kind: 'ready', result, more: 'idle' };
}
