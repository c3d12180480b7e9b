import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mongoose';
import { engineAddresses } from './engine-addresses.js';

/** One removal at a time: they share the engines with servers that are measured. */
let last: Promise<void> = Promise.resolve();

/** Removes topics, databases and indexes of namespaces whose servers have ended. */
export function removeNamespaces(namespaces: readonly string[]): Promise<void> {
  if (namespaces.length === 0) return Promise.resolve();
  last = last.then(() => removeNow(namespaces));
  return last;
}

async function removeNow(namespaces: readonly string[]): Promise<void> {
  await Promise.all([removeTopics(namespaces), removeDatabases(namespaces), ...namespaces.map(removeIndexes)]);
}

async function removeTopics(namespaces: readonly string[]): Promise<void> {
  const kafka = new Kafka({ brokers: engineAddresses().WENLIU_KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => namespaces.some((namespace) => topic.startsWith(`${namespace}.`)));
    if (topics.length > 0) await admin.deleteTopics({ topics });
  } finally {
    await admin.disconnect();
  }
}

async function removeDatabases(namespaces: readonly string[]): Promise<void> {
  const connection = await createConnection(engineAddresses().WENLIU_MONGODB_URI).asPromise();
  try {
    for (const namespace of namespaces) await connection.useDb(`${namespace}-wenliu`).dropDatabase();
  } finally {
    await connection.close();
  }
}

async function removeIndexes(namespace: string): Promise<void> {
  const answer = await fetch(`${engineAddresses().WENLIU_OPENSEARCH_URL}/${namespace}-wenliu-*`, { method: 'DELETE' });
  await answer.arrayBuffer();
  if (!answer.ok && answer.status !== 404) throw new Error(`the indexes of ${namespace} stay: ${answer.status}`);
}
