import { MessageTooLarge, type OutgoingMessage } from '@wenliu/ports';
import type { TopicMessages } from 'kafkajs';
import { partitionFor } from './lanes.js';
import type { Topics } from './topics.js';

/** A message and where it goes, its bytes copied: the caller may use its buffer again. */
export interface Placed {
  readonly topic: string;
  readonly partition: number;
  readonly bytes: number;
  readonly key: Buffer;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What Kafka adds to a record at most: lengths, offset, timestamp, and its part of a batch's head. */
const OVERHEAD_BYTES = 200;

function bytesOf({ key, headers, value }: OutgoingMessage): number {
  const texts = [key, ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 5, value.byteLength + OVERHEAD_BYTES);
}

/** Places messages, before anything is sent. Throws where a topic is missing, and `MessageTooLarge`. */
export async function place(messages: readonly OutgoingMessage[], topics: Topics, maxBytes: number): Promise<Placed[]> {
  const copies = messages.map((message) => ({ ...message, key: Buffer.from(message.key), value: Buffer.from(message.value), text: message.key }));
  const placed: Placed[] = [];
  for (const [i, { topic, lane, text, key, headers, value }] of copies.entries()) {
    const bytes = messages[i] ? bytesOf(messages[i]) : 0;
    if (bytes > maxBytes) throw new MessageTooLarge(topic, text, bytes, maxBytes);
    const count = await topics.partitionCount(topic);
    if (count === 0) throw new Error(`topic ${topic} does not exist: create it first`);
    placed.push({ topic, partition: partitionFor(text, lane, count), bytes, key, value, headers: { ...headers } });
  }
  return placed;
}

/** In order, in parts of at most so many bytes: what goes to one partition in one request is one batch, and limited as one message is. */
export function inParts(placed: readonly Placed[], maxBytes: number): Placed[][] {
  const parts: Placed[][] = [];
  let bytes = Infinity;
  for (const message of placed) {
    bytes += message.bytes;
    if (bytes > maxBytes) {
      parts.push([]);
      bytes = message.bytes;
    }
    parts.at(-1)?.push(message);
  }
  return parts;
}

export function toTopicMessages(part: readonly Placed[]): TopicMessages[] {
  const byTopic = new Map<string, TopicMessages>();
  for (const { topic, partition, key, value, headers } of part) {
    const messages = byTopic.get(topic) ?? { topic, messages: [] };
    messages.messages.push({ partition, key, value, headers });
    byTopic.set(topic, messages);
  }
  return [...byTopic.values()];
}
