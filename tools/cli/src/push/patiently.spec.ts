import { describe, expect, it } from '@jest/globals';
import { TryLater } from '../api-client.js';
import { backoff, patiently } from './patiently.js';

function failing(times: number, retryAfterMs: number | null): () => Promise<string> {
  let left = times;
  return async () => {
    left -= 1;
    if (left >= 0) throw new TryLater('the pipeline is behind', retryAfterMs);
    return 'taken';
  };
}

describe('patiently', () => {
  it('tries again after as long as the server says', async () => {
    const waits: number[] = [];
    const patience = { giveUpAfterMs: 1_000, signal: new AbortController().signal, onWait: (_: string, ms: number) => waits.push(ms) };
    expect(await patiently(failing(2, 3), patience)).toBe('taken');
    expect(waits).toEqual([3, 3]);
  });

  it('gives up rather than wait longer than its patience', async () => {
    const patience = { giveUpAfterMs: 1_000, signal: new AbortController().signal, onWait: () => undefined };
    await expect(patiently(failing(1, 60_000), patience)).rejects.toThrow('gave up');
  });

  it('ends its wait when it is stopped', async () => {
    const stop = new AbortController();
    const patience = { giveUpAfterMs: 60_000, signal: stop.signal, onWait: () => stop.abort() };
    await expect(patiently(failing(1, 30_000), patience)).rejects.toThrow('aborted');
  });

  it('does not try again what was refused', async () => {
    const patience = { giveUpAfterMs: 1_000, signal: new AbortController().signal, onWait: () => undefined };
    await expect(patiently(() => Promise.reject(new Error('no')), patience)).rejects.toThrow('no');
  });

  it.each([
    [1, 0, 500],
    [2, 0, 1_000],
    [1, 1, 375],
    [20, 0, 30_000],
  ])('waits after failure %i with chance %d for %i ms', (failures, chance, ms) => {
    expect(backoff(failures, chance)).toBe(ms);
  });
});
