import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { PortUnavailable, type LogRecord } from '@wenliu/ports';
import type { Clock } from './clock.js';
import { discard, type Outcome } from './outcome.js';
import { describe as inWords, isStopped, settle, untilAvailable, type Settling } from './settle.js';
import type { Stage } from './stage.js';

/** Sleeps take no time here; what they were to take is in `sleeps`. */
function createClock(): Clock & { sleeps: number[] } {
  const sleeps: number[] = [];
  return { sleeps, now: () => new Date(0), random: () => 0, sleep: async (ms) => void sleeps.push(ms) };
}

const record = (offset: number): LogRecord => ({
  topic: 'topic', partition: 0, offset, key: `k${offset}`, lane: 'live', headers: {}, value: Uint8Array.of(offset), appendedAt: 0,
});

function createSettling(handle: Stage['handle'], parts: Partial<Stage> = {}): Settling & { clock: ReturnType<typeof createClock>; stop: AbortController; told: (string | null)[] } {
  const stop = new AbortController();
  const told: (string | null)[] = [];
  const stage: Stage = { service: 's', name: 'n', input: 'topic', outputs: [], batchSize: 10, timeoutMs: 1_000, maxAttempts: 3, recordsOutcomes: true, ...parts, handle };
  return { stage, clock: createClock(), signal: stop.signal, stop, told, onWaiting: (problem) => void told.push(problem) };
}

const discardAll: Stage['handle'] = async (records): Promise<Outcome[]> => records.map(({ offset }) => discard('empty-text', offset));

describe('settling', () => {
  it('calls the handler once for a batch, and not at all for none', async () => {
    const sizes: number[] = [];
    const settling = createSettling((records, context) => { sizes.push(records.length); return discardAll(records, context); });
    const settled = await settle([record(1), record(2), record(3)], settling);
    expect(settled.map(({ record: { offset }, outcome, attempts }) => [offset, outcome.version, attempts])).toEqual([[1, 1, 1], [2, 2, 1], [3, 3, 1]]);
    expect(await settle([], settling)).toEqual([]);
    expect(sizes).toEqual([3]);
  });

  it('calls the handler for each record alone when it failed for the batch, in order', async () => {
    const calls: number[][] = [];
    const settling = createSettling((records, context) => {
      calls.push(records.map(({ offset }) => offset));
      return records.some(({ offset }) => offset === 2) ? Promise.reject(new Error('planned')) : discardAll(records, context);
    });
    const settled = await settle([record(1), record(2), record(3)], settling);
    expect(calls).toEqual([[1, 2, 3], [1], [2], [2], [2], [3]]);
    expect(settled.map(({ outcome, attempts, class: kind }) => [outcome.kind, attempts, kind])).toEqual([
      ['discard', 1, 'rejected'], ['quarantine', 3, 'failed'], ['discard', 1, 'rejected'],
    ]);
    expect(settling.clock.sleeps).toEqual([50, 100]);
  });

  it('does not call a handler again alone that hung alone', async () => {
    let calls = 0;
    const settling = createSettling(() => { calls++; return new Promise<never>(() => undefined); }, { timeoutMs: 3 });
    const [settled] = await settle([record(1)], settling);
    expect([calls, settled?.outcome]).toEqual([1, { kind: 'quarantine', reason: 'handler-timed-out', detail: 'Error: no answer within 3 ms' }]);
  });

  it('leaves no listener on the signal, however often it called the handler', async () => {
    let calls = 0;
    const settling = createSettling((records, context) => {
      if (++calls <= 20) return Promise.reject(new PortUnavailable('store', 'away'));
      if (calls <= 22) throw new Error('planned');
      return discardAll(records, context);
    });
    await settle([record(1)], settling);
    expect(getEventListeners(settling.signal, 'abort')).toHaveLength(0);
  });

  it('ends when the signal is aborted, before, during and after a call', async () => {
    const before = createSettling(discardAll);
    before.stop.abort();
    expect(isStopped(await settle([record(1)], before).catch((error: unknown) => error))).toBe(true);
    const during = createSettling(() => { during.stop.abort(); return new Promise<never>(() => undefined); });
    expect(isStopped(await settle([record(1), record(2)], during).catch((error: unknown) => error))).toBe(true);
    let calls = 0;
    const after = createSettling(() => { calls++; after.stop.abort(); return Promise.reject(new Error('planned')); });
    expect(isStopped(await settle([record(1)], after).catch((error: unknown) => error))).toBe(true);
    expect(calls).toBe(1);
  });
});

describe('waiting until a port is available', () => {
  it('tries again with pauses up to 10 s, and tells when it waits and when it goes on', async () => {
    const settling = createSettling(discardAll);
    let calls = 0;
    const result = await untilAvailable(settling, async () => {
      if (++calls <= 9) throw new PortUnavailable('store', `${calls}`);
      return 'done';
    });
    expect(result).toBe('done');
    expect(settling.clock.sleeps).toEqual([50, 100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
    expect(settling.told.slice(-2)).toEqual(['store is unavailable: 9', null]);
  });

  it('says nothing where there was nothing to wait for', async () => {
    const settling = createSettling(discardAll);
    await untilAvailable(settling, async () => undefined);
    await untilAvailable(settling, () => Promise.reject(new Error('planned'))).catch(() => undefined);
    expect([settling.told, settling.clock.sleeps]).toEqual([[], []]);
  });
});

describe('what was thrown, in words', () => {
  const unshowable = { [inspect.custom]: () => { throw new Error('planned'); } };
  const THROWN: [string, unknown, string][] = [
    ['an error', new TypeError('x'), 'TypeError: x'],
    ['an error of a port', new PortUnavailable('store', 'away'), 'PortUnavailable: store is unavailable: away'],
    ['a string', 'text', "thrown: 'text'"],
    ['undefined', undefined, 'thrown: undefined'],
    ['null', null, 'thrown: null'],
    ['an object', { status: 500 }, 'thrown: { status: 500 }'],
    ['a big integer', 10n, 'thrown: 10n'],
    ['a symbol', Symbol('s'), 'thrown: Symbol(s)'],
    ['what cannot be shown', unshowable, 'thrown: [object Object]'],
  ];
  it.each(THROWN)('is said of %s', (_, thrown, words) => {
    expect(inWords(thrown)).toBe(words);
  });
});
