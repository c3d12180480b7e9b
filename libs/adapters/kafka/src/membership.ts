import type { Consumer, Kafka } from 'kafkajs';
import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';
import { pause, translated, unavailable, within } from './errors.js';

/** Members hear of a change by their next heartbeat, so it is also how long they keep each other waiting. */
const HEARTBEAT_MS = 1_000;
/** How long Kafka waits for members that it has not lost yet to join again. */
const REBALANCE_MS = 30_000;
const LOOK_MS = 100;
/** Before a member that the client has given up joins again. */
const AGAIN_MS = 1_000;

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
  private readonly leaving = new AbortController();
  private consumer: Consumer | null = null;

  private constructor(private readonly parts: MembershipParts) {}

  /** Resolves when the group has taken the member in. */
  static async join(parts: MembershipParts): Promise<Membership> {
    const membership = new Membership(parts);
    await membership.enter().catch((error: unknown) => Promise.reject(translated(error)));
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
    this.leaving.abort();
    const { consumer } = this;
    if (consumer !== null) await within(REBALANCE_MS, 'the end of a subscription', consumer.disconnect()).catch(() => undefined);
  }

  private isLeaving(): boolean {
    return this.leaving.signal.aborted;
  }

  private confirm(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private async enter(): Promise<void> {
    const { kafka, group, topic, sessionTimeoutMs, onAssigned } = this.parts;
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: LOOK_MS,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, factor: 0.2, multiplier: 1.5, retries: 8, maxRetryTime: 2_000, restartOnFailure: async () => true },
    });
    const joined = Promise.withResolvers<undefined>();
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      // Before the first fetch: nothing was read yet.
      consumer.pause([{ topic }]);
      onAssigned(new Set(payload.memberAssignment[topic] ?? []));
      joined.resolve(undefined);
      this.confirm();
    });
    consumer.on(consumer.events.HEARTBEAT, () => this.confirm());
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart) return;
      if (this.consumer === consumer) void this.enterAgain(payload.error);
      else joined.reject(payload.error);
    });
    try {
      await within(REBALANCE_MS, 'a subscription', (async () => {
        await consumer.connect();
        await consumer.subscribe({ topic, fromBeginning: true });
        await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
        await joined.promise;
      })());
      this.consumer = consumer;
    } catch (error) {
      void consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  /** The client ends a consumer for good for things that pass, such as a group that has no coordinator while a broker starts. */
  private async enterAgain(cause: unknown): Promise<void> {
    this.consumer = null;
    for (let error: unknown = cause; !this.isLeaving(); ) {
      const said = translated(error);
      if (!(said instanceof PortUnavailable) || said instanceof PortMisconfigured) return this.parts.onFatal(said);
      await pause(AGAIN_MS, this.leaving.signal);
      if (this.isLeaving()) return;
      try {
        await this.enter();
        // Left meanwhile.
        if (this.isLeaving()) await this.leave();
        return;
      } catch (failed) {
        error = failed;
      }
    }
  }
}
