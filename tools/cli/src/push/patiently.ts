import { setTimeout as delay } from 'node:timers/promises';
import { TryLater } from '../api-client.js';
import { CommandFailed } from '../failures.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export interface Patience {
  /** How long to go on without success. */
  giveUpAfterMs: number;
  signal: AbortSignal;
  onWait: (reason: string, waitMs: number) => void;
}

/** Tries again while the server is away or asks to come back, as long as the patience lasts. Rejects when the signal aborts a wait. */
export async function patiently<T>(attempt: () => Promise<T>, { giveUpAfterMs, signal, onWait }: Patience): Promise<T> {
  const started = Date.now();
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      const waitMs = error.retryAfterMs ?? backoff(failures, Math.random());
      const triedMs = Date.now() - started;
      if (triedMs + waitMs > giveUpAfterMs) throw new CommandFailed(`${error.message}\n  gave up after ${Math.round(triedMs / 1000)} s`);
      onWait(error.message, waitMs);
      await delay(waitMs, undefined, { signal });
    }
  }
}

/** Doubles up to half a minute; `chance` (0 to 1) takes up to a quarter off, so that clients do not come back all at once. */
export function backoff(failures: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(full * (1 - chance / 4));
}
