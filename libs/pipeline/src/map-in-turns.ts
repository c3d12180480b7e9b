import { setImmediate } from 'node:timers/promises';

/** Items between two turns of the event loop: a few milliseconds of work. */
const PER_TURN = 16;

/** Like `map`, for work on the thread that also answers requests: lets it answer in between. */
export async function mapInTurns<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const [i, item] of items.entries()) {
    if (i > 0 && i % PER_TURN === 0) await setImmediate();
    results.push(map(item));
  }
  return results;
}
