import { ArticleSummary } from '@wenliu/contracts';

interface StreamEvent {
  /** What `Last-Event-ID` resumes behind. */
  id: string;
  /** `null` for the first event, which only says where the stream stands. */
  article: ArticleSummary | null;
}

export interface EventStream {
  /** The next event; rejects when none comes in time, or the stream has ended. */
  next(): Promise<StreamEvent>;
  close(): void;
}

const PATIENCE_MS = 15_000;

/** Server-sent events, read one at a time as they come. */
export async function openStream(url: string, parameters = '', lastEventId?: string): Promise<EventStream> {
  const stop = new AbortController();
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(`${url}/v1/stream?${parameters}`, { headers, signal: stop.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`stream: ${response.status} ${await response.text()}`);
  const blocks = blocksOf(response.body);
  return {
    next: async () => {
      const timer = setTimeout(() => stop.abort(new Error(`no event within ${PATIENCE_MS} ms`)), PATIENCE_MS);
      const { value, done } = await blocks.next().finally(() => clearTimeout(timer));
      if (done === true) throw new Error('the stream has ended');
      return toEvent(value);
    },
    close: () => stop.abort(),
  };
}

/** Events are parted by blank lines; comments keep the connection alive and say nothing. */
async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      if (!block.startsWith(':')) yield block;
    }
  }
  return undefined;
}

function toEvent(block: string): StreamEvent {
  const field = (name: string): string | undefined =>
    block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const id = field('id');
  const data = field('data');
  if (id === undefined) throw new Error(`an event without id: ${block}`);
  if (data !== undefined && field('event') !== 'article') throw new Error(`an event of another type: ${block}`);
  return { id, article: data === undefined ? null : ArticleSummary.parse(JSON.parse(data)) };
}
