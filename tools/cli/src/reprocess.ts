import { PipelineStatus, ReprocessResult } from '@wenliu/contracts';
import { createClient, Refused, type ApiClient } from './api-client.js';
import type { ReprocessOptions } from './commands/reprocess.js';
import { CommandFailed } from './failures.js';
import { print, printJson } from './output.js';
import { startProgress } from './push/progress.js';

type Sum = Omit<ReprocessResult, 'next'>;

/** Asks page by page what is to be split again, says how much it is, and has it done. */
export async function reprocess(options: ReprocessOptions): Promise<void> {
  const client = createClient(options);
  const command = {
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.since === undefined ? {} : { since: toTime(options.since) }),
    ...(options.olderThanRevision === undefined ? {} : { olderThanRevision: options.olderThanRevision }),
    failed: options.failed === true,
  };
  const estimate = await everyPage(client, { ...command, dryRun: true }, () => undefined);
  if (options.json !== true) await print(`${await words(client, estimate)}\n`);
  if (options.dryRun === true || estimate.matched === 0) {
    if (options.json === true) await printJson({ ...estimate, dryRun: true });
    return;
  }
  const progress = startProgress('sending', estimate.matched);
  const done = await everyPage(client, { ...command, dryRun: false }, (sent) => progress.to(sent, `${sent} documents`)).finally(() => progress.stop());
  if (options.json === true) return printJson({ ...done, dryRun: false });
  await print(`${done.sent} documents are being split again: "wenliu status" shows how far\n`);
}

async function everyPage(client: ApiClient, command: object, progress: (sent: number) => void): Promise<Sum> {
  const sum: Sum = { looked: 0, matched: 0, bytes: 0, articles: 0, sent: 0 };
  for (let after: string | null = null, more = true; more; ) {
    const page: ReprocessResult = await client.post('/v1/reprocess', { ...command, after }, ReprocessResult);
    for (const key of ['looked', 'matched', 'bytes', 'articles', 'sent'] as const) sum[key] += page[key];
    progress(sum.sent);
    after = page.next;
    more = after !== null;
  }
  return sum;
}

async function words(client: ApiClient, { looked, matched, bytes, articles }: Sum): Promise<string> {
  const amount = `${matched} of ${looked} documents, ${(bytes / 1e6).toFixed(1)} MB, ${articles} articles so far`;
  const pace = await paceOf(client);
  return pace === null || articles === 0 ? amount : `${amount}: about ${Math.ceil(articles / pace / 60)} min at the ${Math.round(pace)} articles/s of the last minute`;
}

/** Articles a second that become searchable now; `null` where nothing moves or another process knows. */
async function paceOf(client: ApiClient): Promise<number | null> {
  try {
    const { stages } = await client.get('/v1/pipeline', PipelineStatus);
    const rate = stages.find(({ stage }) => stage === 'index-article')?.rate ?? 0;
    return rate > 0 ? rate : null;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

function toTime(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new CommandFailed(`--since ${text} is no day or time: write 2024-01-31 or 2024-01-31T08:00:00+08:00`);
  return new Date(time).toISOString();
}
