import { describe, expect, it } from '@jest/globals';
import { backoffMs, systemClock } from './clock.js';

describe('backoff', () => {
  it.each([
    [1, 0, 50], [1, 0.999999, 100], [2, 0, 100], [3, 0, 200], [4, 0.5, 600], [6, 0, 1_600], [7, 0, 2_500], [7, 0.999999, 5_000], [50, 0, 2_500], [5_000, 0.5, 3_750],
  ])('after %i failures and chance %f is %i ms', (failures, random, expected) => {
    expect(Math.round(backoffMs(failures, random))).toBe(expected);
  });

  it('ends at the limit given', () => {
    expect(backoffMs(30, 1, 10_000)).toBe(10_000);
    expect(backoffMs(30, 0, 10_000)).toBe(5_000);
  });
});

describe('the system clock', () => {
  it('sleeps until the time is over', async () => {
    const started = performance.now();
    await systemClock.sleep(10, new AbortController().signal);
    // Timers may fire a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(9);
  });

  it('wakes at once when it is aborted, before or while it sleeps, and does not reject', async () => {
    await systemClock.sleep(60_000, AbortSignal.abort());
    const stop = new AbortController();
    const sleeping = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await sleeping;
  });

  it('tells the time, and chance below 1', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000);
    const random = systemClock.random();
    expect(random >= 0 && random < 1).toBe(true);
  });
});
