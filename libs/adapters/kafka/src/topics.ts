import type { TopicSpec } from '@wenliu/ports';
// Node finds not all of its names by itself.
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import type { Connection } from './connection.js';
import { hasType, isRefusal, translated, unavailable, within } from './errors.js';
import type { KafkaSettings } from './options.js';

/** Creating waits for a leader of each partition. */
const LIMIT_MS = 30_000;
const LOOK_MS = 20;
const MEBIBYTE = 1024 * 1024;

/** Something about a topic that exists and differs from what is wanted. */
export interface TopicDifference {
  readonly topic: string;
  /** `partitions`, or the name of a topic setting of Kafka. */
  readonly what: string;
  readonly is: string;
  readonly wanted: string;
}

/**
 * The settings of a topic, as Kafka names them. Kafka removes whole segments, never the one that is written to, so a limit of bytes needs
 * segments that are a part of it. Times are the broker's: those of several writers would not grow.
 */
function topicConfig({ retention }: TopicSpec, settings: KafkaSettings): Record<string, string> {
  const bytes = retention === null ? -1 : Math.max(1, Math.floor(retention.maxBytes / settings.partitions));
  const segment = bytes < 0 ? 1024 * MEBIBYTE : Math.floor(bytes / 4);
  return {
    'cleanup.policy': 'delete',
    'retention.ms': `${retention === null ? -1 : Math.min(retention.maxAgeMs, Number.MAX_SAFE_INTEGER)}`,
    'retention.bytes': `${bytes}`,
    'segment.bytes': `${Math.min(1024 * MEBIBYTE, Math.max(2 * settings.maxMessageBytes, segment))}`,
    'max.message.bytes': `${settings.maxMessageBytes}`,
    'message.timestamp.type': 'LogAppendTime',
    'min.insync.replicas': `${settings.minInsyncReplicas}`,
  };
}

/** Creates topics, and says how those that exist differ from what is wanted. */
export class Topics {
  private readonly counts = new Map<string, number>();
  private opened: Promise<Admin> | null = null;

  constructor(
    private readonly kafka: Kafka,
    private readonly connection: Connection,
    private readonly settings: KafkaSettings,
  ) {}

  async close(): Promise<void> {
    const opened = this.opened;
    this.opened = null;
    await opened?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  /** How many partitions a topic has; 0 where it does not exist. Partitions are never taken away, so what was seen is remembered. */
  async partitionCount(topic: string): Promise<number> {
    const known = this.counts.get(topic);
    if (known !== undefined) return known;
    const count = await this.connection.partitionCount(topic);
    if (count > 0) this.counts.set(topic, count);
    return count;
  }

  list(): Promise<string[]> {
    return this.administer('a list of topics', (admin) => admin.listTopics());
  }

  /** Creates what is missing and leaves what exists as it is. */
  async create(specs: readonly TopicSpec[]): Promise<void> {
    const existing = new Set(await this.list());
    const missing = specs.filter(({ name }) => !existing.has(name));
    if (missing.length === 0) return;
    const topics = missing.map((spec) => ({
      topic: spec.name,
      numPartitions: this.settings.partitions,
      replicationFactor: this.settings.replicationFactor,
      configEntries: Object.entries(topicConfig(spec, this.settings)).map(([name, value]) => ({ name, value })),
    }));
    await this.administer('the creation of topics', (admin) => admin.createTopics({ topics, waitForLeaders: false })).catch((error: unknown) => {
      // Another process was first.
      if (!hasType(error, 'TOPIC_ALREADY_EXISTS')) throw error;
    });
    await within(LIMIT_MS, 'a question for new topics', Promise.all(missing.map(({ name }) => this.untilKnown(name))));
  }

  /** What differs between topics that exist and what is wanted of them; missing ones are not listed. */
  async differences(specs: readonly TopicSpec[]): Promise<TopicDifference[]> {
    const existing = new Set(await this.list());
    const known = specs.filter(({ name }) => existing.has(name));
    if (known.length === 0) return [];
    const found: TopicDifference[] = [];
    const described = await this.administer('the settings of topics', (admin) =>
      admin.describeConfigs({
        includeSynonyms: false,
        resources: known.map(({ name }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
      }),
    );
    for (const spec of known) {
      const partitions = await this.partitionCount(spec.name);
      if (partitions !== this.settings.partitions) {
        found.push({ topic: spec.name, what: 'partitions', is: `${partitions}`, wanted: `${this.settings.partitions}` });
      }
      const entries = described.resources.find(({ resourceName }) => resourceName === spec.name)?.configEntries ?? [];
      for (const [what, wanted] of Object.entries(topicConfig(spec, this.settings))) {
        const is = entries.find(({ configName }) => configName === what)?.configValue ?? '';
        if (is !== wanted) found.push({ topic: spec.name, what, is, wanted });
      }
    }
    return found;
  }

  /** Gives topics that exist the settings wanted. Their partitions stay: more of them would part the versions of an article. */
  async alter(specs: readonly TopicSpec[]): Promise<void> {
    const different = new Set((await this.differences(specs)).map(({ topic }) => topic));
    const resources = specs.filter(({ name }) => different.has(name)).map((spec) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: spec.name,
      configEntries: Object.entries(topicConfig(spec, this.settings)).map(([name, value]) => ({ name, value })),
    }));
    if (resources.length === 0) return;
    await this.administer('a change of topics', (admin) => admin.alterConfigs({ validateOnly: false, resources }));
  }

  /** The client itself would wait for leaders, and give up where a broker has not heard of the topic yet. */
  private async untilKnown(topic: string): Promise<void> {
    let count = await this.partitionCount(topic);
    while (count === 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      count = await this.partitionCount(topic);
    }
    await this.connection.ends(topic, Array.from({ length: count }, (_, partition) => partition));
  }

  private async administer<T>(what: string, ask: (admin: Admin) => Promise<T>): Promise<T> {
    const opened = (this.opened ??= this.connect());
    try {
      return await within(LIMIT_MS, what, opened.then(ask));
    } catch (error) {
      if (this.opened === opened) await this.close();
      throw translated(error);
    }
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin();
    // What `TypeError` and the like mean elsewhere is here an address that does not answer.
    await within(LIMIT_MS, 'a connection', admin.connect()).catch((cause: unknown) => {
      throw isRefusal(cause) ? translated(cause) : unavailable(cause instanceof Error ? cause.message : String(cause), cause);
    });
    return admin;
  }
}
