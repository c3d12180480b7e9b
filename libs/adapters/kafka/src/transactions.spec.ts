import { expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { createClient } from './client.js';
import { isFenced } from './errors.js';
import { KafkaMessageLog } from './kafka-message-log.js';
import { settingsOf } from './options.js';
import type { Placed } from './placed.js';
import { Transactions } from './transactions.js';

await useEngine('kafka', (address) => {
  it('shuts out who held the id before: neither its records nor its offset are left', async () => {
    const log = new KafkaMessageLog({ brokers: [address] });
    const topic = `transactions.${process.pid}`;
    await log.createTopics([{ name: topic, retention: null }]);
    const placed = (text: string): Placed[] => [{ topic, partition: 0, bytes: 100, key: Buffer.from('k'), value: Buffer.from(text), headers: {} }];
    const offset = (next: number) => ({ group: topic, topic, partition: 0, next });
    const kafka = createClient(settingsOf({ brokers: [address] }));
    const first = await Transactions.open(kafka, topic, 1_000_000);
    await first.run(placed('first'), offset(1));
    const second = await Transactions.open(kafka, topic, 1_000_000);
    const refusal: unknown = await first.run(placed('late'), offset(9)).catch((error: unknown) => error);
    expect(isFenced(refusal)).toBe(true);
    await second.run(placed('second'), offset(3));
    const records = await log.read(topic, 0, 0, 10);
    expect(records.map(({ value }) => Buffer.from(value).toString())).toEqual(['first', 'second']);
    expect((await log.committed(topic, topic)).get(0)).toBeLessThanOrEqual((await log.partitions(topic))[0]?.next ?? 0);
    await Promise.all([first.close(), second.close(), log.close()]);
  }, 60_000);
});
