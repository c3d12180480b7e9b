import type { Lane } from '@wenliu/contracts';
import { Partitioners } from 'kafkajs';

/** Murmur2, as Kafka's own clients: others can compute where a key lies. */
const hash = Partitioners.DefaultPartitioner();

/** The first half of a topic's partitions is for live records, the second for backfill. */
export const laneOf = (partition: number, partitions: number): Lane => (partition < Math.floor(partitions / 2) ? 'live' : 'backfill');

/** Where a key lies among the partitions of its lane: the same for as long as the topic keeps its number of partitions. */
export function partitionFor(key: string, lane: Lane, partitions: number): number {
  const half = Math.floor(partitions / 2);
  const count = lane === 'live' ? half : partitions - half;
  const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({
    partitionId, leader: 0, replicas: [], isr: [], partitionErrorCode: 0,
  }));
  const within = hash({ topic: '', partitionMetadata, message: { key: Buffer.from(key), value: null } });
  return lane === 'live' ? within : half + within;
}
