import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.js';
import { contentsOf, type Contents } from './contents.js';
import { drained, undisturbed } from './undisturbed.js';
import { createDocuments, type GeneratedDocument } from './documents.js';
import { readSamples, sumOf } from './metric-text.js';
import type { Profile, Running } from './profile.js';
import { between, createRandom } from './random.js';

export interface KillPlan {
  kills: number;
  documents: number;
  seed: number;
}

export interface KillReport {
  plan: KillPlan;
  seconds: number;
  /** Kills before the server had said it was ready. */
  killedWhileStarting: number;
  requests: number;
  /** Requests that got no answer, sent again. */
  unanswered: number;
  accepted: number;
  /** Documents that the server had although the client was never told so. */
  duplicates: number;
  /** From start to ready after a kill, seconds. */
  restarts: number[];
  /** From the last request to nothing waiting, seconds. */
  drainSeconds: number;
  /** What must not be; empty where the run held. */
  faults: string[];
}

const BATCH = 25;
/** Half of the kills hit a request, so long after it was sent; the others hit the work behind it. */
const SHARE_KILLED_IN_REQUEST = 0.5;
const LATEST_IN_REQUEST_MS = 25;
const LATEST_KILL_MS = 1_500;
const STARTING_KILL_MS = 900;
const SHARE_KILLED_WHILE_STARTING = 0.2;

/**
 * Kills the server at random moments while documents are pushed, starts it again each time, and sends again what was not
 * answered. Afterwards it must have what a server that was never killed has.
 */
export async function runKills(profile: Profile, plan: KillPlan): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-e2e-kills-'));
  try {
    const documents = createDocuments(plan.seed, plan.documents);
    const expected = await undisturbed(profile, documents);
    const run = new KillRun(profile, plan, join(folder, 'data'));
    return await run.tell(documents, expected);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

class KillRun {
  private readonly random: () => number;
  private readonly ids = new Set<string>();
  private readonly report: KillReport;

  constructor(
    private readonly profile: Profile,
    plan: KillPlan,
    private readonly data: string,
  ) {
    this.random = createRandom(plan.seed);
    this.report = {
      plan, seconds: 0, killedWhileStarting: 0, requests: 0, unanswered: 0, accepted: 0, duplicates: 0, restarts: [], drainSeconds: 0, faults: [],
    };
  }

  async tell(documents: readonly GeneratedDocument[], expected: Contents): Promise<KillReport> {
    const started = performance.now();
    const { kills } = this.report.plan;
    let server = await this.start();
    for (let n = 0; n < kills; n++) {
      const slice = documents.slice(Math.floor((n * documents.length) / kills), Math.floor(((n + 1) * documents.length) / kills));
      const rest = await this.pushUntilKilled(server, slice);
      server = await this.restart();
      // What was not answered before the kill.
      for (const batch of rest) await this.pushBatch(server, batch);
    }
    await this.verify(server, expected);
    await server.stop();
    this.report.seconds = (performance.now() - started) / 1000;
    return this.report;
  }

  /** Pushes one batch after the other, and kills; the batches that were not answered. */
  private async pushUntilKilled(server: Running, documents: readonly GeneratedDocument[]): Promise<GeneratedDocument[][]> {
    const batches: GeneratedDocument[][] = [];
    for (let from = 0; from < documents.length; from += BATCH) batches.push(documents.slice(from, from + BATCH));
    const inRequest = this.random() < SHARE_KILLED_IN_REQUEST;
    const hit = inRequest ? between(this.random, 0, batches.length - 1) : 0;
    const afterMs = this.random() * (inRequest ? LATEST_IN_REQUEST_MS : LATEST_KILL_MS);
    let killed: Promise<unknown> | null = null;
    for (const [n, batch] of batches.entries()) {
      if (n === hit) killed = delay(afterMs).then(() => server.kill());
      try {
        await this.pushBatch(server, batch);
      } catch {
        this.report.unanswered++;
        await killed;
        return batches.slice(n);
      }
    }
    await killed;
    return [];
  }

  private async pushBatch(server: Running, documents: readonly GeneratedDocument[]): Promise<void> {
    this.report.requests++;
    const body = documents.map(({ article }) => JSON.stringify(article)).join('\n');
    const { items } = await new Client(server.url).push(body, { type: 'application/x-ndjson' });
    for (const { id, outcome } of items) {
      if (id === null) throw new Error('a good document was rejected');
      this.ids.add(id);
      if (outcome === 'accepted') this.report.accepted++;
      else this.report.duplicates++;
    }
  }

  private async restart(): Promise<Running> {
    if (this.random() < SHARE_KILLED_WHILE_STARTING) {
      this.report.killedWhileStarting++;
      await this.profile.killWhileStarting({ data: this.data }, between(this.random, 50, STARTING_KILL_MS));
    }
    return this.start();
  }

  private async start(): Promise<Running> {
    const started = performance.now();
    const server = await this.profile.start({ data: this.data });
    this.report.restarts.push((performance.now() - started) / 1000);
    return server;
  }

  private async verify(server: Running, expected: Contents): Promise<void> {
    const client = new Client(server.url);
    const { faults, plan } = this.report;
    const started = performance.now();
    await drained(client);
    this.report.drainSeconds = (performance.now() - started) / 1000;
    if (this.ids.size !== plan.documents) faults.push(`${this.ids.size} documents were acknowledged, not ${plan.documents}`);
    for (const id of this.ids) {
      const { state, articles } = await client.document(id);
      if (state !== 'done' || articles.length !== 1) faults.push(`document ${id} is ${state} with ${articles.length} articles`);
    }
    const contents = await contentsOf(client);
    if (contents.repeated.length > 0) faults.push(`${contents.repeated.length} articles are found twice`);
    if (contents.ids.length !== expected.ids.length) faults.push(`${contents.ids.length} articles are found, not ${expected.ids.length}`);
    if (contents.checksum !== expected.checksum) faults.push(`the contents are not those of a run without kills: ${contents.checksum}, ${expected.checksum}`);
    const { articles, documents, quarantined, problems } = await client.pipeline();
    if (articles !== expected.ids.length) faults.push(`${articles} articles are counted, not ${expected.ids.length}`);
    if (documents !== plan.documents) faults.push(`${documents} documents are counted, not ${plan.documents}`);
    if (quarantined !== 0) faults.push(`${quarantined} messages are in quarantine`);
    if (problems.length > 0) faults.push(`problems: ${JSON.stringify(problems)}`);
    faults.push(...(await metricFaults(client)));
  }
}

/** Counters begin anew with each start; what they say must still fit together. */
async function metricFaults(client: Client): Promise<string[]> {
  const samples = readSamples((await client.request('GET', '/metrics')).bytes.toString('utf8'));
  const faults: string[] = [];
  if (sumOf(samples, 'wenliu_log_lag_messages') !== 0) faults.push('the metrics say that messages wait');
  for (const stage of ['split-document', 'tag-article', 'index-article', 'record-outcomes']) {
    const outcomes = sumOf(samples, 'wenliu_stage_messages_total', { stage });
    const read = sumOf(samples, 'wenliu_stage_batch_size_sum', { stage });
    if (outcomes !== read) faults.push(`${stage} read ${read} messages and counted ${outcomes} outcomes`);
  }
  const odd = samples.filter(({ value, name }) => name.startsWith('wenliu_') && (value < 0 || Number.isNaN(value)));
  return [...faults, ...odd.map(({ name, value }) => `${name} is ${value}`)];
}
