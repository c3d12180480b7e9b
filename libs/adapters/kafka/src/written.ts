import type { Connection } from './connection.js';
import type { End, GroupOffset } from './transactions.js';

/** Kafka writes the marks at the end of a transaction within some ms. */
const POLL_MS = 2;
const LIMIT_MS = 5_000;

/**
 * A transaction is over before its marks are written, and only then readers see it. Who wrote must read what he wrote: this remembers
 * the ends of our own transactions until they can be seen.
 */
export class Written {
  private readonly ends = new Map<string, Map<number, number>>();
  private readonly offsets = new Map<string, Map<number, number>>();

  add(ends: readonly End[], offset: GroupOffset | null): void {
    for (const { topic, partition, next } of ends) raise(this.ends, topic, partition, next);
    if (offset !== null) raise(this.offsets, keyOf(offset.group, offset.topic), offset.partition, offset.next);
  }

  /** Resolves when readers of the topic see what was written here. */
  async seen(topic: string, connection: Connection): Promise<void> {
    await settled(this.ends, topic, (partitions) => connection.ends(topic, partitions));
  }

  /** Resolves when the group's offsets are those that were committed here. */
  async committed(group: string, topic: string, connection: Connection): Promise<void> {
    await settled(this.offsets, keyOf(group, topic), (partitions) => connection.committed(group, topic, partitions));
  }
}

const keyOf = (group: string, topic: string): string => `${group}\n${topic}`;

function raise(all: Map<string, Map<number, number>>, key: string, partition: number, next: number): void {
  const waiting = all.get(key) ?? new Map<number, number>();
  waiting.set(partition, Math.max(next, waiting.get(partition) ?? 0));
  all.set(key, waiting);
}

async function settled(all: Map<string, Map<number, number>>, key: string, look: (partitions: number[]) => Promise<number[]>): Promise<void> {
  const waiting = all.get(key);
  const end = performance.now() + LIMIT_MS;
  while (waiting && waiting.size > 0) {
    const partitions = [...waiting.keys()];
    const found = await look(partitions);
    partitions.forEach((partition, i) => {
      if ((found[i] ?? -1) >= (waiting.get(partition) ?? 0)) waiting.delete(partition);
    });
    // A topic that was removed has no ends: nobody waits for it for ever.
    if (performance.now() > end) waiting.clear();
    if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  if (all.get(key)?.size === 0) all.delete(key);
}
