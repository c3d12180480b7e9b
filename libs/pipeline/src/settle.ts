import { inspect } from 'node:util';
import { PortUnavailable, type LogRecord } from '@wenliu/ports';
import { quarantine, type Outcome } from './outcome.js';
import type { Settled } from './messages.js';
import type { Stage } from './stage.js';
import { backoffMs, type Clock } from './clock.js';

class HandlerTimedOut extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
  }
}

class Stopped extends Error {}
export const isStopped = (error: unknown): boolean => error instanceof Stopped;

export interface Settling {
  stage: Stage;
  clock: Clock;
  /** The delivery's signal: once aborted, nothing is tried again. */
  signal: AbortSignal;
  /** Told while a port is away, and `null` when it is back. */
  onWaiting(problem: string | null): void;
}

/**
 * One outcome for every record. The batch is tried once as a whole; if that throws, each record is tried alone, so that one
 * poisoned record cannot take its neighbours along. A port that is away is waited for without end and without counting attempts.
 */
export async function settle(records: readonly LogRecord[], settling: Settling): Promise<Settled[]> {
  const first = records[0];
  if (first === undefined) return [];
  try {
    const outcomes = await untilAvailable(settling, () => callHandler(records, settling));
    return records.map((record, i) => settledAs(record, outcomes[i], 1));
  } catch (error) {
    if (isStopped(error)) throw error;
    if (records.length === 1) return [await settleAlone(first, settling, 1, error)];
  }
  const settled: Settled[] = [];
  for (const record of records) settled.push(await settleAlone(record, settling, 0, null));
  return settled;
}

async function settleAlone(record: LogRecord, settling: Settling, callsMade: number, last: unknown): Promise<Settled> {
  const { stage, clock, signal } = settling;
  let calls = callsMade;
  let error = last;
  // A handler that hung would hold up its partition again for as long: it is not called again alone.
  while (calls < stage.maxAttempts && !(error instanceof HandlerTimedOut)) {
    if (calls > 0) await clock.sleep(backoffMs(calls, clock.random()), signal);
    if (signal.aborted) throw new Stopped();
    calls++;
    try {
      const [outcome] = await untilAvailable(settling, () => callHandler([record], settling));
      return settledAs(record, outcome, calls);
    } catch (thrown) {
      if (isStopped(thrown)) throw thrown;
      error = thrown;
    }
  }
  const reason = error instanceof HandlerTimedOut ? 'handler-timed-out' : 'handler-failed';
  return { record, outcome: quarantine(reason, describe(error)), attempts: calls, class: 'failed' };
}

const settledAs = (record: LogRecord, outcome: Outcome | undefined, attempts: number): Settled => {
  if (outcome === undefined || !isOutcome(outcome)) throw new Error('the handler gave no outcome for a record');
  return { record, outcome, attempts, class: 'rejected' };
};

/** Handlers are bound at run time, where no compiler sees what they return. */
function isOutcome(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !('kind' in given)) return false;
  if (given.kind === 'forward') return 'outputs' in given && Array.isArray(given.outputs);
  return given.kind === 'discard' || given.kind === 'quarantine';
}

async function callHandler(records: readonly LogRecord[], { stage, signal }: Settling): Promise<readonly Outcome[]> {
  if (signal.aborted) throw new Stopped();
  const deadline = new AbortController();
  const over = Promise.withResolvers<never>();
  const stop = (): void => over.reject(new Stopped());
  const timer = setTimeout(() => {
    over.reject(new HandlerTimedOut(stage.timeoutMs));
    deadline.abort();
  }, stage.timeoutMs);
  signal.addEventListener('abort', stop, { once: true });
  // Async, so that what it throws before its first await is a rejection like any other.
  const call = async (): Promise<readonly Outcome[]> =>
    stage.handle(records, { lane: records[0]?.lane ?? 'live', signal: AbortSignal.any([signal, deadline.signal]) });
  try {
    const outcomes = await Promise.race([call(), over.promise]);
    if (outcomes.length !== records.length) {
      throw new Error(`the handler gave ${outcomes.length} outcomes for ${records.length} records`);
    }
    return outcomes;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Runs `act` again and again while a port is away, with backoff up to 10 s. */
export async function untilAvailable<T>(settling: Omit<Settling, 'stage'>, act: () => Promise<T>): Promise<T> {
  const { clock, signal, onWaiting } = settling;
  for (let n = 1; ; n++) {
    try {
      const result = await act();
      if (n > 1) onWaiting(null);
      return result;
    } catch (error) {
      const away = error instanceof PortUnavailable;
      if (away || n > 1) onWaiting(away ? error.message : null);
      if (!away) throw error;
      await clock.sleep(backoffMs(n, clock.random(), 10_000), signal);
      if (signal.aborted) throw new Stopped();
    }
  }
}

/** Something was thrown; what, in words. Never throws itself: handlers throw things that cannot be shown. */
export function describe(error: unknown): string {
  try {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    return `thrown: ${inspect(error, { depth: 1 })}`;
  } catch {
    return `thrown: ${Object.prototype.toString.call(error)}`;
  }
}
