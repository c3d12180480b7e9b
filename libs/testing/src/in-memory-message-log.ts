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

const PARTITIONS_PER_LANE = 2;

interface Partition extends PartitionInfo {
  records: LogRecord[];
  /** By group: the next offset. */
  committed: Map<string, number>;
}

interface Topic {
  partitions: Partition[];
  retention: TopicSpec['retention'];
}

/** The promises of MessageLog without a disk, for tests of what reads and writes it. */
export class InMemoryMessageLog extends MessageLog {
  /** What the next commits reject with, one each; nothing is done then. */
  readonly commitFaults: unknown[] = [];
  private readonly byName = new Map<string, Topic>();
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly nowMs: () => number = Date.now) {
    super();
  }

  override async createTopics(topics: readonly TopicSpec[]): Promise<void> {
    for (const { name, retention } of topics) {
      const partitions = this.byName.get(name)?.partitions ?? createPartitions();
      this.byName.set(name, { partitions, retention });
    }
  }

  override async append(messages: readonly OutgoingMessage[]): Promise<void> {
    this.insert(messages);
  }

  override async subscribe(options: SubscribeOptions, handle: (delivery: Delivery) => Promise<void>): Promise<Subscription> {
    const name = `${options.group} on ${options.topic}`;
    const topic = this.byName.get(options.topic);
    if (topic === undefined) throw new Error(`topic ${options.topic} does not exist: create it first`);
    if (this.subscriptions.has(name)) throw new Error(`${name} is subscribed already: close that subscription first`);
    const stop = new AbortController();
    const giveUp = new AbortController();
    const loops = topic.partitions.map((partition) => this.consume(options, partition, { stop: stop.signal, giveUp: giveUp.signal }, handle));
    const subscription: Subscription = {
      close: async (graceMs = 0) => {
        stop.abort();
        const timer = setTimeout(() => giveUp.abort(), graceMs);
        await Promise.all(loops).finally(() => clearTimeout(timer));
        if (this.subscriptions.get(name) === subscription) this.subscriptions.delete(name);
      },
    };
    this.subscriptions.set(name, subscription);
    return subscription;
  }

  override async read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]> {
    const found = this.byName.get(topic)?.partitions[partition];
    return found === undefined ? [] : readFrom(found, offset, limit);
  }

  override async waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void> {
    const isThere = (): boolean =>
      (this.byName.get(topic)?.partitions ?? []).some((p) => p.next > Math.max(p.start, positions.get(p.partition) ?? 0));
    while (!signal.aborted && !isThere()) await this.nextInsert(signal);
  }

  override async partitions(topic: string): Promise<PartitionInfo[]> {
    return (this.byName.get(topic)?.partitions ?? []).map(({ partition, lane, start, next }) => ({ partition, lane, start, next }));
  }

  override async committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const partitions = this.byName.get(topic)?.partitions ?? [];
    return new Map(partitions.flatMap(({ partition, committed }) => {
      const next = committed.get(group);
      return next === undefined ? [] : [[partition, next] as const];
    }));
  }

  override async topics(prefix: string): Promise<string[]> {
    return [...this.byName.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  override async offsetsAt(topic: string, time: number): Promise<ReadonlyMap<number, number>> {
    const partitions = this.byName.get(topic)?.partitions ?? [];
    return new Map(partitions.map(({ partition, records, next }) => [partition, records.find((r) => r.appendedAt >= time)?.offset ?? next]));
  }

  override async retain(): Promise<void> {
    for (const { partitions, retention } of this.byName.values()) {
      if (retention === null) continue;
      const groups = new Set(partitions.flatMap(({ committed }) => [...committed.keys()]));
      for (const partition of partitions) this.retainIn(partition, groups, retention.maxAgeMs, retention.maxBytes / partitions.length);
    }
  }

  override async close(): Promise<void> {
    await Promise.all([...this.subscriptions.values()].map((subscription) => subscription.close()));
  }

  private retainIn(partition: Partition, groups: ReadonlySet<string>, maxAgeMs: number, maxBytes: number): void {
    const readByAll = Math.min(partition.next, ...[...groups].map((group) => partition.committed.get(group) ?? 0));
    let bytes = partition.records.reduce((sum, { value }) => sum + value.byteLength, 0);
    const kept = partition.records.findIndex((record) => {
      const stays = record.offset >= readByAll || (record.appendedAt >= this.nowMs() - maxAgeMs && bytes <= maxBytes);
      bytes -= record.value.byteLength;
      return stays;
    });
    partition.records.splice(0, kept < 0 ? partition.records.length : kept);
    partition.start = partition.records[0]?.offset ?? partition.next;
  }

  private async consume(
    { group, topic, maxRecords }: SubscribeOptions,
    partition: Partition,
    { stop, giveUp }: { stop: AbortSignal; giveUp: AbortSignal },
    handle: (delivery: Delivery) => Promise<void>,
  ): Promise<void> {
    while (!stop.aborted) {
      const records = readFrom(partition, partition.committed.get(group) ?? 0, maxRecords);
      const next = (records.at(-1)?.offset ?? -1) + 1;
      if (next === 0) {
        await this.nextInsert(stop);
        continue;
      }
      let state: 'open' | 'committed' | 'over' = 'open';
      const commit = async (outputs: readonly OutgoingMessage[]): Promise<void> => {
        if (state !== 'open') throw new Error(`a delivery of ${topic}/${partition.partition} to ${group} was committed or given back before`);
        if (this.commitFaults.length > 0) throw this.commitFaults.shift();
        this.insert(outputs);
        partition.committed.set(group, next);
        state = 'committed';
      };
      const own = new AbortController();
      const end = (): void => own.abort();
      giveUp.addEventListener('abort', end, { once: true });
      try {
        await handle({ topic, partition: partition.partition, lane: partition.lane, records, signal: own.signal, commit });
      } catch {
        // Not committed, so the same records come again.
      }
      state = 'over';
      giveUp.removeEventListener('abort', end);
      // Lets timers and other partitions run even if the handler never waits.
      await new Promise(setImmediate);
    }
  }

  private insert(messages: readonly OutgoingMessage[]): void {
    const targets = messages.map((message) => this.partitionFor(message));
    messages.forEach(({ topic, key, lane, headers, value }, i) => {
      const partition = targets[i];
      if (partition === undefined) return;
      const offset = partition.next++;
      const record = { topic, partition: partition.partition, offset, key, lane, headers: { ...headers }, value: value.slice() };
      partition.records.push({ ...record, appendedAt: this.nowMs() });
    });
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  private partitionFor({ topic, key, lane }: OutgoingMessage): Partition {
    const sum = [...key].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
    const number = (lane === 'live' ? 0 : PARTITIONS_PER_LANE) + (sum % PARTITIONS_PER_LANE);
    const partition = this.byName.get(topic)?.partitions[number];
    if (partition === undefined) throw new Error(`topic ${topic} has no partition ${number}: create the topic first`);
    return partition;
  }

  private nextInsert(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

function createPartitions(): Partition[] {
  return Array.from({ length: 2 * PARTITIONS_PER_LANE }, (_, partition) => ({
    partition,
    lane: partition < PARTITIONS_PER_LANE ? 'live' : 'backfill',
    start: 0,
    next: 0,
    records: [],
    committed: new Map(),
  }));
}

/** Copies, as from a disk: nobody changes what another reads. */
function readFrom({ records }: Partition, offset: number, limit: number): LogRecord[] {
  const found = records.filter((record) => record.offset >= offset).slice(0, limit);
  return found.map((record) => ({ ...record, headers: { ...record.headers }, value: record.value.slice() }));
}
