import type { Kafka } from 'kafkajs';

/**
 * What kafkajs does not hand out: its connections to brokers, below its consumers. A consumer fetches only as a member of a group, so
 * reading a page of a topic would mean to join one. These are the parts of 2.2.4 that we call; the version is pinned.
 */
export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  refreshMetadataIfNecessary(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findTopicPartitionMetadata(topic: string): readonly { partitionId: number }[];
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, number[]>>;
  findBroker(broker: { nodeId: string }): Promise<Broker>;
  findGroupCoordinator(group: { groupId: string }): Promise<Broker>;
  findControllerBroker(): Promise<Broker>;
}

export interface Broker {
  metadata(topics: readonly string[]): Promise<{ topicMetadata: readonly { topic: string; partitionMetadata: readonly unknown[] }[] }>;
  fetch(request: FetchRequest): Promise<{ responses: readonly { topicName: string; partitions: readonly FetchedPartition[] }[] }>;
  listOffsets(request: {
    isolationLevel: number;
    topics: readonly { topic: string; partitions: readonly { partition: number; timestamp: string }[] }[];
  }): Promise<{ responses: readonly { partitions: readonly { partition: number; offset: string }[] }[] }>;
  offsetFetch(request: {
    groupId: string;
    topics: readonly { topic: string; partitions: readonly { partition: number }[] }[];
  }): Promise<{ responses: readonly { partitions: readonly { partition: number; offset: string }[] }[] }>;
}

interface FetchRequest {
  isolationLevel: number;
  maxWaitTime: number;
  minBytes: number;
  maxBytes: number;
  topics: readonly { topic: string; partitions: readonly { partition: number; fetchOffset: string; maxBytes: number }[] }[];
}

export interface FetchedPartition {
  readonly partition: number;
  readonly abortedTransactions: readonly AbortedTransaction[] | null;
  readonly messages: readonly FetchedMessage[];
}

interface AbortedTransaction {
  readonly producerId: string;
  readonly firstOffset: string;
}

export interface FetchedMessage {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly isControlRecord: boolean;
  readonly batchContext: { readonly producerId: string; readonly inTransaction: boolean };
}

export const READ_COMMITTED = 1;

const CREATE_CLUSTER = 'private:Kafka:createCluster';
const METADATA_AGE_MS = 60_000;

/** A client's own connections; not connected yet. */
export function createCluster(kafka: Kafka): Cluster {
  const symbol = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === CREATE_CLUSTER);
  const create: unknown = symbol && Reflect.get(kafka, symbol);
  if (typeof create !== 'function') throw new Error('kafkajs is not 2.2.4: its connections are not where they were');
  // The interface above is what this version's src/cluster and src/broker do.
  return Reflect.apply(create, kafka, [{ metadataMaxAge: METADATA_AGE_MS, allowAutoTopicCreation: false, isolationLevel: READ_COMMITTED }]) as Cluster;
}
