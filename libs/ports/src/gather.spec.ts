import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { gather } from './gather.js';

describe('gather', () => {
  it('asks once for all of one turn, and again for what comes later', async () => {
    const calls: number[][] = [];
    const double = gather({ most: 100, atOnce: 2 }, async (numbers: readonly number[]) => {
      calls.push([...numbers]);
      return numbers.map((n) => 2 * n);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(calls).toEqual([[1, 2, 3], [4]]);
  });

  it('asks for so many at once and no more', async () => {
    const sizes: number[] = [];
    const ask = gather({ most: 2, atOnce: 2 }, async (numbers: readonly number[]) => {
      sizes.push(numbers.length);
      return [...numbers];
    });
    expect(await Promise.all([ask(1), ask(2), ask(3), ask(4), ask(5)])).toEqual([1, 2, 3, 4, 5]);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('gathers what comes while earlier calls are under way, and one of them may take its time', async () => {
    const calls: number[][] = [];
    const slow = Promise.withResolvers<undefined>();
    const second = Promise.withResolvers<undefined>();
    const ask = gather({ most: 100, atOnce: 2 }, async (numbers: readonly number[]) => {
      calls.push([...numbers]);
      if (numbers.includes(1)) await slow.promise;
      if (numbers.includes(2)) await second.promise;
      return [...numbers];
    });
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const first = ask(1);
    await turn();
    const asked = [ask(2)];
    await turn();
    asked.push(ask(3));
    await turn();
    asked.push(ask(4));
    await turn();
    expect(calls).toEqual([[1], [2]]);
    second.resolve(undefined);
    expect(await Promise.all(asked)).toEqual([2, 3, 4]);
    expect(calls).toEqual([[1], [2], [3, 4]]);
    slow.resolve(undefined);
    expect(await first).toBe(1);
  });

  it('waits for more after a call that a few came too late for, and not for who asks again when he has his answer', async () => {
    const calls: number[][] = [];
    const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<undefined>());
    const ask = gather({ most: 100, atOnce: 1, rests: true }, async (numbers: readonly number[]) => {
      calls.push([...numbers]);
      await ends[calls.length - 1]?.promise;
      return [...numbers];
    });
    const turns = async (): Promise<void> => { for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve)); };
    const first = ask(1);
    await delay(200);
    ends[0]?.resolve(undefined);
    await first;
    const second = ask(2);
    await turns();
    expect(calls).toEqual([[1], [2]]);
    const late = [ask(3)];
    ends[1]?.resolve(undefined);
    await second;
    late.push(ask(4));
    for (const { resolve } of ends) resolve(undefined);
    await Promise.all(late);
    expect(calls).toEqual([[1], [2], [3, 4]]);
  });

  it('tells each its own error, and all of them that there was no answer', async () => {
    const ask = gather({ most: 100, atOnce: 2 }, async (numbers: readonly number[]) => {
      if (numbers.includes(0)) throw new Error('away');
      return numbers.map((n) => (n === 2 ? new Error('not this') : n));
    });
    expect(await Promise.allSettled([ask(1), ask(2)])).toMatchObject([{ value: 1 }, { reason: { message: 'not this' } }]);
    expect(await Promise.allSettled([ask(1), ask(0)])).toMatchObject([{ reason: { message: 'away' } }, { reason: { message: 'away' } }]);
  });

  it('does not take silence for an answer', async () => {
    await expect(gather({ most: 100, atOnce: 2 }, async () => [])(1)).rejects.toThrow('without an answer');
  });
});
