import { setTimeout as delay } from 'node:timers/promises';
import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';
import { TryLater, type ApiClient } from './api-client.js';
import { say } from './failures.js';

/** The server sends a sign of life every 15 s; after three missed ones the connection is dead. */
const SILENCE_MS = 45_000;
const RECONNECT_AFTER_MS = 2_000;

/**
 * The data of every event of a stream. A connection that breaks is taken up again behind the last event that was given; only when
 * the first one fails is it an error.
 */
export async function* follow(client: ApiClient, path: string): AsyncGenerator<string> {
  let lastEventId: string | null = null;
  let connected = false;
  for (;;) {
    const silence = new AbortController();
    const watchdog = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const headers: Record<string, string> = lastEventId === null ? {} : { 'last-event-id': lastEventId };
      const response = await client.send(path, { headers }, silence.signal);
      if (connected) say('connected again');
      connected = true;
      const events = eventsOf(response, {
        alive: () => watchdog.refresh(),
        // The first id says where the stream begins; later ones run ahead of what was given.
        id: (id) => (lastEventId ??= id),
      });
      for await (const { id, data } of events) {
        yield data;
        lastEventId = id ?? lastEventId;
      }
      say(`${client.url} ended the stream; connecting again`);
    } catch (error) {
      if (!connected || !isConnectionLoss(error)) throw error;
      say(`${error instanceof TryLater ? error.message : client.unreachable(error).message}; connecting again`);
    } finally {
      clearTimeout(watchdog);
      silence.abort();
    }
    await delay(RECONNECT_AFTER_MS);
  }
}

function eventsOf(response: Response, on: { alive: () => void; id: (id: string) => void }): AsyncIterable<EventSourceMessage> {
  const decoder = new TextDecoder();
  const toText = new TransformStream<Uint8Array, string>({
    transform: (bytes, controller) => {
      on.alive();
      controller.enqueue(decoder.decode(bytes, { stream: true }));
    },
  });
  const body = response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>();
  return body.pipeThrough(toText).pipeThrough(new EventSourceParserStream({ onId: on.id }));
}

/** fetch says TypeError for a connection that broke and AbortError for one we gave up. */
function isConnectionLoss(error: unknown): boolean {
  return error instanceof TryLater || error instanceof TypeError || (error instanceof Error && error.name === 'AbortError');
}
