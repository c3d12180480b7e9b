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

export class SqliteMessageLog extends MessageLog {
  private readonly bell = new TopicBell();
  private readonly subscriptions = new Set<Subscription>();

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
    const stop = new AbortController();
    const giveUp = new AbortController();
    const partitions = await this.partitions(options.topic);
    if (partitions.length === 0) throw new Error(`topic ${options.topic} does not exist: create it first`);
    const committed = await this.committed(options.group, options.topic);
    const loops = partitions.map((info) =>
      this.consume(options, info, committed.get(info.partition) ?? info.start, stop.signal, giveUp.signal, handle),
    );
    const subscription: Subscription = {
      close: async (graceMs = 0) => {
        stop.abort();
        const timer = setTimeout(() => giveUp.abort(), graceMs);
        this.subscriptions.delete(subscription);
        await Promise.all(loops).finally(() => clearTimeout(timer));
      },
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  override read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]> {
    return this.thread.call('read', { topic, partition, offset, limit });
  }

  override async waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const heard = this.bell.listen(topic);
      const partitions = await this.partitions(topic);
      if (partitions.some(({ partition, next }) => next > (positions.get(partition) ?? 0))) return;
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
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
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
    while (!signal.aborted) {
      try {
        const heard = this.bell.listen(topic);
        const records = await this.read(topic, partition, next, options.maxRecords);
        const last = records.at(-1);
        if (last === undefined) {
          await heard.wait(signal);
          continue;
        }
        const after = last.offset + 1;
        let committed = false;
        const commit = async (outputs: readonly OutgoingMessage[]): Promise<void> => {
          this.bell.ring(await this.thread.call<string[]>('commit', { group, topic, partition, next: after, outputs }));
          committed = true;
        };
        // A signal of its own: listeners that a handler leaves behind go with it.
        const own = new AbortController();
        const end = (): void => own.abort();
        giveUp.addEventListener('abort', end, { once: true });
        await handle({ topic, partition, lane, records, signal: own.signal, commit }).finally(() =>
          giveUp.removeEventListener('abort', end),
        );
        if (committed) next = after;
        else await delay(REDELIVERY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      } catch {
        // The handler threw or the thread was away: not committed, so the same records come again.
        await delay(REDELIVERY_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
