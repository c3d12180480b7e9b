import { QuarantineEntry } from '@wenliu/contracts';
import { type MessageLog, type LogRecord, type OutgoingMessage } from '@wenliu/ports';

const READ_AT_ONCE = 500;
/** Headers that quarantine added; the rest is the message's own. */
const OWN = 'wl_';
/** On a marker that says which entry of its topic was sent back. */
const REDRIVEN = 'wl_redriven';

export interface QuarantineFilter {
  stage?: string | undefined;
  class?: string | undefined;
  reason?: string | undefined;
  /** ISO 8601 */
  since?: string | undefined;
}

export interface Found {
  entry: QuarantineEntry;
  record: LogRecord;
}

/**
 * The dead letters, read from their topics. Sending one back appends its untouched bytes to the topic it came from, and a marker
 * beside it in quarantine, so that the log alone tells what was redriven.
 */
export class Quarantine {
  private readonly counted = new Map<string, { upTo: string; open: number }>();

  constructor(private readonly log: MessageLog) {}

  /** Newest first. Entries that were sent back are left out. */
  async open(filter: QuarantineFilter): Promise<Found[]> {
    const found = await this.all();
    return found.filter(({ entry }) => entry.redrivenAt === null && fits(entry, filter));
  }

  async find(id: string): Promise<Found | null> {
    const match = /^(.+)\/(\d+)\/(\d+)$/.exec(id);
    const [, topic, partition, offset] = match ?? [];
    if (topic === undefined || !isQuarantine(topic)) return null;
    const marked = this.marked(topic, await this.records(topic));
    const [record] = await this.log.read(topic, Number(partition), Number(offset), 1);
    if (record === undefined || record.offset !== Number(offset) || REDRIVEN in record.headers) return null;
    return { entry: toEntry(record, marked), record };
  }

  async redrive(found: readonly Found[], at: string): Promise<void> {
    if (found.length === 0) return;
    await this.log.append(found.flatMap(({ entry, record }) => [toOriginal(entry, record), toMarker(record, at)]));
  }

  /** Reads only topics that have grown since the last time: the status page asks every other second. */
  async count(): Promise<number> {
    const topics = (await this.log.topics('')).filter(isQuarantine);
    const counts = await Promise.all(topics.map((topic) => this.countIn(topic)));
    return counts.reduce((sum, n) => sum + n, 0);
  }

  private async countIn(topic: string): Promise<number> {
    const upTo = (await this.log.partitions(topic)).map(({ next }) => next).join();
    const known = this.counted.get(topic);
    if (known?.upTo === upTo) return known.open;
    const records = await this.records(topic);
    const open = records.length - 2 * this.marked(topic, records).size;
    this.counted.set(topic, { upTo, open });
    return open;
  }

  private async all(): Promise<Found[]> {
    const topics = (await this.log.topics('')).filter(isQuarantine);
    const found = await Promise.all(
      topics.map(async (topic) => {
        const records = await this.records(topic);
        const marked = this.marked(topic, records);
        return records.filter((record) => !(REDRIVEN in record.headers)).map((record) => ({ entry: toEntry(record, marked), record }));
      }),
    );
    return found.flat().sort((a, b) => (a.entry.at < b.entry.at ? 1 : -1));
  }

  private async records(topic: string): Promise<LogRecord[]> {
    const records: LogRecord[] = [];
    for (const { partition, start, next } of await this.log.partitions(topic)) {
      let from = start;
      while (from < next) {
        const batch = await this.log.read(topic, partition, from, READ_AT_ONCE);
        const last = batch.at(-1);
        if (last === undefined) break;
        records.push(...batch);
        from = last.offset + 1;
      }
    }
    return records;
  }

  /** When each entry of a topic was sent back, by entry id. */
  private marked(topic: string, records: readonly LogRecord[]): ReadonlyMap<string, string> {
    const marks = records.flatMap((record): [string, string][] => {
      const of = record.headers[REDRIVEN];
      return of === undefined ? [] : [[`${topic}/${of}`, record.headers['wl_redriven_at'] ?? '']];
    });
    return new Map(marks);
  }
}

/** As `quarantineTopic` of the contracts names them. */
const isQuarantine = (topic: string): boolean => topic.includes('.quarantine.');

const idOf = (record: LogRecord): string => `${record.topic}/${record.partition}/${record.offset}`;

function toEntry(record: LogRecord, marked: ReadonlyMap<string, string>): QuarantineEntry {
  const { headers } = record;
  const [topic = '', partition = '0', offset = '0'] = (headers['wl_origin'] ?? '').split('/');
  const id = idOf(record);
  return QuarantineEntry.parse({
    id,
    stage: headers['wl_stage'],
    reason: headers['wl_reason'],
    detail: headers['wl_detail'] ?? null,
    class: headers['wl_class'],
    attempts: Number(headers['wl_attempts']),
    key: record.key,
    at: headers['wl_quarantined_at'],
    bytes: record.value.byteLength,
    origin: { topic, partition: Number(partition), offset: Number(offset) },
    redrivenAt: marked.get(id) ?? null,
  });
}

function fits(entry: QuarantineEntry, filter: QuarantineFilter): boolean {
  if (filter.stage !== undefined && entry.stage !== filter.stage) return false;
  if (filter.class !== undefined && entry.class !== filter.class) return false;
  if (filter.reason !== undefined && entry.reason !== filter.reason) return false;
  return filter.since === undefined || Date.parse(entry.at) >= Date.parse(filter.since);
}

function toOriginal(entry: QuarantineEntry, record: LogRecord): OutgoingMessage {
  const headers = Object.fromEntries(Object.entries(record.headers).filter(([name]) => !name.startsWith(OWN)));
  return { topic: entry.origin.topic, key: record.key, lane: record.lane, headers, value: record.value };
}

function toMarker(record: LogRecord, at: string): OutgoingMessage {
  const headers = { [REDRIVEN]: `${record.partition}/${record.offset}`, wl_redriven_at: at };
  return { topic: record.topic, key: record.key, lane: record.lane, headers, value: new Uint8Array() };
}
