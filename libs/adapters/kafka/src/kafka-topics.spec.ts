import { afterAll, describe, expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { MessageTooLarge, PortUnavailable, type LogRecord, type OutgoingMessage } from '@wenliu/ports';
import { Kafka, logLevel } from 'kafkajs';
import { KafkaMessageLog } from './kafka-message-log.js';
import { partitionFor } from './lanes.js';

const HOUR_MS = 3_600_000;
const run = process.pid;
const message = (topic: string, key: string, value: Uint8Array): OutgoingMessage => ({ topic, key, lane: 'live', headers: {}, value });
const text = ({ value }: LogRecord): string => new TextDecoder().decode(value);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

await useEngine('kafka', (address) => {
  describe('topics of Kafka', () => {
    const log = new KafkaMessageLog({ brokers: [address], maxMessageBytes: 1024 * 1024 });
    afterAll(() => log.close());

    it('stay as they are until they are altered, and differences are named', async () => {
      const name = `topics.${run}.kept`;
      const wanted = [{ name, retention: { maxAgeMs: HOUR_MS, maxBytes: 4_000_000_000 } }];
      await log.createTopics([{ name, retention: null }]);
      await log.createTopics(wanted);
      expect((await log.differences(wanted)).map(({ what, is, wanted: to }) => [what, is, to])).toEqual([
        ['retention.ms', '-1', `${HOUR_MS}`],
        ['retention.bytes', '-1', '1000000000'],
        ['segment.bytes', '1073741824', '250000000'],
      ]);
      await log.alter(wanted);
      expect(await log.differences(wanted)).toEqual([]);
      expect(await log.differences([{ name: `${name}.missing`, retention: null }])).toEqual([]);
    });

    it('with another number of partitions are named, and never changed', async () => {
      const name = `topics.${run}.six`;
      await log.createTopics([{ name, retention: null }]);
      const wider = new KafkaMessageLog({ brokers: [address], partitions: 6, maxMessageBytes: 1024 * 1024 });
      await wider.alter([{ name, retention: null }]);
      expect(await wider.differences([{ name, retention: null }])).toEqual([{ topic: name, what: 'partitions', is: '4', wanted: '6' }]);
      await wider.close();
    });

    it('take messages up to their limit; a larger one is named, and its neighbours can go on without it', async () => {
      const name = `topics.${run}.large`;
      await log.createTopics([{ name, retention: null }]);
      const large = message(name, 'large', new Uint8Array(1024 * 1024));
      await expect(log.append([message(name, 'k', bytes('lost')), large])).rejects.toBeInstanceOf(MessageTooLarge);
      // Together they are more than one batch may have.
      const most = new Uint8Array(1024 * 1024 - 1_000);
      await log.append([message(name, 'k', most), message(name, 'k', most), message(name, 'k', bytes('last'))]);
      const records = await log.read(name, partitionFor('k', 'live', 4), 0, 10);
      expect(records.map(({ value }) => value.byteLength)).toEqual([most.byteLength, most.byteLength, 4]);
    });

    it('that have lost what a group wanted next are read from the first record kept', async () => {
      const name = `topics.${run}.expired`;
      await log.createTopics([{ name, retention: null }]);
      for (const n of ['0', '1', '2', '3']) await log.append([message(name, 'k', bytes(n))]);
      const partition = partitionFor('k', 'live', 4);
      const offsets = (await log.read(name, partition, 0, 10)).map(({ offset }) => offset);
      const first = await log.subscribe({ group: `old.${run}`, topic: name, maxRecords: 1 }, async (delivery) => {
        if (delivery.records[0]?.offset === offsets[0]) await delivery.commit([]);
      });
      while ((await log.committed(`old.${run}`, name)).size === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await first.close();
      const admin = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING }).admin();
      await admin.connect();
      try {
        // Loads what it needs to know of the topic, which the next call does not.
        await admin.fetchTopicOffsets(name);
        await admin.deleteTopicRecords({ topic: name, partitions: [{ partition, offset: `${offsets[2] ?? 0}` }] });
      } finally {
        await admin.disconnect();
      }
      const seen: string[] = [];
      const second = await log.subscribe({ group: `old.${run}`, topic: name, maxRecords: 1 }, async (delivery) => {
        seen.push(...delivery.records.map(text));
        await delivery.commit([]);
      });
      while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
      await second.close(5_000);
      expect(seen).toEqual(['2', '3']);
    });
  });

  it('is unavailable where nobody listens, and says so within 10 s', async () => {
    const log = new KafkaMessageLog({ brokers: ['127.0.0.1:1'] });
    const started = performance.now();
    for (const ask of [() => log.topics(''), () => log.append([message('t', 'k', bytes('x'))]), () => log.subscribe({ group: 'g', topic: 't', maxRecords: 1 }, async () => undefined)]) {
      await expect(ask()).rejects.toBeInstanceOf(PortUnavailable);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
    await log.close();
  });
});
