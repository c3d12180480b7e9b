import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { MessageLog } from './message-log.js';
import { message, openProbe, readAll, texts, type Fixture } from './message-log-probe.contract.js';
import { numbers, within } from './suite.contract.js';

/** One partition of the topic that holds the records of a key. */
async function partitionOf(log: MessageLog, topic: string, key: string): Promise<number> {
  const record = (await readAll(log, topic)).find((one) => one.key === key);
  if (record === undefined) throw new Error(`no record with key ${key}`);
  return record.partition;
}

async function ends(log: MessageLog, topic: string): Promise<Map<number, number>> {
  return new Map((await log.partitions(topic)).map(({ partition, next }) => [partition, next]));
}

async function nextMillisecond(): Promise<number> {
  const before = Date.now();
  while (Date.now() <= before + 2) await new Promise((resolve) => setTimeout(resolve, 1));
  return Date.now();
}

export function describeReading(fixture: Fixture): void {
  describe('reading', () => {
    it('reads up to limit records from the offset on, and none at the end', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(10).map((n) => message(topic, 'k', `${n}`)));
      const partition = await partitionOf(fixture.log, topic, 'k');
      const offsets = (await readAll(fixture.log, topic)).map(({ offset }) => offset);
      const read = async (n: number, limit: number): Promise<string[]> => texts(await fixture.log.read(topic, partition, offsets[n] ?? n, limit));
      expect(await read(0, 3)).toEqual(['0', '1', '2']);
      expect(await read(3, 3)).toEqual(['3', '4', '5']);
      expect(await read(8, 100)).toEqual(['8', '9']);
      expect(await fixture.log.read(topic, partition, (offsets[9] ?? 0) + 1, 10)).toEqual([]);
      expect(await fixture.log.read(topic, partition, 1_000_000, 10)).toEqual([]);
    });

    it('reads nothing of a topic that does not exist', async () => {
      expect(await fixture.log.partitions('contract.nowhere')).toEqual([]);
      expect(await fixture.log.read('contract.nowhere', 0, 0, 10)).toEqual([]);
      expect(await fixture.log.committed('g', 'contract.nowhere')).toEqual(new Map());
      expect(await fixture.log.offsetsAt('contract.nowhere', 0)).toEqual(new Map());
    });

    it('names partitions with their lane, first and next offset', async () => {
      const topic = await fixture.topic();
      const before = await fixture.log.partitions(topic);
      expect(before.every(({ start, next }) => start === 0 && next === 0)).toBe(true);
      expect(new Set(before.map(({ partition }) => partition)).size).toBe(before.length);
      await fixture.log.append(numbers(3).map((n) => message(topic, 'k', `${n}`)));
      const partition = await partitionOf(fixture.log, topic, 'k');
      const last = (await readAll(fixture.log, topic)).at(-1)?.offset ?? -1;
      for (const info of await fixture.log.partitions(topic)) {
        expect(info.start).toBe(0);
        if (info.partition === partition) expect(info.next).toBeGreaterThan(last);
        else expect(info.next).toBe(0);
      }
    });

    it('names the topics that begin with a prefix', async () => {
      const topic = await fixture.topic();
      const names = [`${topic}.quarantine.tag`, `${topic}.quarantine.index`, `${topic}_quarantine`];
      await fixture.log.createTopics(names.map((name) => ({ name, retention: null })));
      expect((await fixture.log.topics(`${topic}.quarantine.`)).sort()).toEqual([names[1], names[0]]);
      expect((await fixture.log.topics(topic)).sort()).toEqual([topic, ...names].sort());
      expect(await fixture.log.topics(`${topic}%`)).toEqual([]);
    });

    it('finds the first offset at or after a time, else the next one', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'early')]);
      // Beside its records a log may write marks of its own, a little later.
      await delay(200);
      const time = await nextMillisecond();
      await fixture.log.append([message(topic, 'k', 'late'), message(topic, 'k', 'later')]);
      const records = await readAll(fixture.log, topic);
      const [early, late] = records;
      const partition = early?.partition ?? -1;
      const next = await ends(fixture.log, topic);
      expect((await fixture.log.offsetsAt(topic, 0)).get(partition)).toBe(early?.offset);
      expect((await fixture.log.offsetsAt(topic, time)).get(partition)).toBe(late?.offset);
      expect((await fixture.log.offsetsAt(topic, late?.appendedAt ?? 0)).get(partition)).toBe(late?.offset);
      expect(await fixture.log.offsetsAt(topic, Date.now() + 3_600_000)).toEqual(next);
    });
  });

  describe('waiting', () => {
    it('resolves where a record is there already', async () => {
      const topic = await fixture.topic();
      const before = await ends(fixture.log, topic);
      await fixture.log.append([message(topic, 'k', 'x')]);
      await within('waitFor', fixture.log.waitFor(topic, before, new AbortController().signal));
      await within('waitFor', fixture.log.waitFor(topic, new Map(), new AbortController().signal));
    });

    it('loses no record that is appended just before or just after it is called', async () => {
      const topic = await fixture.topic();
      for (const round of numbers(40)) {
        const positions = await ends(fixture.log, topic);
        const append = (): Promise<void> => fixture.log.append([message(topic, `k${round}`, 'x', { lane: round % 3 === 0 ? 'backfill' : 'live' })]);
        const wait = (): Promise<void> => fixture.log.waitFor(topic, positions, new AbortController().signal);
        // Neither is awaited before the other is called.
        const both = round % 2 === 0 ? [append(), wait()] : [wait(), append()];
        await within(`round ${round}`, Promise.all(both));
      }
    });

    it('is told of the outputs of a commit', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      const waiting = fixture.log.waitFor(output, await ends(fixture.log, output), new AbortController().signal);
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, (delivery) => delivery.commit([message(output, 'k', 'x')]));
      await fixture.log.append([message(input, 'k', 'x')]);
      await within('waitFor', waiting);
      await probe.close(5_000);
    });

    it('goes on waiting while only records before the positions, or of other topics, are there', async () => {
      const [topic, other] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(topic, 'k', 'x')]);
      let woken = false;
      const waiting = fixture.log.waitFor(topic, await ends(fixture.log, topic), new AbortController().signal).then(() => { woken = true; });
      await fixture.log.append([message(other, 'k', 'x')]);
      await expect(fixture.log.append([message(topic, 'k', 'lost'), message(`${topic}.missing`, 'k', '')])).rejects.toThrow();
      await readAll(fixture.log, topic);
      expect(woken).toBe(false);
      await fixture.log.append([message(topic, 'k', 'y')]);
      await within('waitFor', waiting);
    });

    it('resolves when it is aborted, before or while it waits', async () => {
      const topic = await fixture.topic();
      await within('waitFor', fixture.log.waitFor(topic, new Map(), AbortSignal.abort()));
      const stop = new AbortController();
      const waiting = fixture.log.waitFor(topic, new Map(), stop.signal);
      await fixture.log.partitions(topic);
      stop.abort();
      await within('waitFor', waiting);
    });
  });
}
