import type { Kafka } from 'kafkajs';
import { createCluster, READ_COMMITTED, type Broker, type Cluster } from './cluster.js';
import { hasType, translated, unavailable, within } from './errors.js';
import { toRecords, type Fetched } from './fetched-records.js';
import { laneOf } from './lanes.js';

/** Readers are told soon that there is no answer, and try again by themselves. */
const LIMIT_MS = 8_000;
/** A batch of 128 articles with their segmentation. */
const FETCH_BYTES = 3 * 1024 * 1024;
const NOT_THERE = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'INVALID_TOPIC_EXCEPTION'];
const MOVING = [
  'NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'OFFSET_NOT_AVAILABLE', 'REPLICA_NOT_AVAILABLE', 'UNKNOWN_LEADER_EPOCH', 'FENCED_LEADER_EPOCH',
  'UNKNOWN_TOPIC_OR_PARTITION', 'NOT_COORDINATOR_FOR_GROUP', 'GROUP_COORDINATOR_NOT_AVAILABLE', 'GROUP_LOAD_IN_PROGRESS',
  // Another call has asked for the topic, and the answer is under way.
  'KafkaJSTopicMetadataNotLoaded',
];
const MOVING_MS = 5_000;
const LOOK_MS = 20;
const EARLIEST = '-2';
const LATEST = '-1';

export interface Fetch {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** How long Kafka may wait for a record; 0 for what is there. */
  readonly waitMs: number;
  readonly maxBytes?: number;
}

/**
 * A connection to the brokers that reads. It carries one fetch at a time, so who waits for records needs one of its own. What fails is
 * dropped, and the next call connects anew.
 */
export class Connection {
  private open: Promise<Cluster> | null = null;
  private closed = false;

  constructor(private readonly kafka: Kafka) {}

  async close(): Promise<void> {
    this.closed = true;
    await this.drop();
  }

  /** How many partitions a topic has; 0 where it does not exist, or has no leaders yet. */
  async partitionCount(topic: string): Promise<number> {
    return this.use('a question for a topic', async (cluster) => {
      const broker = await cluster.findControllerBroker();
      try {
        const { topicMetadata } = await broker.metadata([topic]);
        return topicMetadata.find((one) => one.topic === topic)?.partitionMetadata.length ?? 0;
      } catch (error) {
        if (hasType(error, ...NOT_THERE)) return 0;
        throw error;
      }
    });
  }

  /** Committed records from the offset on; from the first one kept where that is later. */
  async fetch({ topic, partition, offset, waitMs, maxBytes = FETCH_BYTES }: Fetch): Promise<Fetched> {
    return this.use('a fetch', async (cluster) => {
      const broker = await leaderOf(cluster, topic, partition);
      const lane = laneOf(partition, cluster.findTopicPartitionMetadata(topic).length);
      try {
        const { responses } = await broker.fetch({
          isolationLevel: READ_COMMITTED,
          maxWaitTime: waitMs,
          minBytes: 1,
          maxBytes: Math.max(maxBytes, FETCH_BYTES),
          topics: [{ topic, partitions: [{ partition, fetchOffset: `${offset}`, maxBytes }] }],
        });
        const fetched = responses[0]?.partitions[0];
        return fetched === undefined ? { records: [], next: offset } : toRecords(topic, lane, offset, fetched);
      } catch (error) {
        if (!hasType(error, 'OFFSET_OUT_OF_RANGE')) throw error;
        // Removed by retention, or not written yet: then it stays where it is.
        const [start = 0] = await offsetsOf(broker, topic, [partition], EARLIEST);
        return { records: [], next: Math.max(start, offset) };
      }
    });
  }

  /** The first offset kept of each partition. */
  starts(topic: string, partitions: readonly number[]): Promise<number[]> {
    return this.offsets(topic, partitions, EARLIEST);
  }

  /** The offset behind the last record that can be read. */
  ends(topic: string, partitions: readonly number[]): Promise<number[]> {
    return this.offsets(topic, partitions, LATEST);
  }

  /** The first offset at or after the time (ms since 1970); -1 where there is none. */
  at(topic: string, partitions: readonly number[], time: number): Promise<number[]> {
    return this.offsets(topic, partitions, `${Math.max(0, Math.trunc(time))}`);
  }

  /** By partition; -1 where the group never committed. */
  async committed(group: string, topic: string, partitions: readonly number[]): Promise<number[]> {
    return this.use("a question for a group's offsets", async (cluster) => {
      const coordinator = await cluster.findGroupCoordinator({ groupId: group });
      const { responses } = await coordinator.offsetFetch({ groupId: group, topics: [{ topic, partitions: partitions.map((partition) => ({ partition })) }] });
      return inOrder(partitions, responses.flatMap((response) => response.partitions));
    });
  }

  private async offsets(topic: string, partitions: readonly number[], timestamp: string): Promise<number[]> {
    return this.use('a question for offsets', async (cluster) => {
      const found = new Map<number, number>();
      await cluster.addTargetTopic(topic);
      for (const [nodeId, led] of Object.entries(cluster.findLeaderForPartitions(topic, partitions))) {
        const offsets = await offsetsOf(await cluster.findBroker({ nodeId }), topic, led, timestamp);
        led.forEach((partition, i) => found.set(partition, offsets[i] ?? -1));
      }
      return partitions.map((partition) => found.get(partition) ?? -1);
    });
  }

  private async use<T>(what: string, ask: (cluster: Cluster) => Promise<T>): Promise<T> {
    if (this.closed) throw unavailable('the log is closed');
    const opened = (this.open ??= connect(this.kafka));
    try {
      return await within(LIMIT_MS, what, opened.then((cluster) => this.whileMoving(cluster, ask)));
    } catch (error) {
      if (this.open === opened) void this.drop();
      throw translated(error);
    } finally {
      // A cluster connects by itself when it is asked: what was under way when it was closed may have opened it again.
      if (this.isClosed()) void opened.then((cluster) => cluster.disconnect()).catch(() => undefined);
    }
  }

  /** It may have been closed since it was looked at last. */
  private isClosed(): boolean {
    return this.closed;
  }

  /** Asks again while a partition is on its way to its leader: after it was created, or a broker has come or gone. */
  private async whileMoving<T>(cluster: Cluster, ask: (cluster: Cluster) => Promise<T>): Promise<T> {
    const end = performance.now() + MOVING_MS;
    for (;;) {
      try {
        return await ask(cluster);
      } catch (error) {
        if (this.closed || !hasType(error, ...MOVING) || performance.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        await cluster.refreshMetadata();
      }
    }
  }

  private async drop(): Promise<void> {
    const opened = this.open;
    this.open = null;
    await opened?.then((cluster) => cluster.disconnect()).catch(() => undefined);
  }
}

async function connect(kafka: Kafka): Promise<Cluster> {
  const cluster = createCluster(kafka);
  await cluster.connect();
  await cluster.refreshMetadataIfNecessary();
  return cluster;
}

async function leaderOf(cluster: Cluster, topic: string, partition: number): Promise<Broker> {
  await cluster.addTargetTopic(topic);
  const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
  if (nodeId === undefined) throw unavailable(`nobody leads ${topic}/${partition}`);
  return cluster.findBroker({ nodeId });
}

async function offsetsOf(broker: Broker, topic: string, partitions: readonly number[], timestamp: string): Promise<number[]> {
  const topics = [{ topic, partitions: partitions.map((partition) => ({ partition, timestamp })) }];
  const { responses } = await broker.listOffsets({ isolationLevel: READ_COMMITTED, topics });
  return inOrder(partitions, responses.flatMap((response) => response.partitions));
}

const inOrder = (partitions: readonly number[], found: readonly { partition: number; offset: string }[]): number[] =>
  partitions.map((partition) => Number(found.find((one) => one.partition === partition)?.offset ?? -1));
