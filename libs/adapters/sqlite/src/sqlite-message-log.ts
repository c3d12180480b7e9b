import { setTimeout as delay } from 'node:timers/promises';
import {
  MessageLog,
  type Delivery,
  type LogRecord,
  type OutgoingMessage,
  type PartitionInfo,
  type SubscribeOptions,
  type Subscription,
  type TopicSpec,
} from '@wenliu/ports';
import type { ThreadClient } from './rpc.js';
import { TopicBell } from './topic-bell.js';

/** Before a partition whose handler gave its records back is delivered again. */
const REDELIVERY_PAUSE_MS = 200;

/** A delivery, and where its group stands when it is committed. */
type Handed = Omit<Delivery, 'signal' | 'commit'> & { group: string; next: number };

export class SqliteMessageLog extends MessageLog {
  private readonly bell = new TopicBell();
  /** By group and topic: this is the only process, so a second member of a group would read what the first reads. */
  private readonly subscriptions = new Map<string, Subscription>();

  constructor(private readonly thread: ThreadClient) {
    super();
  }

  override createTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.thread.call('createTopics', topics);
  }

  override async append(messages: readonly OutgoingMessage[]): Promise<void> {
    this.bell.ring(await this.thread.call<string[]>('append', messages));
  }

  override async subscribe(options: SubscribeOptions, handle: (delivery: Delivery) => Promise<void>): Promise<Subscription> {
    const name = `${options.group} on ${options.topic}`;
    const stop = new AbortController();
    const giveUp = new AbortController();
    const partitions = await this.partitions(options.topic);
    if (partitions.length === 0) throw new Error(`topic ${options.topic} does not exist: create it first`);
    const committed = await this.committed(options.group, options.topic);
    if (this.subscriptions.has(name)) throw new Error(`${name} is subscribed already: close that subscription first`);
    const loops = partitions.map((info) =>
      this.consume(options, info, committed.get(info.partition) ?? info.start, stop.signal, giveUp.signal, handle),
    );
    const subscription: Subscription = {
      close: async (graceMs = 0) => {
        stop.abort();
        const timer = setTimeout(() => giveUp.abort(), graceMs);
        await Promise.all(loops).finally(() => clearTimeout(timer));
        if (this.subscriptions.get(name) === subscription) this.subscriptions.delete(name);
      },
    };
    this.subscriptions.set(name, subscription);
    return subscription;
  }

  override read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]> {
    return this.thread.call('read', { topic, partition, offset, limit });
  }

  override async waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const heard = this.bell.listen(topic);
      const partitions = await this.partitions(topic);
      if (partitions.some(({ partition, start, next }) => next > Math.max(start, positions.get(partition) ?? 0))) return;
      await heard.wait(signal);
    }
  }

  override partitions(topic: string): Promise<PartitionInfo[]> {
    return this.thread.call('partitions', topic);
  }
  override committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    return this.thread.call('committed', { group, topic });
  }
  override topics(prefix: string): Promise<string[]> {
    return this.thread.call('topics', prefix);
  }
  override offsetsAt(topic: string, time: number): Promise<ReadonlyMap<number, number>> {
    return this.thread.call('offsetsAt', { topic, time });
  }

  override async retain(): Promise<void> {
    while (await this.thread.call<boolean>('retain', null)) await delay(5);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.subscriptions.values()].map((subscription) => subscription.close()));
    await this.thread.close();
  }

  /** One partition, one delivery after the other, from the group's last commit. */
  private async consume(
    options: SubscribeOptions,
    { partition, lane }: PartitionInfo,
    from: number,
    signal: AbortSignal,
    giveUp: AbortSignal,
    handle: (delivery: Delivery) => Promise<void>,
  ): Promise<void> {
    const { group, topic } = options;
    let next = from;
    const stopped = (): boolean => signal.aborted;
    while (!stopped()) {
      try {
        const heard = this.bell.listen(topic);
        const records = await this.read(topic, partition, next, options.maxRecords);
        // It may have closed meanwhile.
        if (stopped()) return;
        const last = records.at(-1);
        if (last === undefined) {
          await heard.wait(signal);
          continue;
        }
        if (await this.deliver({ group, topic, partition, lane, records, next: last.offset + 1 }, giveUp, handle)) next = last.offset + 1;
        else await delay(REDELIVERY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      } catch {
        // The thread was away.
        await delay(REDELIVERY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Whether the handler committed. What it throws is its own affair: records not committed come again. */
  private async deliver({ group, next, ...given }: Handed, giveUp: AbortSignal, handle: (delivery: Delivery) => Promise<void>): Promise<boolean> {
    const { topic, partition } = given;
    let isOver = false;
    let committing: Promise<boolean> | null = null;
    const send = async (outputs: readonly OutgoingMessage[]): Promise<boolean> => {
      this.bell.ring(await this.thread.call<string[]>('commit', { group, topic, partition, next, outputs }));
      return true;
    };
    const commit = async (outputs: readonly OutgoingMessage[]): Promise<void> => {
      if (isOver || committing !== null) throw new Error(`a delivery of ${topic}/${partition} to ${group} was committed or given back before`);
      try {
        await (committing = send(outputs));
      } catch (error) {
        committing = null;
        throw error;
      }
    };
    // A signal of its own: listeners that a handler leaves behind go with it.
    const own = new AbortController();
    const end = (): void => own.abort();
    giveUp.addEventListener('abort', end, { once: true });
    try {
      await handle({ ...given, signal: own.signal, commit });
    } catch {
      // Said above.
    }
    isOver = true;
    giveUp.removeEventListener('abort', end);
    return (await Promise.resolve(committing).catch(() => false)) ?? false;
  }
}
