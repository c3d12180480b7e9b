import { signal } from '@preact/signals';
import type { ArticleSummary } from '@wenliu/contracts';

const KEPT = 30;

export type StreamState = 'connecting' | 'open';

export const arrivals = signal<readonly ArticleSummary[]>([]);
export const streamState = signal<StreamState>('connecting');

let source: EventSource | null = null;
let listeners = 0;

/** One connection however many listen; the browser reconnects and resumes by itself. Returns how to stop. */
export function listenToArrivals(): () => void {
  listeners += 1;
  source ??= connect();
  return () => {
    listeners -= 1;
    if (listeners > 0) return;
    source?.close();
    source = null;
  };
}

function connect(): EventSource {
  streamState.value = 'connecting';
  const stream = new EventSource('v1/stream');
  stream.addEventListener('open', () => (streamState.value = 'open'));
  stream.addEventListener('error', () => (streamState.value = 'connecting'));
  stream.addEventListener('article', (event: MessageEvent<string>) => add(event.data));
  return stream;
}

function add(data: string): void {
  // The stream carries the summaries of the contracts.
  const article = JSON.parse(data) as ArticleSummary;
  const others = arrivals.value.filter((other) => other.id !== article.id);
  arrivals.value = [article, ...others].slice(0, KEPT);
}
