import type { ServerResponse } from 'node:http';
import { articleTagged, type Query } from '@wenliu/contracts';
import { decode } from '@wenliu/pipeline';
import { type MessageLog, type LogRecord } from '@wenliu/ports';
import { badParameter } from '@wenliu/platform';
import { matches, toSearchable } from '@wenliu/query';
import { type ApiConfig } from './api.settings.js';
import { toSummary } from './domain/summary.js';

const READ_AT_ONCE = 50;
/** Tells proxies and clients that the stream is alive. */
const HEARTBEAT_MS = 15_000;

/** Follows `article.tagged.v1` for clients. An event's id is the offset of every partition behind it, so a client resumes exactly. */
export class ArticleStream {
  private readonly stop = new AbortController();

  constructor(
    private readonly log: MessageLog,
    private readonly config: ApiConfig,
  ) {}

  /** Ends all streams, so that the server can close. */
  close(): void {
    this.stop.abort();
  }

  async positions(lastEventId: string | undefined, from: string | undefined): Promise<Map<number, number>> {
    const partitions = await this.log.partitions(articleTagged.name);
    const positions = new Map(partitions.map(({ partition, start, next }) => [partition, from === 'start' ? start : next]));
    if (lastEventId !== undefined && lastEventId !== '') {
      for (const [partition, offset] of parseEventId(lastEventId)) positions.set(partition, offset);
    } else if (from !== undefined && from !== 'start') {
      const time = Date.parse(from);
      if (Number.isNaN(time)) throw badParameter('from', 'must be `start` or a time in ISO 8601');
      for (const [partition, offset] of await this.log.offsetsAt(articleTagged.name, time)) positions.set(partition, offset);
    }
    return positions;
  }

  async run(response: ServerResponse, query: Query, positions: Map<number, number>): Promise<void> {
    const closed = new AbortController();
    response.on('close', () => closed.abort());
    const signal = AbortSignal.any([closed.signal, this.stop.signal]);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.write(`retry: 2000\nid: ${formatEventId(positions)}\n\n`);
    const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
    try {
      while (!signal.aborted) {
        const sent = await this.sendNext(response, query, positions);
        if (response.writableLength > this.config.values.WENLIU_API_STREAM_BUFFER_KB * 1024) return void response.destroy();
        if (!sent) await this.log.waitFor(articleTagged.name, positions, signal);
      }
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  }

  /** One portion of every partition; `false` when there was nothing. */
  private async sendNext(response: ServerResponse, query: Query, positions: Map<number, number>): Promise<boolean> {
    let any = false;
    for (const [partition, offset] of positions) {
      for (const record of await this.log.read(articleTagged.name, partition, offset, READ_AT_ONCE)) {
        any = true;
        positions.set(partition, record.offset + 1);
        const data = toEvent(record, query);
        if (data !== null) response.write(`id: ${formatEventId(positions)}\nevent: article\ndata: ${data}\n\n`);
      }
    }
    return any;
  }
}

/** The event's data, or `null` where the record is no article or does not match. */
function toEvent(record: LogRecord, query: Query): string | null {
  const event = decode(articleTagged, record.value);
  if (!event.ok || !matches(query, toSearchable(event.value))) return null;
  return JSON.stringify(toSummary(event.value));
}

const formatEventId = (positions: ReadonlyMap<number, number>): string => [...positions].map(([p, o]) => `${p}-${o}`).join('.');

function parseEventId(text: string): [number, number][] {
  return text.split('.').map((part) => {
    const [, partition, offset] = /^(\d{1,6})-(\d{1,16})$/.exec(part) ?? [];
    if (partition === undefined || offset === undefined) throw badParameter('last-event-id', 'is not the id of an event of this stream');
    return [Number(partition), Number(offset)];
  });
}
