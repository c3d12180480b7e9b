import { resolve } from 'node:path';
import { DocumentView } from '@wenliu/contracts';
import { createClient, Refused, type ApiClient } from '../api-client.js';
import type { PushOptions } from '../commands/push.js';
import { CommandFailed, reportFailure, say } from '../failures.js';
import { print } from '../output.js';
import { findFiles } from './find-files.js';
import { defaultJournal, Journal } from './journal.js';
import { startProgress } from './progress.js';
import { pushFiles } from './push-run.js';
import type { Tally } from './tally.js';
import { waitUntilDone } from './wait-until-done.js';

/** Sends everything and says what became of it. */
export async function push(paths: readonly string[], options: PushOptions): Promise<void> {
  const client = createClient(options);
  // Every service has it; a wrong address is said at once and not after all patience.
  await client.send('/health/live');
  const { files, unreadable, passedOver } = await findFiles(paths, options.type);
  if (passedOver[0] !== undefined) say(`passed over for their names, which say nothing known: ${passedOver.length}, such as ${passedOver[0]}`);
  const journal = await openJournal(paths, options, client);
  const stop = stopOnInterrupt();
  const progress = startProgress('pushing', files.reduce((sum, { bytes }) => sum + bytes, 0));
  let tally: Tally;
  try {
    const run = { client, query: queryOf(options), journal, progress, json: options.json === true, stop, giveUpAfterMs: options.patience * 1000 };
    tally = await pushFiles(files, run);
  } catch (error) {
    throw error instanceof CommandFailed ? new CommandFailed(`${error.message}\n  ${RESUME}`) : error;
  } finally {
    progress.stop();
    await journal.close();
  }
  tally.unreadable += unreadable;
  const summary = tally.summary();
  if (!tally.complete) return reportFailure(`stopped: ${summary}\n  ${RESUME}`);
  if (options.journal === undefined && process.exitCode !== 1) await journal.remove();
  if (options.json === true) say(summary);
  else await print(`${summary}\n`);
  if (options.wait === true) await wait(tally, { client, stop, options });
}

const RESUME = 'the same command again goes on from here';

function queryOf({ lane, source, publication, date, page }: PushOptions): URLSearchParams {
  const given = Object.entries({ sourceKind: 'cli', lane, source, publication, issueDate: date, page });
  return new URLSearchParams(given.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])));
}

/** The journal of this very push. What it says is passed over when the server does not know it: another server, or other data. */
async function openJournal(paths: readonly string[], options: PushOptions, client: ApiClient): Promise<Journal> {
  const { lane, source, publication, date, page, type } = options;
  const places = paths.map((path) => (path === '-' ? path : resolve(path)));
  const file = options.journal ?? defaultJournal([client.url, places, lane, source, publication, date, page, type]);
  const journal = await Journal.open(file);
  const id = journal.last?.ids.at(-1);
  if (id === undefined || (await knows(client, id))) return journal;
  say(`the server does not have what ${file} says it has: sending everything`);
  await journal.clear();
  return journal;
}

async function knows(client: ApiClient, id: string): Promise<boolean> {
  try {
    await client.get(`/v1/documents/${id}`, DocumentView);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
}

/** The first Ctrl+C stops after what is on its way, the second at once. */
function stopOnInterrupt(): AbortSignal {
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return stop.signal;
}

async function wait(tally: Tally, { client, stop, options }: { client: ApiClient; stop: AbortSignal; options: PushOptions }): Promise<void> {
  const progress = startProgress('waiting', tally.ids.size);
  let done = 0;
  const onDone = (): void => progress.to((done += 1), `${done} of ${tally.ids.size} searchable`);
  const patience = { giveUpAfterMs: options.patience * 1000, signal: stop, onWait: (reason: string) => progress.note(`waiting: ${reason}`) };
  try {
    const failed = await waitUntilDone(tally.ids, client, { patience, onDone });
    progress.stop();
    for (const { detail } of failed) reportFailure(detail);
    const summary = `searchable: ${tally.ids.size - failed.length} of ${tally.ids.size}`;
    if (options.json === true) say(summary);
    else await print(`${summary}\n`);
  } catch (error) {
    progress.stop();
    if (!stop.aborted) throw error;
    reportFailure('stopped waiting: all documents are pushed, and the server goes on');
  }
}
