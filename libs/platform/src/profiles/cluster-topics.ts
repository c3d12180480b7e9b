import type { TopicDifference } from '@wenliu/adapter-kafka';
import type { ClusterSettings } from '../cluster.settings.js';
import type { PlatformSettings } from '../platform.settings.js';
import { topicSpecs } from '../topic-specs.js';
import { kafkaOptions, openKafka } from './engines.js';
import { topicPrefix } from './namespaced-message-log.js';

export interface TopicsCreated {
  created: string[];
  /** Of topics that were there before; empty where they were altered. */
  differences: TopicDifference[];
  altered: TopicDifference[];
}

/** Creates the topics that are missing. Those that exist are changed only with `alter`, and their partitions never. */
export async function createClusterTopics(settings: PlatformSettings & ClusterSettings, alter: boolean): Promise<TopicsCreated> {
  const log = await openKafka(kafkaOptions(settings));
  try {
    const prefix = topicPrefix(settings.WENLIU_NAMESPACE);
    const specs = topicSpecs(settings).map((spec) => ({ ...spec, name: prefix + spec.name }));
    const existing = new Set(await log.topics(prefix));
    const before = await log.differences(specs);
    if (alter) await log.alter(specs);
    await log.createTopics(specs);
    const differences = alter ? await log.differences(specs) : before;
    const left = new Set(differences.map(({ topic, what }) => `${topic} ${what}`));
    return {
      created: specs.map(({ name }) => name).filter((name) => !existing.has(name)),
      differences,
      altered: before.filter(({ topic, what }) => !left.has(`${topic} ${what}`)),
    };
  } finally {
    await log.close();
  }
}
