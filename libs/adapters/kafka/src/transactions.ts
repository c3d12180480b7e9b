import { Partitioners, type Kafka, type Producer, type Transaction } from 'kafkajs';
import { hasType, isFenced, unavailable, within } from './errors.js';
import { inParts, toTopicMessages, type Placed } from './placed.js';

/**
 * A transaction meets the end of the one before it, which Kafka writes down a few ms later, and so must be asked for again at once:
 * 2026-11, 250 messages a transaction: 10,000/s, against 1,800/s with the client's own 300 ms.
 */
const RETRY = { initialRetryTime: 10, factor: 0, multiplier: 1.3, retries: 30, maxRetryTime: 1_000 };
/** Kafka aborts what a lost process left open, so that readers can go on. Nothing is open for longer than the limit below. */
const ABANDONED_AFTER_MS = 15_000;
const LIMIT_MS = 9_000;
const FREE_MS = 5;
/** The transaction before is about to end, or the group's offsets are on their way to another broker. */
const PASSING = ['CONCURRENT_TRANSACTIONS', 'NOT_COORDINATOR_FOR_GROUP', 'GROUP_COORDINATOR_NOT_AVAILABLE', 'GROUP_LOAD_IN_PROGRESS'];

export interface GroupOffset {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
}

/** The offset behind the last message that went to a partition. */
export interface End {
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
}

/** Kafka was asked to end a transaction and did not answer: it may be committed or not. */
export class UnknownEnd extends Error {
  constructor(
    readonly ends: readonly End[],
    cause: unknown,
  ) {
    super('no answer to the end of a transaction', { cause });
  }
}

/** Holds a transactional id, and by it shuts out whoever held it before. Works until something fails; then it is closed for a new one. */
export class Transactions {
  private constructor(
    private readonly producer: Producer,
    private readonly maxBytes: number,
  ) {}

  /** Shuts the one before out: what it left open is aborted, and what it has committed is in place when this resolves. */
  static async open(kafka: Kafka, transactionalId: string, maxBytes: number): Promise<Transactions> {
    const producer = kafka.producer({
      transactionalId,
      transactionTimeout: ABANDONED_AFTER_MS,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: RETRY,
    });
    const opening = (async () => {
      await producer.connect();
      // The first one registers the id. Nothing is in it, so its abort asks nobody.
      await (await producer.transaction()).abort();
    })();
    try {
      await within(LIMIT_MS, 'a producer', opening);
    } catch (error) {
      void producer.disconnect().catch(() => undefined);
      throw error;
    }
    return new Transactions(producer, maxBytes);
  }

  /** All of it or nothing; `UnknownEnd` where it is not known which. After an error this must be closed. */
  async run(placed: readonly Placed[], offset: GroupOffset | null): Promise<End[]> {
    const ends = new Map<string, End>();
    const transaction = await within(LIMIT_MS, 'the begin of a transaction', this.producer.transaction());
    await within(LIMIT_MS, 'a transaction', this.fill(transaction, placed, offset, ends));
    // Not reached when the limit was: what goes on above can then no longer come to its end.
    await within(LIMIT_MS, 'the end of a transaction', transaction.commit()).catch((cause: unknown) => {
      throw isFenced(cause) ? cause : new UnknownEnd([...ends.values()], cause);
    });
    return [...ends.values()];
  }

  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }

  private async fill(transaction: Transaction, placed: readonly Placed[], offset: GroupOffset | null, ends: Map<string, End>): Promise<void> {
    for (const part of inParts(placed, this.maxBytes)) {
      const answers = await transaction.sendBatch({ acks: -1, topicMessages: toTopicMessages(part) });
      for (const { topicName: topic, partition, baseOffset, errorCode } of answers) {
        if (errorCode !== 0 || baseOffset === undefined) throw unavailable(`${topic}/${partition} answered with code ${errorCode}`);
        const count = part.filter((message) => message.topic === topic && message.partition === partition).length;
        ends.set(`${topic}/${partition}`, { topic, partition, next: Number(baseOffset) + count });
      }
    }
    if (offset === null) return;
    const { group, topic, partition, next } = offset;
    const offsets = { consumerGroupId: group, topics: [{ topic, partitions: [{ partition, offset: `${next}` }] }] };
    await onceFree(() => transaction.sendOffsets(offsets));
  }
}

/** The client itself asks again for records, and not for offsets, which stand first where there are no records. */
async function onceFree(send: () => Promise<void>): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!hasType(error, ...PASSING) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, FREE_MS));
    }
  }
}
