import { describe, expect, it } from '@jest/globals';
import type { FetchedMessage } from './cluster.js';
import { toRecords, withoutAborted } from './fetched-records.js';
import { laneOf, partitionFor } from './lanes.js';
import { settingsOf } from './options.js';
import { inParts, type Placed } from './placed.js';

const COMMIT = Buffer.from([0, 0, 0, 1]);
const ABORT = Buffer.from([0, 0, 0, 0]);

const record = (offset: number, producerId: string, more: Partial<FetchedMessage> = {}): FetchedMessage => ({
  offset: `${offset}`, timestamp: '1', key: Buffer.from('k'), value: Buffer.from(`${offset}`), headers: {}, isControlRecord: false,
  batchContext: { producerId, inTransaction: true }, ...more,
});
const mark = (offset: number, producerId: string, key: Buffer): FetchedMessage => record(offset, producerId, { key, isControlRecord: true });
const offsetsOf = (messages: readonly FetchedMessage[]): number[] => messages.map(({ offset }) => Number(offset));

describe('records of aborted transactions', () => {
  it('are left out, and those of the same producer before and after are not', () => {
    const messages = [record(0, 'a'), mark(1, 'a', COMMIT), record(2, 'a'), record(3, 'b'), mark(4, 'a', ABORT), record(5, 'a'), mark(6, 'a', COMMIT), mark(7, 'b', COMMIT)];
    expect(offsetsOf(withoutAborted({ messages, abortedTransactions: [{ producerId: 'a', firstOffset: '2' }] }))).toEqual([0, 3, 5]);
  });

  it('are left out where they are listed by their ends, not by their beginnings', () => {
    const messages = [record(0, 'long'), record(1, 'short'), mark(2, 'short', ABORT), record(3, 'long'), mark(4, 'long', ABORT), record(5, 'short'), mark(6, 'short', COMMIT)];
    const abortedTransactions = [{ producerId: 'short', firstOffset: '1' }, { producerId: 'long', firstOffset: '0' }];
    expect(offsetsOf(withoutAborted({ messages, abortedTransactions }))).toEqual([5]);
  });

  it('are told from records whose key looks like the mark of an abort', () => {
    const messages = [record(0, 'a', { key: ABORT }), record(1, 'a'), mark(2, 'a', ABORT)];
    expect(offsetsOf(withoutAborted({ messages, abortedTransactions: [{ producerId: 'a', firstOffset: '0' }] }))).toEqual([]);
  });

  it('do not hold up the next fetch: it begins behind them', () => {
    const messages = [record(4, 'a'), mark(5, 'a', ABORT)];
    expect(toRecords('t', 'live', 4, { partition: 0, messages, abortedTransactions: [{ producerId: 'a', firstOffset: '4' }] })).toEqual({ records: [], next: 6 });
  });
});

it('reads headers that objects have by nature', () => {
  const headers = { toString: [() => 'what objects have', Buffer.from('b')], a: Buffer.from('1') };
  const { records } = toRecords('t', 'live', 0, { partition: 0, messages: [record(0, 'a', { headers })], abortedTransactions: [] });
  expect(records[0]?.headers).toEqual({ toString: 'b', a: '1' });
});

describe('lanes', () => {
  it.each([2, 4, 12])('part %i partitions in halves, and a key stays within that of its lane', (partitions) => {
    for (let n = 0; n < 200; n++) {
      for (const lane of ['live', 'backfill'] as const) expect(laneOf(partitionFor(`k${n}`, lane, partitions), partitions)).toBe(lane);
    }
  });

  it('keep keys where they were: records of one key must not change places with a new version', () => {
    const keys = ['', 'k0', 'k1', '文章', 'a'.repeat(64)];
    expect(keys.map((key) => partitionFor(key, 'live', 8))).toEqual([1, 1, 1, 3, 3]);
  });
});

it('parts what is too much for one batch, in order', () => {
  const placed = [5, 5, 1, 9, 20, 1].map((bytes, partition): Placed => ({ topic: 't', partition, bytes, key: Buffer.alloc(0), value: Buffer.alloc(0), headers: {} }));
  expect(inParts(placed, 10).map((part) => part.map(({ partition }) => partition))).toEqual([[0, 1], [2, 3], [4], [5]]);
  expect(inParts([], 10)).toEqual([]);
});

it.each([[{ partitions: 3 }], [{ partitions: 0 }], [{ replicationFactor: 1, minInsyncReplicas: 2 }], [{ brokers: [] }]])('refuses settings that cannot hold: %j', (options) => {
  expect(() => settingsOf({ brokers: ['b:1'], ...options })).toThrow();
});
