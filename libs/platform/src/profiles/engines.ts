import { readFileSync } from 'node:fs';
import { KafkaMessageLog, type KafkaOptions } from '@wenliu/adapter-kafka';
import type { MongoOptions } from '@wenliu/adapter-mongodb';
import type { OpenSearchOptions } from '@wenliu/adapter-opensearch';
import type { ClusterSettings } from '../cluster.settings.js';

/** An engine in the words of the operator: what it is, where, and the settings that say so. */
export interface EngineWords {
  name: string;
  address: string;
  settings: string;
}

export const kafkaWords = (settings: ClusterSettings): EngineWords => ({
  name: 'Kafka',
  address: settings.WENLIU_KAFKA_BROKERS.join(','),
  settings: 'WENLIU_KAFKA_BROKERS, WENLIU_KAFKA_TLS, WENLIU_KAFKA_SASL_MECHANISM, WENLIU_KAFKA_SASL_USERNAME and WENLIU_KAFKA_SASL_PASSWORD',
});

export const mongoWords = (settings: ClusterSettings): EngineWords => ({
  name: 'MongoDB',
  // User and password stay where they are.
  address: settings.WENLIU_MONGODB_URI.replace(/\/\/[^@/]*@/, '//'),
  settings: 'WENLIU_MONGODB_URI and WENLIU_MONGODB_DATABASE',
});

export const openSearchWords = (settings: ClusterSettings): EngineWords => ({
  name: 'OpenSearch',
  address: settings.WENLIU_OPENSEARCH_URL.join(','),
  settings: 'WENLIU_OPENSEARCH_URL, WENLIU_OPENSEARCH_USERNAME, WENLIU_OPENSEARCH_PASSWORD and WENLIU_OPENSEARCH_CA_FILE',
});

/** A constructed log has not spoken to Kafka yet; this one has. */
export async function openKafka(options: KafkaOptions): Promise<KafkaMessageLog> {
  const log = new KafkaMessageLog(options);
  try {
    await log.topics('');
    return log;
  } catch (error) {
    await log.close().catch(() => undefined);
    throw error;
  }
}

export function kafkaOptions(settings: ClusterSettings): KafkaOptions {
  const { WENLIU_KAFKA_SASL_MECHANISM: mechanism } = settings;
  return {
    brokers: settings.WENLIU_KAFKA_BROKERS,
    tls: settings.WENLIU_KAFKA_TLS,
    partitions: settings.WENLIU_KAFKA_PARTITIONS,
    replicationFactor: settings.WENLIU_KAFKA_REPLICATION,
    ...(mechanism === undefined
      ? {}
      : { sasl: { mechanism, username: settings.WENLIU_KAFKA_SASL_USERNAME ?? '', password: settings.WENLIU_KAFKA_SASL_PASSWORD ?? '' } }),
  };
}

export const mongoOptions = (settings: ClusterSettings): MongoOptions => ({
  uri: settings.WENLIU_MONGODB_URI,
  database: namespaced(settings, settings.WENLIU_MONGODB_DATABASE),
});

export function openSearchOptions(settings: ClusterSettings): OpenSearchOptions {
  const { WENLIU_OPENSEARCH_USERNAME: username, WENLIU_OPENSEARCH_PASSWORD: password, WENLIU_OPENSEARCH_CA_FILE: caFile } = settings;
  return {
    node: settings.WENLIU_OPENSEARCH_URL,
    prefix: namespaced(settings, 'wenliu-'),
    shards: settings.WENLIU_OPENSEARCH_SHARDS,
    replicas: settings.WENLIU_OPENSEARCH_REPLICAS,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(caFile === undefined ? {} : { tls: { ca: readFileSync(caFile, 'utf8') } }),
  };
}

const namespaced = ({ WENLIU_NAMESPACE: namespace }: ClusterSettings, name: string): string => (namespace === '' ? name : `${namespace}-${name}`);
