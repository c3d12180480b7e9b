import type { ApiClient } from '../api-client.js';
import { printJson } from '../output.js';
import { deliver, type Answer, type Deliverer } from './deliver.js';
import { deliveriesOf, type Delivery } from './deliveries.js';
import type { PushFile } from './find-files.js';
import type { Journal } from './journal.js';
import type { Progress } from './progress.js';
import { Tally } from './tally.js';

/** While one request is on its way the server writes another; more would only share the same disk. */
const REQUESTS_AT_ONCE = 4;
/** More reasons than anyone reads; `--json` has them all. */
const REASONS_SHOWN = 50;

export interface PushRun {
  client: ApiClient;
  /** Lane, source and hints. */
  query: URLSearchParams;
  journal: Journal;
  progress: Progress;
  json: boolean;
  /** Aborted by the user: what is on its way is awaited, nothing more is sent. */
  stop: AbortSignal;
  giveUpAfterMs: number;
}

/** Sends all files. Resolves with what became of them, also when stopped; rejects when it makes no sense to go on. */
export async function pushFiles(files: readonly PushFile[], run: PushRun): Promise<Tally> {
  const tally = new Tally();
  const failed = new AbortController();
  const signal = AbortSignal.any([run.stop, failed.signal]);
  const deliveries = left(files, run, tally);
  const worker = async (): Promise<void> => {
    try {
      for (let next = await deliveries.next(); next.done !== true; next = await deliveries.next()) {
        signal.throwIfAborted();
        await sendOne(next.value, { run, tally, to: delivererOf(run, signal) });
      }
    } catch (error) {
      // Stopped, given up while it waited, or another worker has failed already.
      tally.complete = false;
      if (!signal.aborted) failed.abort(error);
    }
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
  if (failed.signal.aborted) throw failed.signal.reason;
  return tally;
}

function left(files: readonly PushFile[], { journal, progress }: PushRun, tally: Tally): AsyncGenerator<Delivery> {
  return deliveriesOf(files, journal, {
    skipped: (entry) => {
      tally.skipped(entry);
      progress.to(tally.bytes, tally.words());
    },
    unreadable: (file) => {
      tally.unreadable += 1;
      tally.bytes += file.bytes;
    },
  });
}

function delivererOf({ client, query, giveUpAfterMs, progress }: PushRun, signal: AbortSignal): Deliverer {
  const onWait = (reason: string, waitMs: number): void => progress.note(`trying again in ${Math.ceil(waitMs / 1000)} s: ${reason}`);
  return { client, query, patience: { giveUpAfterMs, signal, onWait } };
}

async function sendOne(delivery: Delivery, { run, tally, to }: { run: PushRun; tally: Tally; to: Deliverer }): Promise<void> {
  const answers = await deliver(delivery, to);
  tally.answered(answers, delivery.batch.bytes.length);
  await acknowledge(delivery, answers, run.journal);
  reportRejected(answers, run.progress, tally);
  if (run.json) for (const { place, item } of answers) await printJson({ place, ...item });
  run.progress.to(tally.bytes, tally.words());
}

/** Only what was taken as a whole: a run that is resumed names the rejected items of the rest again. */
async function acknowledge({ file, batch }: Delivery, answers: readonly Answer[], journal: Journal): Promise<void> {
  if (file.path === '-' || answers.some(({ item }) => item.outcome === 'rejected')) return;
  const { path, bytes, mtimeMs } = file;
  const ids = answers.flatMap(({ item }) => (item.id === null ? [] : [item.id]));
  await journal.add({ path, bytes, mtimeMs, from: batch.from, to: batch.to, lines: batch.lines, ids });
}

function reportRejected(answers: readonly Answer[], progress: Progress, tally: Tally): void {
  const rejected = answers.filter(({ item }) => item.outcome === 'rejected');
  if (rejected.length > 0) process.exitCode = 1;
  const before = tally.rejected - rejected.length;
  for (const [i, { place, item }] of rejected.entries()) {
    if (before + i < REASONS_SHOWN) progress.note(`wenliu: ${place}: rejected: ${item.problem?.detail ?? 'no reason given'}`);
    else if (before + i === REASONS_SHOWN) progress.note('wenliu: more are rejected; --json lists all');
  }
}
