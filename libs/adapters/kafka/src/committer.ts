import type { Kafka } from 'kafkajs';
import type { Connection } from './connection.js';
import { isFenced, translated, unavailable, within } from './errors.js';
import type { Placed } from './placed.js';
import { Transactions } from './transactions.js';
import type { Written } from './written.js';

/** Beyond that, a commit is told to try again. */
const CONFIRM_MS = 9_000;

export interface CommitterParts {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly maxBytes: number;
  readonly connection: Connection;
  readonly written: Written;
  /** Resolves when the group has confirmed that this is still a member. */
  readonly confirmed: () => Promise<void>;
}

/**
 * Commits for one partition of a group under a transactional id that only its owner holds. The group itself fences nobody: kafkajs sends
 * offsets without the member's generation. So the owner takes the id over before it asks where to begin, and from then on the owner
 * before can commit nothing.
 */
export class Committer {
  private transactions: Transactions | null = null;
  private opened = false;

  constructor(private readonly parts: CommitterParts) {}

  /** False after a failure: where the group stands must be asked again, by `open`. */
  get isOpen(): boolean {
    return this.transactions !== null;
  }

  /** Takes the id over; then the next offset of the group, `null` where it never committed. */
  async open(): Promise<number | null> {
    const { kafka, group, topic, partition, connection, maxBytes } = this.parts;
    // A member that was taken for lost, and does not know it, must not take the id back from the new owner.
    if (this.opened) await within(CONFIRM_MS, 'a confirmation of the group', this.parts.confirmed());
    this.opened = true;
    const transactions = await Transactions.open(kafka, `${group}.${topic}.${partition}`, maxBytes);
    try {
      const [next = -1] = await connection.committed(group, topic, [partition]);
      this.transactions = transactions;
      return next < 0 ? null : next;
    } catch (error) {
      void transactions.close();
      throw error;
    }
  }

  /** Outputs and offset, both or neither. */
  async commit(placed: readonly Placed[], next: number): Promise<void> {
    const { group, topic, partition, written } = this.parts;
    // An attempt before failed; it may have come to its end all the same.
    if (this.transactions === null && (await this.open().catch(rethrow)) === next) return;
    const transactions = this.transactions;
    if (transactions === null) throw unavailable('the partition is no longer ours');
    const offset = { group, topic, partition, next };
    try {
      written.add(await transactions.run(placed, offset), offset);
    } catch (error) {
      await this.close();
      if (isFenced(error)) throw unavailable(`${topic}/${partition} went to another member of ${group}`, error);
      throw translated(error);
    }
  }

  async close(): Promise<void> {
    const transactions = this.transactions;
    this.transactions = null;
    await transactions?.close();
  }
}

const rethrow = (error: unknown): never => {
  throw translated(error);
};
