import { describe, expect, it } from '@jest/globals';
import type { Delivery } from './message-log.js';
import type { MessageLogFeatures } from './message-log.contract.js';
import { commitAll, committedCount, message, openProbe, texts, type Fixture } from './message-log-probe.contract.js';
import { createGate, itIf, numbers, within } from './suite.contract.js';

export function describeDelivery(fixture: Fixture, features: MessageLogFeatures): void {
  describe('delivering', () => {
    it('starts a group that is new to the topic at the first record kept', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(5).map((n) => message(topic, 'k', `${n}`)));
      const probe = await openProbe(fixture.log, { group: 'new', topic });
      expect(texts(await probe.handled(5))).toEqual(['0', '1', '2', '3', '4']);
      await probe.close(5_000);
    });

    it('delivers at most maxRecords records of one partition, consecutive and in order', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(200).map((n) => message(topic, `k${n % 8}`, `${n}`, { lane: n % 2 === 0 ? 'live' : 'backfill' })));
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 7 });
      const records = await probe.handled(200);
      await probe.close(5_000);
      for (const delivery of probe.deliveries) {
        expect(delivery.records.length).toBeGreaterThan(0);
        expect(delivery.records.length).toBeLessThanOrEqual(7);
        const { partition, lane } = delivery;
        for (const record of delivery.records) expect(record).toMatchObject({ topic, partition, lane });
      }
      for (const { partition } of await fixture.log.partitions(topic)) {
        const offsets = records.filter((record) => record.partition === partition).map(({ offset }) => offset);
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      }
      expect(new Set(texts(records)).size).toBe(200);
    });

    it('never waits to fill a delivery up', async () => {
      const topic = await fixture.topic();
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 1_000 });
      for (const n of numbers(3)) {
        await fixture.log.append([message(topic, 'k', `${n}`)]);
        expect(texts(await probe.handled(n + 1)).at(-1)).toBe(`${n}`);
      }
      await probe.close(5_000);
    });

    it('delivers live records while a backlog of backfill is held up', async () => {
      const topic = await fixture.topic();
      const gate = createGate();
      await fixture.log.append(numbers(500).map((n) => message(topic, `k${n}`, 'old', { lane: 'backfill' })));
      const live = createGate();
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 10 }, async (delivery) => {
        if (delivery.lane === 'backfill') await gate.passed;
        await delivery.commit([]);
        if (delivery.lane === 'live') live.open();
      });
      await probe.delivered(10);
      await fixture.log.append([message(topic, 'k', 'new')]);
      await within('the live record', live.passed);
      gate.open();
      await probe.handled(501);
      await probe.close(5_000);
    });

    it('delivers one partition while the handler of another is at work', async () => {
      const topic = await fixture.topic();
      const gate = createGate();
      await fixture.log.append(numbers(40).map((n) => message(topic, `k${n}`, 'x')));
      const used = new Set<number>();
      for (const { partition, next } of await fixture.log.partitions(topic)) if (next > 0) used.add(partition);
      expect(used.size).toBeGreaterThan(1);
      const [held] = used;
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 1 }, async (delivery) => {
        if (delivery.partition === held) await gate.passed;
        await delivery.commit([]);
      });
      const others = 40 - ((await fixture.log.partitions(topic)).find(({ partition }) => partition === held)?.next ?? 0);
      const handled = await probe.handled(others);
      expect(handled.every(({ partition }) => partition !== held)).toBe(true);
      gate.open();
      await probe.handled(40);
      await probe.close(5_000);
    });

    it('gives a group one delivery of a partition at a time', async () => {
      const topic = await fixture.topic();
      const atWork = new Map<number, number>();
      let most = 0;
      const handle = async (delivery: Delivery): Promise<void> => {
        const now = (atWork.get(delivery.partition) ?? 0) + 1;
        atWork.set(delivery.partition, now);
        most = Math.max(most, now);
        await new Promise(setImmediate);
        await delivery.commit([]);
        atWork.set(delivery.partition, now - 1);
      };
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 3 }, handle);
      for (const n of numbers(10)) await fixture.log.append(numbers(10).map((m) => message(topic, `k${m}`, `${n}`)));
      await probe.handled(100);
      await probe.close(5_000);
      expect(most).toBe(1);
    });

    itIf(features.sharesGroups, 'a group has one member here')('shares the partitions among the members of a group', async () => {
      const topic = await fixture.topic();
      const first = await openProbe(fixture.log, { group: 'g', topic });
      const second = await openProbe(fixture.log, { group: 'g', topic });
      await fixture.log.append(numbers(100).map((n) => message(topic, `k${n}`, `${n}`)));
      const reached = async (): Promise<boolean> => (await committedCount(fixture.log, 'g', topic)) >= 100;
      await within('the group to commit all', (async () => { while (!(await reached())) await new Promise((r) => setTimeout(r, 50)); })());
      await Promise.all([first.close(5_000), second.close(5_000)]);
      const all = texts([...first.deliveries, ...second.deliveries].flatMap(({ records }) => records));
      expect(new Set(all).size).toBe(100);
      expect(all).toHaveLength(100);
    });

    itIf(!features.sharesGroups, 'members share the partitions here')('refuses a second member of a group, until the first has closed', async () => {
      const topic = await fixture.topic();
      const first = await openProbe(fixture.log, { group: 'g', topic });
      await expect(openProbe(fixture.log, { group: 'g', topic })).rejects.toThrow('g');
      await first.close();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const second = await openProbe(fixture.log, { group: 'g', topic });
      expect(texts(await second.handled(1))).toEqual(['x']);
      await second.close(5_000);
    });

    it('delivers everything to each of two groups, whatever the other does', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(20).map((n) => message(topic, 'k', `${n}`)));
      const failing = await openProbe(fixture.log, { group: 'fails', topic }, () => Promise.reject(new Error('planned')));
      const quick = await openProbe(fixture.log, { group: 'quick', topic, maxRecords: 3 });
      expect(texts(await quick.handled(20))).toEqual(numbers(20).map(String));
      await failing.delivered(20);
      await Promise.all([failing.close(), quick.close(5_000)]);
      expect(await committedCount(fixture.log, 'fails', topic)).toBe(0);
      expect(await committedCount(fixture.log, 'quick', topic)).toBeGreaterThanOrEqual(20);
    });

    it('delivers the same records again, in order, when the handler ended without a commit', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(6).map((n) => message(topic, 'k', `${n}`)));
      let calls = 0;
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 3 }, async (delivery) => {
        // The third and fourth delivery are the second batch, given back once.
        if (++calls !== 1 && calls !== 3) await delivery.commit([]);
      });
      expect(texts(await probe.handled(12))).toEqual(['0', '1', '2', '0', '1', '2', '3', '4', '5', '3', '4', '5']);
      await probe.close(5_000);
    });

    const nothing: unknown = undefined;
    const FAULTS: [string, () => Promise<void>][] = [
      ['rejects', () => Promise.reject(new Error('planned'))],
      ['rejects with undefined', async () => { throw nothing; }],
      ['throws before its first await', () => { throw new TypeError('planned'); }],
    ];
    it.each(FAULTS)('delivers the records again when the handler %s, and others go on meanwhile', async (_, fail) => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'bad', 'bad'), ...numbers(20).map((n) => message(topic, `k${n}`, 'good', { lane: 'backfill' }))]);
      let left = 2;
      const handle = (delivery: Delivery): Promise<void> => (delivery.lane === 'live' && left-- > 0 ? fail() : delivery.commit([]));
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 5 }, handle);
      const seen = texts(await probe.handled(23));
      await probe.close(5_000);
      expect([seen.filter((text) => text === 'bad').length, seen.filter((text) => text === 'good').length]).toEqual([3, 20]);
      expect(await committedCount(fixture.log, 'g', topic)).toBeGreaterThanOrEqual(21);
    });

    it('does not deliver again what was committed before the handler threw', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'first')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic }, async (delivery) => {
        await delivery.commit([]);
        throw new Error('planned');
      });
      await probe.handled(1);
      await fixture.log.append([message(topic, 'k', 'second')]);
      expect(texts(await probe.handled(2))).toEqual(['first', 'second']);
      await probe.close(5_000);
    });

    it('delivers what is appended while nobody listens', async () => {
      const topic = await fixture.topic();
      for (const n of numbers(3)) {
        await fixture.log.append([message(topic, 'k', `${n}`)]);
        const probe = await openProbe(fixture.log, { group: 'g', topic }, commitAll);
        expect(texts(await probe.handled(1))).toEqual([`${n}`]);
        await probe.close(5_000);
      }
    });

    it('delivers outputs of one group to the readers of their topic', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      const relay = await openProbe(fixture.log, { group: 'relay', topic: input, maxRecords: 4 }, (delivery) =>
        delivery.commit(delivery.records.map(({ key, value }) => message(output, key, '', { value }))),
      );
      const reader = await openProbe(fixture.log, { group: 'reader', topic: output });
      for (const n of numbers(30)) await fixture.log.append([message(input, 'k', `${n}`)]);
      expect(texts(await reader.handled(30))).toEqual(numbers(30).map(String));
      await Promise.all([relay.close(5_000), reader.close(5_000)]);
    });
  });
}
