import { describe, expect, it } from '@jest/globals';
import type { Delivery } from './message-log.js';
import type { MessageLogFeatures } from './message-log.contract.js';
import { committedCount, message, openProbe, readAll, texts, type Fixture } from './message-log-probe.contract.js';
import { createGate, numbers, within } from './suite.contract.js';

export function describeCommitting(fixture: Fixture, features: MessageLogFeatures): void {
  describe('committing', () => {
    it('appends the outputs and moves the group behind the last record', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append(numbers(4).map((n) => message(input, 'k', `${n}`)));
      const headers = { 标题: '一' };
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, (delivery) =>
        delivery.commit(delivery.records.map(({ value }) => message(output, 'k', '', { value, headers, lane: 'backfill' }))),
      );
      await probe.handled(4);
      await probe.close(5_000);
      const outputs = await readAll(fixture.log, output);
      expect(texts(outputs)).toEqual(['0', '1', '2', '3']);
      expect(outputs[0]).toMatchObject({ headers, lane: 'backfill', key: 'k' });
      const last = probe.deliveries.at(-1);
      const committed = await fixture.log.committed('g', input);
      const behind = (last?.records.at(-1)?.offset ?? -1) + 1;
      const stands = committed.get(last?.partition ?? -1);
      // Where the engine keeps marks behind the record, the group may stand behind them.
      if (features.denseOffsets) expect(stands).toBe(behind);
      else expect(stands).toBeGreaterThanOrEqual(behind);
    });

    it('leaves a group that has read everything at the end: nothing is left to read', async () => {
      const topic = await fixture.topic();
      for (const n of numbers(3)) await fixture.log.append([message(topic, 'k', `${n}`), message(topic, 'k', `${n}`, { lane: 'backfill' })]);
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      await probe.handled(6);
      await probe.close(5_000);
      const committed = await fixture.log.committed('g', topic);
      expect(committed.size).toBe(2);
      for (const { partition, next } of await fixture.log.partitions(topic)) {
        if (committed.has(partition)) expect(committed.get(partition)).toBe(next);
      }
    });

    it('leaves a group before the first record that it has not committed, and behind the last one that it has', async () => {
      const topic = await fixture.topic();
      for (const n of numbers(4)) await fixture.log.append([message(topic, 'k', `${n}`)]);
      let calls = 0;
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 2 }, (delivery) =>
        ++calls === 1 ? delivery.commit([]) : Promise.reject(new Error('planned')),
      );
      await probe.delivered(4);
      await probe.close();
      const records = await readAll(fixture.log, topic);
      const [stands = -1] = (await fixture.log.committed('g', topic)).values();
      expect(records.filter(({ offset }) => offset >= stands).map(({ offset }) => offset)).toEqual(records.slice(2).map(({ offset }) => offset));
    });

    it('leaves nothing when it fails: no output, no offset, and the records come again', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append(numbers(3).map((n) => message(input, 'k', `${n}`)));
      const found: unknown[] = [];
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, async (delivery) => {
        const outputs = delivery.records.map(({ key, value }) => message(output, key, '', { value }));
        if (found.length > 0) return delivery.commit(outputs);
        await expect(delivery.commit([...outputs, message(`${output}.missing`, 'k', 'x')])).rejects.toThrow();
        found.push(await readAll(fixture.log, output), await committedCount(fixture.log, 'g', input));
      });
      expect(texts(await probe.handled(6))).toEqual(['0', '1', '2', '0', '1', '2']);
      await probe.close(5_000);
      expect(found).toEqual([[], 0]);
      expect(texts(await readAll(fixture.log, output))).toEqual(['0', '1', '2']);
    });

    it('may be tried again in the same delivery when it failed', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(input, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, async (delivery) => {
        await expect(delivery.commit([message(output, 'k', 'x'), message(`${output}.missing`, 'k', 'x')])).rejects.toThrow();
        await delivery.commit([message(output, 'k', 'x')]);
      });
      await probe.handled(1);
      await fixture.log.append([message(input, 'k', 'y')]);
      expect(texts(await probe.handled(2))).toEqual(['x', 'y']);
      await probe.close(5_000);
      expect(texts(await readAll(fixture.log, output))).toEqual(['x', 'x']);
    });

    it('works once a delivery: a second commit is refused and leaves nothing', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(input, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, async (delivery) => {
        await delivery.commit([message(output, 'k', 'once')]);
        await expect(delivery.commit([message(output, 'k', 'twice')])).rejects.toThrow();
      });
      await probe.handled(1);
      await probe.close(5_000);
      expect(texts(await readAll(fixture.log, output))).toEqual(['once']);
    });

    it('is refused when the handler has settled: a late commit changes nothing and never takes the group back', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(input, 'k', '0')]);
      const late: Delivery[] = [];
      const probe = await openProbe(fixture.log, { group: 'g', topic: input, maxRecords: 1 }, async (delivery) => {
        if (late.length === 0) late.push(delivery);
        else await delivery.commit([]);
      });
      await probe.handled(2);
      await fixture.log.append([message(input, 'k', '1')]);
      await probe.handled(3);
      await expect(within('the late commit', late[0]?.commit([message(output, 'k', 'late')]) ?? Promise.resolve())).rejects.toThrow();
      expect(await readAll(fixture.log, output)).toEqual([]);
      await fixture.log.append([message(input, 'k', '2')]);
      expect(texts(await probe.handled(4))).toEqual(['0', '0', '1', '2']);
      await probe.close(5_000);
      const again = await openProbe(fixture.log, { group: 'g', topic: input });
      await fixture.log.append([message(input, 'k', '3')]);
      expect(texts(await again.handled(1))).toEqual(['3']);
      await again.close(5_000);
    });

    it('takes 1,000 outputs in order, for several topics', async () => {
      const [input, one, two] = [await fixture.topic(), await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(input, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, (delivery) =>
        delivery.commit(numbers(1_000).map((n) => message(n % 2 === 0 ? one : two, 'k', `${n}`))),
      );
      await probe.handled(1);
      await probe.close(5_000);
      expect(texts(await readAll(fixture.log, one))).toEqual(numbers(500).map((n) => `${2 * n}`));
      expect(texts(await readAll(fixture.log, two))).toEqual(numbers(500).map((n) => `${2 * n + 1}`));
    });

    it('keeps the offsets of groups and of partitions apart', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x'), message(topic, 'k', 'y', { lane: 'backfill' })]);
      expect(await fixture.log.committed('g', topic)).toEqual(new Map());
      const gate = createGate();
      const probe = await openProbe(fixture.log, { group: 'g', topic }, async (delivery) => {
        if (delivery.lane === 'backfill') return gate.passed;
        await delivery.commit([]);
        gate.open();
      });
      await probe.handled(2);
      await probe.close();
      const committed = await fixture.log.committed('g', topic);
      const lanes = (await fixture.log.partitions(topic)).filter(({ partition }) => committed.has(partition)).map(({ lane }) => lane);
      expect(lanes).toEqual(['live']);
      expect(await fixture.log.committed('other', topic)).toEqual(new Map());
    });
  });
}
