import type { Lane } from '@wenliu/contracts';
import type { LogRecord } from '@wenliu/ports';
import type { FetchedMessage, FetchedPartition } from './cluster.js';

export interface Fetched {
  readonly records: readonly LogRecord[];
  /** Where the next fetch begins: behind everything that was looked at, be it records, marks or what was aborted. */
  readonly next: number;
}

const utf8 = new TextDecoder();

/** The mark at the end of a transaction has a version and a type; type 0 is an abort. */
const endsAborted = ({ isControlRecord, key }: FetchedMessage): boolean => isControlRecord && key?.readInt16BE(2) === 0;

/**
 * The messages that a reader of committed ones may see. Kafka lists the transactions that were aborted in the order of their ends; a
 * transaction is looked for from its first offset on.
 */
export function withoutAborted({ messages, abortedTransactions }: Pick<FetchedPartition, 'messages' | 'abortedTransactions'>): FetchedMessage[] {
  const waiting = [...(abortedTransactions ?? [])].sort((a, b) => Number(a.firstOffset) - Number(b.firstOffset));
  const aborting = new Set<string>();
  return messages.filter((message) => {
    const { producerId, inTransaction } = message.batchContext;
    while (waiting[0] && Number(waiting[0].firstOffset) <= Number(message.offset)) aborting.add(waiting.shift()?.producerId ?? '');
    if (endsAborted(message)) aborting.delete(producerId);
    return !message.isControlRecord && !(inTransaction && aborting.has(producerId));
  });
}

/** kafkajs makes a list of a header that an object has by nature (`toString`); ours comes last. */
function headerText(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return Buffer.isBuffer(last) ? utf8.decode(last) : '';
}

/** What a fetch from `offset` on gave. Engines may begin before it: with the batch that it lies in. */
export function toRecords(topic: string, lane: Lane, offset: number, fetched: FetchedPartition): Fetched {
  const records = withoutAborted(fetched)
    .filter((message) => Number(message.offset) >= offset)
    .map((message): LogRecord => ({
      topic,
      partition: fetched.partition,
      offset: Number(message.offset),
      key: message.key === null ? '' : utf8.decode(message.key),
      lane,
      headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, headerText(value)])),
      value: message.value ?? new Uint8Array(0),
      appendedAt: Number(message.timestamp),
    }));
  const last = fetched.messages.at(-1);
  return { records, next: Math.max(offset, last === undefined ? offset : Number(last.offset) + 1) };
}
