import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Connection } from './connection.js';
import { translated } from './errors.js';
import type { Placed } from './placed.js';
import { Transactions, UnknownEnd, type End } from './transactions.js';
import type { Written } from './written.js';

interface Waiting {
  readonly placed: readonly Placed[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** What one transaction takes of the appends that wait. */
const MOST_BYTES = 4 * 1024 * 1024;
/** How long a transaction whose end is not known is looked up, and how often. */
const SETTLED_MS = 5_000;
const LOOK_MS = 50;

export interface AppenderParts {
  readonly kafka: Kafka;
  readonly clientId: string;
  readonly maxBytes: number;
  readonly connection: Connection;
  readonly written: Written;
}

/** Appends what comes in while a transaction is under way in the next one: all of it or nothing. */
export class Appender {
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  private transactions: Transactions | null = null;
  /** Nobody goes on with the appends of a process that has ended, so each has a name of its own. */
  private readonly id: string;

  constructor(private readonly parts: AppenderParts) {
    this.id = `${parts.clientId}.append.${randomUUID()}`;
  }

  append(placed: readonly Placed[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ placed, resolve, reject });
      this.working ??= this.work().finally(() => { this.working = null; });
    });
  }

  async close(): Promise<void> {
    await this.working;
    await this.transactions?.close();
    this.transactions = null;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const round = this.takeRound();
      try {
        await this.write(round.flatMap(({ placed }) => placed));
        for (const { resolve } of round) resolve();
      } catch (error) {
        void this.transactions?.close();
        this.transactions = null;
        for (const { reject } of round) reject(translated(error));
      }
    }
  }

  private async write(placed: readonly Placed[]): Promise<void> {
    const transactions = (this.transactions ??= await this.open());
    try {
      this.parts.written.add(await transactions.run(placed, null), null);
    } catch (error) {
      if (!(error instanceof UnknownEnd)) throw error;
      // Whoever takes the id over waits until Kafka has brought the transaction to its end, so it can be looked up then.
      void transactions.close();
      this.transactions = null;
      this.transactions = await this.open();
      if (!(await this.isThere(error.ends))) throw error;
    }
  }

  private open(): Promise<Transactions> {
    return Transactions.open(this.parts.kafka, this.id, this.parts.maxBytes);
  }

  private async isThere([end]: readonly End[]): Promise<boolean> {
    if (end === undefined) return true;
    const { topic, partition, next } = end;
    const until = performance.now() + SETTLED_MS;
    for (;;) {
      try {
        // Before that, what is not there may only not be readable yet; and to append again what is there would be worse than to wait.
        const [readable = 0] = await this.parts.connection.ends(topic, [partition]);
        if (readable >= next) {
          const { records } = await this.parts.connection.fetch({ topic, partition, offset: next - 1, waitMs: 0 });
          return records[0]?.offset === next - 1;
        }
      } catch (error) {
        // A connection from before the broker ended may fail once, and is made anew.
        if (performance.now() > until) throw error;
      }
      if (performance.now() > until) return false;
      await delay(LOOK_MS);
    }
  }

  private takeRound(): Waiting[] {
    let bytes = 0;
    const count = this.waiting.findIndex(({ placed }, i) => {
      bytes += placed.reduce((sum, message) => sum + message.bytes, 0);
      return i > 0 && bytes > MOST_BYTES;
    });
    return this.waiting.splice(0, count < 0 ? this.waiting.length : count);
  }
}
