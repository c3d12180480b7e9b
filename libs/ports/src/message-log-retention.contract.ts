import { describe, expect } from '@jest/globals';
import type { MessageLogFeatures } from './message-log.contract.js';
import { message, openProbe, readAll, texts, type Fixture } from './message-log-probe.contract.js';
import { itIf, numbers, within } from './suite.contract.js';

const HOUR_MS = 3_600_000;
const HUGE = Number.MAX_SAFE_INTEGER;
const BY_AGE = { maxAgeMs: 5, maxBytes: HUGE };
const BY_SIZE = { maxAgeMs: HOUR_MS, maxBytes: 20_000 };

const older = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function describeRetention(fixture: Fixture, features: MessageLogFeatures): void {
  const itRetains = itIf(features.retention, 'the engine removes records in its own time');
  const itRetainsOverRestarts = itIf(features.retention && features.survivesRestart, 'needs retention and a restart');
  const kilobyte = (topic: string, n: number, key = 'k') =>
    message(topic, key, `${String(n).padStart(4, '0')}${'x'.repeat(996)}`);
  const numbersOf = async (topic: string): Promise<number[]> =>
    texts(await readAll(fixture.log, topic)).map((text) => Number(text.slice(0, 4)));

  describe('retention', () => {
    itRetains('removes records that are older than the age, and keeps their offsets used', async () => {
      const topic = await fixture.topic(BY_AGE);
      await fixture.log.append(numbers(5).map((n) => message(topic, 'k', `${n}`)));
      const used = (await readAll(fixture.log, topic)).at(-1)?.offset ?? -1;
      await older(20);
      await fixture.log.retain();
      expect(await readAll(fixture.log, topic)).toEqual([]);
      for (const { start, next } of await fixture.log.partitions(topic)) expect(start).toBe(next);
      await fixture.log.append([message(topic, 'k', 'new')]);
      expect((await readAll(fixture.log, topic))[0]?.offset).toBeGreaterThan(used);
    });

    itRetains('keeps records that are younger, and all where there is no rule', async () => {
      const young = await fixture.topic({ maxAgeMs: HOUR_MS, maxBytes: HUGE });
      const kept = await fixture.topic(null);
      for (const topic of [young, kept]) await fixture.log.append(numbers(5).map((n) => kilobyte(topic, n)));
      await older(20);
      await fixture.log.retain();
      expect(await numbersOf(young)).toEqual(numbers(5));
      expect(await numbersOf(kept)).toEqual(numbers(5));
    });

    itRetains('removes the oldest records beyond the size, and no newer ones', async () => {
      const topic = await fixture.topic(BY_SIZE);
      for (const n of numbers(100)) await fixture.log.append([kilobyte(topic, n)]);
      await fixture.log.retain();
      const kept = await numbersOf(topic);
      expect(kept.length * 1_000).toBeLessThanOrEqual(BY_SIZE.maxBytes);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept).toEqual(numbers(100).slice(-kept.length));
      const [first] = await readAll(fixture.log, topic);
      const info = (await fixture.log.partitions(topic)).find(({ partition }) => partition === first?.partition);
      expect(info?.start).toBe(first?.offset);
    });

    itRetains('removes more when more comes, and nothing twice', async () => {
      const topic = await fixture.topic(BY_SIZE);
      let kept: number[] = [];
      for (const round of numbers(4)) {
        await fixture.log.append(numbers(30).map((n) => kilobyte(topic, 30 * round + n)));
        await fixture.log.retain();
        await fixture.log.retain();
        const now = await numbersOf(topic);
        if (round > 0) expect(now.length).toBe(kept.length);
        expect(now.at(-1)).toBe(30 * round + 29);
        kept = now;
      }
    });

    itRetains('follows a rule that was changed since', async () => {
      const topic = await fixture.topic(null);
      await fixture.log.append(numbers(100).map((n) => kilobyte(topic, n)));
      await fixture.log.createTopics([{ name: topic, retention: BY_SIZE }]);
      await fixture.log.retain();
      const kept = await numbersOf(topic);
      expect(kept).toEqual(numbers(100).slice(-kept.length));
      expect(kept.length * 1_000).toBeLessThanOrEqual(BY_SIZE.maxBytes);
      await fixture.log.createTopics([{ name: topic, retention: null }]);
      await fixture.log.append(numbers(100).map((n) => kilobyte(topic, n)));
      await fixture.log.retain();
      expect((await numbersOf(topic)).length).toBe(kept.length + 100);
    });

    itRetains('starts a group that is new to the topic at the first record kept', async () => {
      const topic = await fixture.topic(BY_SIZE);
      await fixture.log.append(numbers(100).map((n) => kilobyte(topic, n)));
      await fixture.log.retain();
      const kept = await numbersOf(topic);
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 3 });
      expect(texts(await probe.handled(kept.length)).map((text) => Number(text.slice(0, 4)))).toEqual(kept);
      await probe.close(5_000);
    });

    itRetains('never removes what a group that has committed on the topic has not read', async () => {
      const topic = await fixture.topic(BY_AGE);
      await fixture.log.append(numbers(50).map((n) => message(topic, 'k', `${n}`)));
      const fast = await openProbe(fixture.log, { group: 'fast', topic });
      await fast.handled(50);
      await fast.close(5_000);
      let calls = 0;
      const slow = await openProbe(fixture.log, { group: 'slow', topic, maxRecords: 10 }, (delivery) =>
        ++calls === 1 ? delivery.commit([]) : Promise.reject(new Error('planned')),
      );
      await slow.delivered(20);
      await slow.close();
      await older(20);
      await fixture.log.retain();
      expect(texts(await readAll(fixture.log, topic))).toEqual(numbers(50).slice(10).map(String));
      const again = await openProbe(fixture.log, { group: 'slow', topic });
      expect(texts(await again.handled(40))).toEqual(numbers(50).slice(10).map(String));
      await again.close(5_000);
      await fixture.log.retain();
      expect(await readAll(fixture.log, topic)).toEqual([]);
    });

    itRetains('keeps what such a group has not read in partitions it never committed', async () => {
      const topic = await fixture.topic(BY_AGE);
      await fixture.log.append(numbers(10).map((n) => message(topic, `k${n}`, 'live')));
      await fixture.log.append(numbers(10).map((n) => message(topic, `k${n}`, 'backfill', { lane: 'backfill' })));
      const probe = await openProbe(fixture.log, { group: 'g', topic }, (delivery) =>
        delivery.lane === 'live' ? delivery.commit([]) : Promise.reject(new Error('planned')),
      );
      await probe.handled(20);
      await probe.close();
      await older(20);
      await fixture.log.retain();
      expect(texts(await readAll(fixture.log, topic))).toEqual(numbers(10).map(() => 'backfill'));
    });

    itRetains('does not wake who waits for a record that was removed', async () => {
      const topic = await fixture.topic(BY_AGE);
      await fixture.log.append([message(topic, 'k', 'old')]);
      await older(20);
      await fixture.log.retain();
      let woken = false;
      const waiting = fixture.log.waitFor(topic, new Map(), new AbortController().signal).then(() => { woken = true; });
      await fixture.log.partitions(topic);
      await readAll(fixture.log, topic);
      expect(woken).toBe(false);
      await fixture.log.append([message(topic, 'k', 'new')]);
      await within('waitFor', waiting);
    });

    itRetains('finds offsets by time among the records kept', async () => {
      const topic = await fixture.topic(BY_SIZE);
      await fixture.log.append(numbers(100).map((n) => kilobyte(topic, n)));
      await fixture.log.retain();
      const [first] = await readAll(fixture.log, topic);
      expect((await fixture.log.offsetsAt(topic, 0)).get(first?.partition ?? -1)).toBe(first?.offset);
    });

    itRetainsOverRestarts('never uses an offset again, even after all was removed and the log opened again', async () => {
      const topic = await fixture.topic(BY_AGE);
      await fixture.log.append(numbers(7).map((n) => message(topic, 'k', `${n}`)));
      const before = (await readAll(fixture.log, topic)).at(-1)?.offset ?? -1;
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      await probe.handled(7);
      await probe.close(5_000);
      await older(20);
      await fixture.log.retain();
      const partitions = await fixture.log.partitions(topic);
      await fixture.restart();
      expect(await fixture.log.partitions(topic)).toEqual(partitions);
      await fixture.log.append([message(topic, 'k', 'new')]);
      expect((await readAll(fixture.log, topic))[0]?.offset).toBeGreaterThan(before);
      const again = await openProbe(fixture.log, { group: 'g', topic });
      expect(texts(await again.handled(1))).toEqual(['new']);
      await again.close(5_000);
    });
  });
}
