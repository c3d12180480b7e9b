import type { Delivery, SubscribeOptions, Subscription } from '@wenliu/ports';
import { pause } from './errors.js';
import type { Membership } from './membership.js';
import type { PartitionConsumer } from './partition-consumer.js';

export interface SubscriptionParts {
  readonly options: SubscribeOptions;
  readonly handle: (delivery: Delivery) => Promise<void>;
  join(onAssigned: (partitions: ReadonlySet<number>) => void): Promise<Membership>;
  consume(partition: number, confirmed: (stopped: AbortSignal) => Promise<void>): PartitionConsumer;
}

/** A member of a group and a consumer for each partition that it was given. */
export class KafkaSubscription implements Subscription {
  private readonly consumers = new Map<number, PartitionConsumer>();
  private readonly ending = new Set<Promise<void>>();
  private readonly membership = Promise.withResolvers<Membership>();
  private closing: Promise<void> | null = null;

  private constructor(private readonly parts: SubscriptionParts) {}

  static async open(parts: SubscriptionParts): Promise<KafkaSubscription> {
    const subscription = new KafkaSubscription(parts);
    try {
      subscription.membership.resolve(await parts.join((partitions) => subscription.assign(partitions)));
    } catch (error) {
      subscription.membership.promise.catch(() => undefined);
      subscription.membership.reject(error);
      await subscription.end(0);
      throw error;
    }
    return subscription;
  }

  close(graceMs = 0): Promise<void> {
    this.closing ??= this.membership.promise.then(async (membership) => {
      await this.end(graceMs);
      await membership.leave();
    });
    return this.closing;
  }

  /** What is given stays as it is where it was given before. */
  private assign(partitions: ReadonlySet<number>): void {
    if (this.closing !== null) return;
    for (const [partition, consumer] of this.consumers) {
      if (partitions.has(partition) && !consumer.stopped.aborted) continue;
      consumer.giveUp();
      this.consumers.delete(partition);
      this.follow(consumer.ended());
    }
    for (const partition of partitions) {
      if (this.consumers.has(partition)) continue;
      const confirmed = async (stopped: AbortSignal): Promise<void> => (await this.membership.promise).confirmed(stopped);
      this.consumers.set(partition, this.parts.consume(partition, confirmed));
    }
  }

  private follow(ended: Promise<void>): void {
    const followed = ended.finally(() => this.ending.delete(followed));
    this.ending.add(followed);
  }

  private async end(graceMs: number): Promise<void> {
    const consumers = [...this.consumers.values()];
    for (const consumer of consumers) consumer.stop();
    const all = Promise.all([...consumers.map((consumer) => consumer.ended()), ...this.ending]);
    const ended = new AbortController();
    const grace = graceMs > 0 ? pause(graceMs, ended.signal) : Promise.resolve();
    await Promise.race([all, grace]);
    for (const consumer of consumers) consumer.giveUp();
    await all;
    ended.abort();
  }
}
