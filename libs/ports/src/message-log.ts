import type { Lane } from '@wenliu/contracts';

export interface OutgoingMessage {
  topic: string;
  /** Messages with one key, lane and topic stay in the order they were appended in. */
  key: string;
  lane: Lane;
  headers: Readonly<Record<string, string>>;
  value: Uint8Array;
}

export interface LogRecord {
  topic: string;
  partition: number;
  /** Grows within a partition, by one where the engine keeps no marks of its own in between; never used again. */
  offset: number;
  key: string;
  lane: Lane;
  headers: Readonly<Record<string, string>>;
  value: Uint8Array;
  /** Milliseconds since 1970, set by the log. */
  appendedAt: number;
}

/** `next` is the offset the next record of the partition gets; records before `start` were removed by retention. */
export interface PartitionInfo {
  partition: number;
  lane: Lane;
  start: number;
  next: number;
}

export interface TopicSpec {
  name: string;
  /** `null`: kept for good. */
  retention: { maxAgeMs: number; maxBytes: number } | null;
}

/** Consecutive records of one partition, not yet committed for the group. */
export interface Delivery {
  topic: string;
  partition: number;
  lane: Lane;
  records: readonly LogRecord[];
  /** Aborted when the subscription closes or the partition goes to another member: finish or give up, do not commit. */
  signal: AbortSignal;
  /**
   * Appends `outputs` and moves the group behind the delivery's last record, both or neither. Works once, and only until the
   * handler has settled; then it rejects and changes nothing. After a failure it may be tried again. What was committed does not
   * come again, even if the handler throws afterwards.
   */
  commit(outputs: readonly OutgoingMessage[]): Promise<void>;
}

export interface Subscription {
  /**
   * Takes no new records and lets those under way come to their commit; aborts their signals after `graceMs` (at once where it is
   * 0, the default). Resolves when their handlers have settled.
   */
  close(graceMs?: number): Promise<void>;
}

export interface SubscribeOptions {
  group: string;
  topic: string;
  /** At most so many records a delivery; fewer when fewer are there (it never waits to fill up). */
  maxRecords: number;
}

/**
 * An ordered, durable log of bytes, in topics of partitions. Each lane has partitions of its own, so live records never stand
 * behind backfill. Bytes and headers come out as they went in.
 *
 * At least once: whatever was appended is delivered to every group until the group commits it; after a crash or a handler that
 * ended without `commit`, the same records come again, from the last commit, in order. A group sees one delivery of a partition
 * at a time; partitions are delivered side by side. The log does not retry handlers with a plan: who wants backoff, attempts
 * or quarantine does it inside the handler.
 *
 * Every method rejects with `PortUnavailable` while the engine cannot be reached or has no space; nothing was done then.
 */
export abstract class MessageLog {
  /** An append costs the engine so much that those which come one by one had better share it. */
  readonly sharedAppends: boolean = false;
  /** Creates what is missing; of what exists at most the retention changes: where the log removes records by itself. */
  abstract createTopics(topics: readonly TopicSpec[]): Promise<void>;
  /**
   * All or nothing. Resolved means: on disk, will survive the end of the process and of the machine. Rejects with `MessageTooLarge`
   * where the log does not take a message for its size; so does `commit`.
   */
  abstract append(messages: readonly OutgoingMessage[]): Promise<void>;
  /**
   * A group that is new to the topic starts at the first record kept. Members of a group share the partitions where the engine
   * serves several processes; else a second member is refused.
   */
  abstract subscribe(options: SubscribeOptions, handle: (delivery: Delivery) => Promise<void>): Promise<Subscription>;
  /** Up to `limit` committed records from `offset` on (or from the first one kept, if that is later); empty at the end. */
  abstract read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]>;
  /** Resolves when the topic has a record at or behind any of `positions` (offset by partition, else 0), or when aborted. */
  abstract waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void>;
  /** Empty for a topic that does not exist. */
  abstract partitions(topic: string): Promise<PartitionInfo[]>;
  /**
   * The next offset of each partition for the group; a partition it never committed is missing. A group that has nothing left to read
   * stands at `next`.
   */
  abstract committed(group: string, topic: string): Promise<ReadonlyMap<number, number>>;
  /** Topics that exist and begin with `prefix`. */
  abstract topics(prefix: string): Promise<string[]>;
  /** The offset by partition of the first record appended at or after the time (ms since 1970), else `next`. */
  abstract offsetsAt(topic: string, time: number): Promise<ReadonlyMap<number, number>>;
  /** Removes what retention allows now; never what a group that has committed on the topic has not read yet. */
  abstract retain(): Promise<void>;
  abstract close(): Promise<void>;
}
