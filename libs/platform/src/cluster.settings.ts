import { z } from 'zod';
import { integerSetting, switchSetting } from './settings.js';

const listSetting = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== ''))
    .pipe(z.array(z.string()).min(1, 'names at least one address'));

/** Where the engines of the cluster profile are. The embedded profile has no use for them and lets them be. */
export const clusterSettings = z.object({
  WENLIU_NAMESPACE: z
    .string()
    .regex(/^[a-z0-9-]{0,40}$/, 'has small letters, digits and hyphens')
    .default('')
    .describe('Cluster profile: put before the names of topics, groups, database and index, so that several Wenlius share engines.'),
  WENLIU_KAFKA_BROKERS: listSetting('127.0.0.1:9092').describe('Cluster profile: brokers of Kafka, `host:port`, parted by commas.'),
  WENLIU_KAFKA_TLS: switchSetting(false).describe('Cluster profile: speak TLS to Kafka.'),
  WENLIU_KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional().describe('Cluster profile: how to authenticate to Kafka; not at all where it is missing.'),
  WENLIU_KAFKA_SASL_USERNAME: z.string().optional().describe('Cluster profile: user for Kafka.'),
  WENLIU_KAFKA_SASL_PASSWORD: z.string().optional().describe('Cluster profile: password for Kafka.'),
  WENLIU_KAFKA_PARTITIONS: integerSetting(2, 1_000, 12)
    .refine((n) => n % 2 === 0, 'must be even: half of the partitions are for live, half for backfill')
    .describe('Cluster profile: partitions of topics that are created, half for live and half for backfill. Bounds the replicas of a service that work at once.'),
  WENLIU_KAFKA_REPLICATION: integerSetting(1, 9, 1).describe('Cluster profile: copies of topics that are created; 3 in production.'),
  WENLIU_MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'begins with mongodb:// or mongodb+srv://').default('mongodb://127.0.0.1:27017').describe('Cluster profile: MongoDB, with user, password and TLS as MongoDB writes them.'),
  WENLIU_MONGODB_DATABASE: z.string().default('wenliu').describe('Cluster profile: the database.'),
  WENLIU_OPENSEARCH_URL: listSetting('http://127.0.0.1:9200').describe('Cluster profile: nodes of OpenSearch, parted by commas.'),
  WENLIU_OPENSEARCH_USERNAME: z.string().optional().describe('Cluster profile: user for OpenSearch.'),
  WENLIU_OPENSEARCH_PASSWORD: z.string().optional().describe('Cluster profile: password for OpenSearch.'),
  WENLIU_OPENSEARCH_CA_FILE: z.string().optional().describe('Cluster profile: certificates of the authority that signed OpenSearch’s, a PEM file.'),
  WENLIU_OPENSEARCH_SHARDS: integerSetting(1, 100, 1).describe('Cluster profile: shards of indexes that are created.'),
  WENLIU_OPENSEARCH_REPLICAS: integerSetting(0, 9, 0).describe('Cluster profile: copies of each shard beside the first; 1 or more in production.'),
});
export type ClusterSettings = z.infer<typeof clusterSettings>;
