import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, passed in so that tests decide them. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms`, or at once when aborted; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ n < 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  random: Math.random,
};

/** Exponential from 100 ms, with full jitter over its upper half. */
export function backoffMs(failures: number, random: number, limitMs = 5_000): number {
  const ceiling = Math.min(limitMs, 100 * 2 ** (failures - 1));
  return ceiling / 2 + (ceiling / 2) * random;
}
