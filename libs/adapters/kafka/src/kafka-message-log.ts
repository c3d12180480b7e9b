import { MessageLog, type Delivery, type LogRecord, type OutgoingMessage, type PartitionInfo, type SubscribeOptions, type Subscription, type TopicSpec } from '@wenliu/ports';
import type { Kafka } from 'kafkajs';
import { Appender } from './appender.js';
import { createClient } from './client.js';
import { Committer } from './committer.js';
import { Connection } from './connection.js';
import { pause } from './errors.js';
import { KafkaSubscription } from './kafka-subscription.js';
import { laneOf } from './lanes.js';
import { Membership } from './membership.js';
import { settingsOf, type KafkaOptions, type KafkaSettings } from './options.js';
import { PartitionConsumer } from './partition-consumer.js';
import { place } from './placed.js';
import { Topics, type TopicDifference } from './topics.js';
import { Written } from './written.js';

/** Who waits for a record hears of it so much later. */
const LOOK_MS = 40;
/** What a page of records takes: an article with its segmentation each, as a rule. */
const USUAL_BYTES = 16 * 1024;
const LEAST_BYTES = 64 * 1024;
const MOST_BYTES = 2 * 1024 * 1024;

/** The message log on Apache Kafka: topics of live and backfill partitions, commits as transactions, groups that share their partitions. */
export class KafkaMessageLog extends MessageLog {
  override readonly sharedAppends = true;
  private readonly settings: KafkaSettings;
  private readonly kafka: Kafka;
  private readonly connection: Connection;
  private readonly topicTable: Topics;
  private readonly written = new Written();
  private readonly appender: Appender;
  private readonly subscriptions = new Set<Subscription>();
  /** The ends of topics that somebody waits at: all of them ask once. */
  private readonly looking = new Map<string, Promise<number[]>>();

  constructor(options: KafkaOptions) {
    super();
    this.settings = settingsOf(options);
    this.kafka = createClient(this.settings);
    this.connection = new Connection(this.kafka);
    this.topicTable = new Topics(this.kafka, this.connection, this.settings);
    const { clientId, maxMessageBytes: maxBytes } = this.settings;
    this.appender = new Appender({ kafka: this.kafka, clientId, maxBytes, connection: this.connection, written: this.written });
  }

  /** Creates what is missing. What exists stays as it is: see `differences` and `alter`. */
  override createTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.topicTable.create(topics);
  }

  /** How topics that exist differ from what is wanted of them. */
  differences(topics: readonly TopicSpec[]): Promise<TopicDifference[]> {
    return this.topicTable.differences(topics);
  }

  /** Gives topics that exist the retention and limits wanted; never other partitions. */
  alter(topics: readonly TopicSpec[]): Promise<void> {
    return this.topicTable.alter(topics);
  }

  override async append(messages: readonly OutgoingMessage[]): Promise<void> {
    const placed = await this.place(messages);
    if (placed.length > 0) await this.appender.append(placed);
  }

  override async subscribe(options: SubscribeOptions, handle: (delivery: Delivery) => Promise<void>): Promise<Subscription> {
    const { group, topic } = options;
    const partitions = await this.topicTable.partitionCount(topic);
    if (partitions === 0) throw new Error(`topic ${topic} does not exist: create it first`);
    const { kafka, settings: { sessionTimeoutMs, onFatal } } = this;
    const opened = await KafkaSubscription.open({
      options,
      handle,
      join: (onAssigned) => Membership.join({ kafka, group, topic, sessionTimeoutMs, onAssigned, onFatal }),
      consume: (partition, confirmed) => this.consume({ options, handle }, { partition, partitions }, confirmed),
    });
    const subscription: Subscription = {
      close: (graceMs) => opened.close(graceMs).finally(() => this.subscriptions.delete(subscription)),
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  override async read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]> {
    const partitions = await this.topicTable.partitionCount(topic);
    if (partition >= partitions || limit <= 0) return [];
    await this.written.seen(topic, this.connection);
    const records: LogRecord[] = [];
    const maxBytes = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, limit * USUAL_BYTES));
    for (let at = offset; records.length < limit; ) {
      const fetched = await this.connection.fetch({ topic, partition, offset: at, waitMs: 0, maxBytes });
      for (const record of fetched.records) records.push(record);
      if (fetched.next === at) break;
      at = fetched.next;
    }
    return records.slice(0, limit);
  }

  override async waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void> {
    const at = new Map(positions);
    while (!signal.aborted) {
      if (await this.hasRecord(topic, at)) return;
      await pause(LOOK_MS, signal);
    }
  }

  override async partitions(topic: string): Promise<PartitionInfo[]> {
    const all = await this.partitionsOf(topic);
    if (all.length === 0) return [];
    await this.written.seen(topic, this.connection);
    const [starts, ends] = await Promise.all([this.connection.starts(topic, all), this.connection.ends(topic, all)]);
    return all.map((partition, i) => ({ partition, lane: laneOf(partition, all.length), start: starts[i] ?? 0, next: ends[i] ?? 0 }));
  }

  /** A group that has nothing left to read stands at the end: behind the marks that follow the last record. */
  override async committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const all = await this.partitionsOf(topic);
    if (all.length === 0) return new Map();
    await this.written.committed(group, topic, this.connection);
    const [next, ends] = await Promise.all([this.connection.committed(group, topic, all), this.connection.ends(topic, all)]);
    const committed = new Map<number, number>();
    for (const [i, partition] of all.entries()) {
      const offset = next[i] ?? -1;
      if (offset >= 0) committed.set(partition, await this.behindMarks(topic, partition, offset, ends[i] ?? 0));
    }
    return committed;
  }

  override async topics(prefix: string): Promise<string[]> {
    return (await this.topicTable.list()).filter((name) => name.startsWith(prefix) && !name.startsWith('__')).sort();
  }

  override async offsetsAt(topic: string, time: number): Promise<ReadonlyMap<number, number>> {
    const all = await this.partitionsOf(topic);
    if (all.length === 0) return new Map();
    await this.written.seen(topic, this.connection);
    const [found, ends] = await Promise.all([this.connection.at(topic, all, time), this.connection.ends(topic, all)]);
    return new Map(all.map((partition, i) => [partition, (found[i] ?? -1) < 0 ? (ends[i] ?? 0) : (found[i] ?? 0)]));
  }

  /** Kafka removes what is too old or too much by itself, whether a group has read it or not. */
  override async retain(): Promise<void> {
    return Promise.resolve();
  }

  override async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.appender.close();
    await Promise.all([this.topicTable.close(), this.connection.close()]);
  }

  private place(messages: readonly OutgoingMessage[]) {
    return place(messages, this.topicTable, this.settings.maxMessageBytes);
  }

  private async partitionsOf(topic: string): Promise<number[]> {
    return Array.from({ length: await this.topicTable.partitionCount(topic) }, (_, partition) => partition);
  }

  private consume(
    { options: { group, topic, maxRecords }, handle }: { options: SubscribeOptions; handle: (delivery: Delivery) => Promise<void> },
    { partition, partitions }: { partition: number; partitions: number },
    confirmed: (stopped: AbortSignal) => Promise<void>,
  ): PartitionConsumer {
    const { kafka, written, connection, settings: { maxMessageBytes: maxBytes } } = this;
    const committer = new Committer({
      kafka, group, topic, partition, maxBytes, connection, written,
      confirmed: () => confirmed(consumer.stopped),
    });
    const consumer: PartitionConsumer = new PartitionConsumer({
      topic, partition, partitions, maxRecords, committer, handle,
      connection: new Connection(kafka),
      place: (messages) => this.place(messages),
    });
    return consumer;
  }

  private async behindMarks(topic: string, partition: number, offset: number, end: number): Promise<number> {
    let at = offset;
    while (at < end) {
      const { records, next } = await this.connection.fetch({ topic, partition, offset: at, waitMs: 0, maxBytes: 1 });
      const [first] = records;
      if (first !== undefined) return first.offset;
      if (next === at) return at;
      at = next;
    }
    return at;
  }

  /** Whether a record is at or behind one of the positions, which move behind marks meanwhile. */
  private async hasRecord(topic: string, at: Map<number, number>): Promise<boolean> {
    const ends = await this.endsOf(topic);
    for (const [partition, end] of ends.entries()) {
      const position = at.get(partition) ?? 0;
      if (end <= position) continue;
      const behind = await this.behindMarks(topic, partition, position, end);
      if (behind < end) return true;
      at.set(partition, behind);
    }
    return false;
  }

  private endsOf(topic: string): Promise<number[]> {
    const asked = this.looking.get(topic);
    if (asked) return asked;
    const asking = this.partitionsOf(topic)
      .then((all) => (all.length === 0 ? [] : this.connection.ends(topic, all)))
      .finally(() => this.looking.delete(topic));
    this.looking.set(topic, asking);
    return asking;
  }
}
