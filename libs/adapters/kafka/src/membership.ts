import type { Consumer, Kafka } from 'kafkajs';
import { hasType, translated, unavailable, within } from './errors.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** Members hear of a change by their next heartbeat, so it is also how long they keep each other waiting. */
const HEARTBEAT_MS = 1_000;
/** How long Kafka waits for members that it has not lost yet to join again. */
const REBALANCE_MS = 30_000;
const LOOK_MS = 100;
/** Between two tries to find who coordinates the group. */
const COORDINATOR_PAUSE_MS = 500;

export interface MembershipParts {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topic: string;
  readonly sessionTimeoutMs: number;
  /** The partitions that are this member's from now on; called for each change. */
  readonly onAssigned: (partitions: ReadonlySet<number>) => void;
  readonly onFatal: (error: Error) => void;
}

/**
 * A member of a group that takes partitions and heartbeats, and reads nothing: its topic is paused. So no handler, however long it takes,
 * keeps it from its heartbeats, and no change of members waits for one.
 */
export class Membership {
  private readonly listeners = new Set<() => void>();

  private constructor(private readonly consumer: Consumer) {}

  /** Resolves when the group has taken the member in. */
  static async join(parts: MembershipParts): Promise<Membership> {
    const deadline = performance.now() + REBALANCE_MS;
    for (;;) {
      try {
        return await Membership.joinOnce(parts);
      } catch (error) {
        // A new Kafka makes the topic of groups when it is asked for the first one; the client takes the wait for the end.
        if (!hasType(error, 'KafkaJSGroupCoordinatorNotFound') || performance.now() >= deadline) throw error;
        await sleep(COORDINATOR_PAUSE_MS);
      }
    }
  }

  private static async joinOnce({ kafka, group, topic, sessionTimeoutMs, onAssigned, onFatal }: MembershipParts): Promise<Membership> {
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: LOOK_MS,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, factor: 0.2, multiplier: 1.5, retries: 8, maxRetryTime: 2_000, restartOnFailure: async () => true },
    });
    const membership = new Membership(consumer);
    const joined = Promise.withResolvers<undefined>();
    let isMember = false;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      // Before the first fetch: nothing was read yet.
      consumer.pause([{ topic }]);
      onAssigned(new Set(payload.memberAssignment[topic] ?? []));
      isMember = true;
      joined.resolve(undefined);
      membership.confirm();
    });
    consumer.on(consumer.events.HEARTBEAT, () => membership.confirm());
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart) return;
      // Whoever waits to join hears of it there.
      if (isMember) onFatal(payload.error);
      else joined.reject(payload.error);
    });
    try {
      await within(REBALANCE_MS, 'a subscription', (async () => {
        await consumer.connect();
        await consumer.subscribe({ topic, fromBeginning: true });
        await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
        await joined.promise;
      })());
    } catch (error) {
      void consumer.disconnect().catch(() => undefined);
      throw translated(error);
    }
    return membership;
  }

  /**
   * Resolves when the group has said since that this is a member, or has given it partitions anew. The second answer counts: the first may
   * have been under way.
   */
  async confirmed(signal: AbortSignal): Promise<void> {
    const heard = Promise.withResolvers<undefined>();
    let answers = 0;
    const listener = (): void => {
      if (++answers === 2) heard.resolve(undefined);
    };
    const stop = (): void => heard.reject(unavailable('the partition is no longer ours'));
    this.listeners.add(listener);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    await heard.promise.finally(() => {
      this.listeners.delete(listener);
      signal.removeEventListener('abort', stop);
    });
  }

  /** Leaves the group, so that others need not wait for this member to be lost. */
  async leave(): Promise<void> {
    await within(REBALANCE_MS, 'the end of a subscription', this.consumer.disconnect()).catch(() => undefined);
  }

  private confirm(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
