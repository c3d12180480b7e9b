import { describe, expect, it } from '@jest/globals';
import type { MessageLogFeatures } from './message-log.contract.js';
import { commitAll, message, openProbe, readAll, texts, type Fixture } from './message-log-probe.contract.js';
import { ALL_BYTES, bytesOf, hex, itIf, numbers, textOf } from './suite.contract.js';

const VALUES: [string, Uint8Array][] = [
  ['no bytes', new Uint8Array(0)],
  ['one zero byte', Uint8Array.of(0)],
  ['all 256 bytes', ALL_BYTES],
  ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80)],
  ['GBK text', Uint8Array.of(0xd6, 0xd0, 0xb9, 0xfa)],
  ['a part of a larger buffer', new Uint8Array(bytesOf('front新能源back').buffer, 5, 9)],
];

const HEADERS: [string, Record<string, string>][] = [
  ['none', {}],
  ['several', { a: '1', b: '2', ce_type: 'article.raw.v1' }],
  ['characters of all planes', { 标题: '新能源𠮷野家😀', é: 'ß' }],
  ['an empty value', { empty: '' }],
  ['line feeds, quotes, backslashes, NUL', { odd: 'a\r\n"b"\\c\u0000d' }],
  ['names that objects have', { constructor: 'a', toString: 'b', length: 'c' }],
  ['a long one', { long: '长'.repeat(5_000) }],
];

export function describeAppending(fixture: Fixture, features: MessageLogFeatures): void {
  describe('appending', () => {
    it.each(VALUES)('gives bytes back as they went in: %s', async (_, value) => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', '', { value })]);
      const [record] = await readAll(fixture.log, topic);
      expect(record && hex(record.value)).toBe(hex(value));
    });

    it.each(HEADERS)('gives headers back as they went in: %s', async (_, headers) => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x', { headers })]);
      const [record] = await readAll(fixture.log, topic);
      expect(record?.headers).toEqual(headers);
    });

    it.each(['', '文章', 'a\u0000b', '😀'.repeat(100), ' \n'])('gives the key %j back as it went in', async (key) => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, key, 'x')]);
      const [record] = await readAll(fixture.log, topic);
      expect(record).toMatchObject({ topic, key, lane: 'live' });
    });

    it('keeps what it was given when the caller uses its buffer again', async () => {
      const topic = await fixture.topic();
      const value = bytesOf('before');
      await fixture.log.append([message(topic, 'k', '', { value })]);
      value.fill(0);
      const [record] = await readAll(fixture.log, topic);
      record?.value.fill(1);
      expect(texts(await readAll(fixture.log, topic))).toEqual(['before']);
    });

    it('takes values of 5 MB and delivers them in order', async () => {
      const topic = await fixture.topic();
      const large = (n: number): Uint8Array => new Uint8Array(5 * 1024 * 1024).fill(n);
      for (const n of numbers(4)) await fixture.log.append([message(topic, 'k', '', { value: large(n) })]);
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      const records = await probe.delivered(4);
      await probe.close(5_000);
      expect(records.map(({ value }) => [value.byteLength, value[0], value.at(-1)])).toEqual(
        numbers(4).map((n) => [5 * 1024 * 1024, n, n]),
      );
    });

    it('keeps messages with one key, lane and topic in the order they were appended in', async () => {
      const topic = await fixture.topic();
      for (const n of numbers(10)) await fixture.log.append(numbers(30).map((m) => message(topic, `k${m % 6}`, `${n * 30 + m}`)));
      const records = await readAll(fixture.log, topic);
      for (const key of numbers(6)) {
        const expected = numbers(300).filter((n) => n % 6 === key).map(String);
        expect(texts(records.filter((record) => record.key === `k${key}`))).toEqual(expected);
      }
    });

    it('keeps 1,000 records of 20 appenders at once, those of one appender in order', async () => {
      const topic = await fixture.topic();
      const appenders = numbers(20).map(async (appender) => {
        for (const n of numbers(50)) await fixture.log.append([message(topic, `k${appender % 10}`, `${appender}:${n}`)]);
      });
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 64 });
      await Promise.all(appenders);
      const delivered = texts(await probe.handled(1_000));
      await probe.close(5_000);
      for (const appender of numbers(20)) {
        const own = delivered.filter((text) => text.startsWith(`${appender}:`));
        expect(own).toEqual(numbers(50).map((n) => `${appender}:${n}`));
      }
      expect(delivered).toHaveLength(1_000);
    });

    it('appends all or nothing', async () => {
      const topic = await fixture.topic();
      const other = await fixture.topic();
      const bad = [message(topic, 'k', 'lost'), message(other, 'k', 'lost'), message(`${topic}.missing`, 'k', 'lost')];
      await expect(fixture.log.append(bad)).rejects.toThrow();
      expect(await readAll(fixture.log, topic)).toEqual([]);
      expect(await readAll(fixture.log, other)).toEqual([]);
      await fixture.log.append([message(topic, 'k', 'kept')]);
      expect(texts(await readAll(fixture.log, topic))).toEqual(['kept']);
    });

    it('goes on after an append that failed, for those who wait and those who append', async () => {
      const topic = await fixture.topic();
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      await fixture.log.append([message(topic, 'k', '1')]);
      await expect(fixture.log.append([message(topic, 'k', 'lost'), message(`${topic}.missing`, 'k', '')])).rejects.toThrow();
      await fixture.log.append([message(topic, 'k', '2')]);
      expect(texts(await probe.handled(2))).toEqual(['1', '2']);
      await probe.close(5_000);
    });

    it('does nothing where there is nothing to append', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([]);
      expect(await readAll(fixture.log, topic)).toEqual([]);
    });

    itIf(features.denseOffsets, 'the engine keeps marks of its own between records')('gives offsets that grow by one from 0', async () => {
      const topic = await fixture.topic();
      for (const n of numbers(5)) await fixture.log.append([message(topic, 'k', `${n}`), message(topic, 'k', `${n}`)]);
      await expect(fixture.log.append([message(topic, 'k', 'lost'), message(`${topic}.missing`, 'k', '')])).rejects.toThrow();
      await fixture.log.append([message(topic, 'k', '5')]);
      expect((await readAll(fixture.log, topic)).map(({ offset }) => offset)).toEqual(numbers(11));
    });

    it('says when a record was appended', async () => {
      const topic = await fixture.topic();
      const before = Date.now();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const [record] = await readAll(fixture.log, topic);
      // Engines may have a clock of their own.
      expect(Math.abs((record?.appendedAt ?? 0) - before)).toBeLessThan(10_000);
    });

    it('creates topics that are missing and changes nothing in those that exist', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x'), message(topic, 'l', 'y', { lane: 'backfill' })]);
      const probe = await openProbe(fixture.log, { group: 'g', topic }, commitAll);
      await probe.handled(2);
      await probe.close(5_000);
      const [partitions, committed] = [await fixture.log.partitions(topic), await fixture.log.committed('g', topic)];
      await fixture.log.createTopics([{ name: topic, retention: null }, { name: `${topic}.new`, retention: null }]);
      expect(await fixture.log.partitions(topic)).toEqual(partitions);
      expect(await fixture.log.committed('g', topic)).toEqual(committed);
      expect((await readAll(fixture.log, topic)).map(({ value }) => textOf(value)).sort()).toEqual(['x', 'y']);
      expect(await fixture.log.topics(`${topic}.new`)).toEqual([`${topic}.new`]);
    });

    it('has partitions of its own for each lane', async () => {
      const topic = await fixture.topic();
      for (const lane of ['live', 'backfill'] as const) {
        await fixture.log.append(numbers(20).map((n) => message(topic, `k${n}`, lane, { lane })));
      }
      const laneOf = new Map((await fixture.log.partitions(topic)).map(({ partition, lane }) => [partition, lane]));
      expect(new Set(laneOf.values())).toEqual(new Set(['live', 'backfill']));
      for (const record of await readAll(fixture.log, topic)) {
        expect([record.lane, textOf(record.value)]).toEqual([laneOf.get(record.partition), laneOf.get(record.partition)]);
      }
    });
  });
}
