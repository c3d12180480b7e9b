import type { Delivery, LogRecord, MessageLog, OutgoingMessage, TopicSpec } from './message-log.js';
import { bytesOf, textOf, within } from './suite.contract.js';

/** What the parts of the suite share: the log that is open now, and topics that only one case uses. */
export interface Fixture {
  readonly log: MessageLog;
  topic(retention?: TopicSpec['retention']): Promise<string>;
  /** Closes the log and opens it again. */
  restart(): Promise<void>;
}

/** A subscription that remembers what it was given. */
export interface Probe {
  readonly deliveries: readonly Delivery[];
  /** All records delivered so far, once there are `count`. */
  delivered(count: number): Promise<LogRecord[]>;
  /** All records whose handler has settled, once there are `count`. */
  handled(count: number): Promise<LogRecord[]>;
  close(graceMs?: number): Promise<void>;
}

export interface ProbeOptions {
  group: string;
  topic: string;
  maxRecords?: number;
}

export const commitAll = (delivery: Delivery): Promise<void> => delivery.commit([]);

export async function openProbe(
  log: MessageLog,
  { group, topic, maxRecords = 100 }: ProbeOptions,
  handle: (delivery: Delivery) => Promise<void> = commitAll,
): Promise<Probe> {
  const deliveries: Delivery[] = [];
  const lists = { delivered: new Waitable(), handled: new Waitable() };
  const subscription = await log.subscribe({ group, topic, maxRecords }, async (delivery) => {
    deliveries.push(delivery);
    lists.delivered.add(delivery.records);
    try {
      await handle(delivery);
    } finally {
      lists.handled.add(delivery.records);
    }
  });
  return {
    deliveries,
    delivered: (count) => lists.delivered.reach(count, `${count} records of ${topic} to be delivered to ${group}`),
    handled: (count) => lists.handled.reach(count, `${count} records of ${topic} to be handled by ${group}`),
    close: (graceMs) => within(`the subscription of ${group} to close`, subscription.close(graceMs)),
  };
}

class Waitable {
  private readonly records: LogRecord[] = [];
  private readonly waiting = new Set<() => void>();

  add(records: readonly LogRecord[]): void {
    this.records.push(...records);
    for (const look of this.waiting) look();
  }

  reach(count: number, what: string): Promise<LogRecord[]> {
    const reached = new Promise<LogRecord[]>((resolve) => {
      const look = (): void => {
        if (this.records.length < count) return;
        this.waiting.delete(look);
        resolve([...this.records]);
      };
      this.waiting.add(look);
      look();
    });
    return within(`${what} (${this.records.length} so far)`, reached);
  }
}

/** A message in the live lane; the value is the text. */
export const message = (topic: string, key: string, text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  topic,
  key,
  lane: 'live',
  headers: {},
  value: bytesOf(text),
  ...more,
});

export const texts = (records: readonly LogRecord[]): string[] => records.map((record) => textOf(record.value));

/** Everything kept of a topic, partition by partition. */
export async function readAll(log: MessageLog, topic: string): Promise<LogRecord[]> {
  const all: LogRecord[] = [];
  for (const { partition, next } of await log.partitions(topic)) {
    let offset = 0;
    while (offset < next) {
      const records = await log.read(topic, partition, offset, 1_000);
      const last = records.at(-1);
      if (last === undefined) break;
      all.push(...records);
      offset = last.offset + 1;
    }
  }
  return all;
}

/** Where a group stands: how many records of the topic are behind its commits. */
export async function committedCount(log: MessageLog, group: string, topic: string): Promise<number> {
  const next = [...(await log.committed(group, topic)).values()];
  return next.reduce((sum, n) => sum + n, 0);
}
