import { setTimeout as delay } from 'node:timers/promises';
import { PATIENCE } from './patience.js';

/** Asks again until the answer is not `null`; rejects with what was waited for. */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, withinMs = 20_000 * PATIENCE): Promise<T> {
  const late = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > late) throw new Error(`waited ${withinMs} ms for ${what}`);
    await delay(20);
  }
}
