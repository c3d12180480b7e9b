import type { Delivery, LogRecord, OutgoingMessage } from '@wenliu/ports';
import type { Committer } from './committer.js';
import type { Connection } from './connection.js';
import { pause } from './errors.js';
import { laneOf } from './lanes.js';
import type { Placed } from './placed.js';

/** Before records are delivered again, or Kafka is asked again. */
const AGAIN_MS = 100;
const TROUBLE_MS = 500;
/** Kafka answers as soon as there is a record; an empty answer is asked for again, by each partition. */
const WAIT_MS = 3_000;
/** More than a hundred articles with their segmentation: a batch of a stage. */
const FETCH_BYTES = 4 * 1024 * 1024;
/**
 * A transaction costs as much for one record as for a hundred: where they come one by one, those of so long go together. The first
 * after a pause is delivered at once. 2026-11, 10 articles a second: Kafka takes 300 ms of processor a second, without it 500.
 */
const GATHER_MS = 250;

export interface ConsumerParts {
  readonly topic: string;
  readonly partition: number;
  readonly partitions: number;
  readonly maxRecords: number;
  /** For this partition alone: a fetch that waits holds it. */
  readonly connection: Connection;
  readonly committer: Committer;
  readonly place: (messages: readonly OutgoingMessage[]) => Promise<Placed[]>;
  readonly handle: (delivery: Delivery) => Promise<void>;
}

/** Delivers one partition, for as long as it is ours. */
export class PartitionConsumer {
  private readonly stopping = new AbortController();
  private readonly givingUp = new AbortController();
  /** Nobody waits for a fetch that waits. */
  private readonly over: Promise<null>;
  private readonly running: Promise<void>;

  constructor(private readonly parts: ConsumerParts) {
    this.over = new Promise((resolve) => this.stopped.addEventListener('abort', () => resolve(null), { once: true }));
    this.running = this.run();
  }

  /** Aborted when nothing more is to be delivered. */
  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  /** Takes no new records. */
  stop(): void {
    this.stopping.abort();
    void this.parts.connection.close();
  }

  /** Aborts the signal of the delivery under way. */
  giveUp(): void {
    this.stop();
    this.givingUp.abort();
  }

  /** Resolves when its handler has settled. */
  async ended(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped.aborted) {
      try {
        await this.deliverFrom(await this.begin());
      } catch {
        // Kafka is away: the next turn asks where the group stands.
        await pause(TROUBLE_MS, this.stopped);
      }
    }
    await this.parts.committer.close();
  }

  /** Behind the group's last commit; at the first record where there is none, or where Kafka has lost what was committed. */
  private async begin(): Promise<number> {
    const { topic, partition, committer, connection } = this.parts;
    const committed = await committer.open();
    if (committed === null) return 0;
    const [end = -1] = await connection.ends(topic, [partition]);
    return committed > end ? 0 : committed;
  }

  private async deliverFrom(begin: number): Promise<void> {
    const { topic, partition, maxRecords, connection, committer } = this.parts;
    let fetched: readonly LogRecord[] = [];
    let offset = begin;
    let notBefore = 0;
    while (!this.stopped.aborted && committer.isOpen) {
      if (fetched.length === 0) {
        const early = notBefore - performance.now();
        if (early > 0) await pause(early, this.stopped);
        const fetch = connection.fetch({ topic, partition, offset, waitMs: WAIT_MS, maxBytes: FETCH_BYTES }).catch(() => null);
        const answer = await Promise.race([fetch, this.over]);
        if (answer === null) await pause(TROUBLE_MS, this.stopped);
        else ({ records: fetched, next: offset } = answer);
        continue;
      }
      const records = fetched.slice(0, maxRecords);
      const committed = await this.deliver(records);
      notBefore = records.length < maxRecords ? performance.now() + GATHER_MS : 0;
      if (committed) fetched = fetched.slice(maxRecords);
      else await pause(AGAIN_MS, this.stopped);
    }
  }

  /** True when it was committed. */
  private async deliver(records: readonly LogRecord[]): Promise<boolean> {
    const { topic, partition, partitions, committer, place, handle } = this.parts;
    const own = new AbortController();
    const end = (): void => own.abort();
    this.givingUp.signal.addEventListener('abort', end, { once: true });
    if (this.givingUp.signal.aborted) end();
    const state: { now: 'open' | 'committing' | 'committed' | 'over' } = { now: 'open' };
    let attempt: Promise<void> = Promise.resolve();
    const next = (records.at(-1)?.offset ?? -1) + 1;
    const commit = (outputs: readonly OutgoingMessage[]): Promise<void> => {
      if (state.now !== 'open') return Promise.reject(new Error(`a delivery of ${topic}/${partition} was committed or given back before`));
      state.now = 'committing';
      attempt = place(outputs).then((placed) => committer.commit(placed, next)).then(
        () => { state.now = 'committed'; },
        (error: unknown) => {
          state.now = 'open';
          throw error;
        },
      );
      return attempt;
    };
    try {
      await handle({ topic, partition, lane: laneOf(partition, partitions), records, signal: own.signal, commit });
    } catch {
      // Not committed, so the same records come again.
    }
    // A handler may have settled without waiting for its commit.
    await attempt.catch(() => undefined);
    const committed = state.now === 'committed';
    state.now = 'over';
    this.givingUp.signal.removeEventListener('abort', end);
    return committed;
  }
}
