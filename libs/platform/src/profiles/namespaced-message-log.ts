import { MessageLog, type Delivery, type LogRecord, type OutgoingMessage, type PartitionInfo, type SubscribeOptions, type Subscription, type TopicSpec } from '@wenliu/ports';

/** What topics and groups of a namespace begin with. */
export const topicPrefix = (namespace: string): string => (namespace === '' ? '' : `${namespace}.`);

/** A log in which every topic and group has a name of its own, so that several pipelines share one Kafka and never meet. */
export class NamespacedMessageLog extends MessageLog {
  constructor(
    private readonly log: MessageLog,
    private readonly prefix: string,
  ) {
    super();
  }

  override createTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.log.createTopics(topics.map((topic) => ({ ...topic, name: this.outer(topic.name) })));
  }

  override append(messages: readonly OutgoingMessage[]): Promise<void> {
    return this.log.append(this.outgoing(messages));
  }

  override subscribe({ group, topic, maxRecords }: SubscribeOptions, handle: (delivery: Delivery) => Promise<void>): Promise<Subscription> {
    return this.log.subscribe({ group: this.outer(group), topic: this.outer(topic), maxRecords }, (delivery) =>
      handle({
        topic,
        partition: delivery.partition,
        lane: delivery.lane,
        records: delivery.records.map((record) => this.inside(record)),
        signal: delivery.signal,
        commit: (outputs) => delivery.commit(this.outgoing(outputs)),
      }),
    );
  }

  override async read(topic: string, partition: number, offset: number, limit: number): Promise<LogRecord[]> {
    const records = await this.log.read(this.outer(topic), partition, offset, limit);
    return records.map((record) => this.inside(record));
  }

  override waitFor(topic: string, positions: ReadonlyMap<number, number>, signal: AbortSignal): Promise<void> {
    return this.log.waitFor(this.outer(topic), positions, signal);
  }

  override partitions(topic: string): Promise<PartitionInfo[]> {
    return this.log.partitions(this.outer(topic));
  }

  override committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    return this.log.committed(this.outer(group), this.outer(topic));
  }

  override async topics(prefix: string): Promise<string[]> {
    return (await this.log.topics(this.outer(prefix))).map((topic) => topic.slice(this.prefix.length));
  }

  override offsetsAt(topic: string, time: number): Promise<ReadonlyMap<number, number>> {
    return this.log.offsetsAt(this.outer(topic), time);
  }

  override retain(): Promise<void> {
    return this.log.retain();
  }

  override close(): Promise<void> {
    return this.log.close();
  }

  private outer(name: string): string {
    return this.prefix + name;
  }

  private outgoing(messages: readonly OutgoingMessage[]): OutgoingMessage[] {
    return messages.map((message) => ({ ...message, topic: this.outer(message.topic) }));
  }

  private inside(record: LogRecord): LogRecord {
    return { ...record, topic: record.topic.slice(this.prefix.length) };
  }
}
