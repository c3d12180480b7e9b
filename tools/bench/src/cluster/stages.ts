import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../figure.js';
import { prepareBatches } from '../flood.js';
import { createGenerator } from '../generate-articles.js';
import { tagOnly } from '../reference.js';
import type { Target } from '../target.js';
import { bareBulk } from './bare-bulk.js';
import { ClusterUnderTest, ENGINE_NAMES, ROLES } from './cluster-under-test.js';

const ARTICLES = 3_000;
const THREADS = 1;
const LOOK_EVERY_MS = 50;
const LIVE_INDEX = 'wenliu-articles';

/** Each stage alone, one after the other, over the same articles: services are started when the one before has nothing left to do. */
export async function benchStages(): Promise<Figure[]> {
  const limit = await tagOnly('nodejs-jieba', THREADS, ARTICLES);
  const bodies = prepareBatches(createGenerator(), 0, ARTICLES);
  const cluster = await ClusterUnderTest.start({ WENLIU_NLP_WORKERS: String(THREADS), WENLIU_NLP_SEGMENTER: 'nodejs-jieba' });
  try {
    await cluster.startServices(['api', 'ingest']);
    const began = performance.now();
    for (const body of bodies) await cluster.push(body, 'application/x-ndjson', 'lane=backfill');
    const receiving = ARTICLES / ((performance.now() - began) / 1000);
    await untilRead(cluster, 'split-document');
    const ingesting = ARTICLES / ((performance.now() - began) / 1000);
    await cluster.startServices(['nlp']);
    const tagging = await paceOf(cluster, 'tag-article');
    const before = cluster.cpuSeconds();
    await cluster.startServices(['indexer']);
    const indexing = await paceOf(cluster, 'index-article');
    const after = cluster.cpuSeconds();
    const bare = await bareBulk({ node: cluster.engines.opensearch.address, live: LIVE_INDEX, mongoUri: cluster.engines.mongodb.address });
    return [
      { name: 'cluster: receiving', value: receiving, unit: 'documents/s' },
      { name: 'cluster: receiving and splitting', value: ingesting, unit: 'documents/s' },
      { name: `cluster: tagging in memory, ${THREADS} thread`, value: limit, unit: 'articles/s' },
      { name: 'cluster: nlp', value: tagging, unit: 'articles/s' },
      { name: 'cluster: nlp against its threads', value: tagging / limit, unit: '', atLeast: 0.85 },
      { name: 'cluster: bare _bulk', value: bare, unit: 'articles/s' },
      { name: 'cluster: indexer', value: indexing, unit: 'articles/s' },
      { name: 'cluster: indexer against bare _bulk', value: indexing / bare, unit: '', atLeast: 0.8 },
      ...Object.entries(after).map(([name, seconds]): Figure => ({ name: `cluster: processor time of ${name} while indexing`, value: seconds - (before[name] ?? 0), unit: 's' })),
      ...ROLES.map((role): Figure => ({ name: `cluster: memory of ${role}`, value: cluster.memoryMb(role), unit: 'MB', atMost: role === 'nlp' ? 350 + 280 * THREADS : 350 })),
      ...ENGINE_NAMES.map((name): Figure => ({ name: `cluster: memory of ${name}`, value: cluster.engineMemoryMb(name), unit: 'MB' })),
    ];
  } finally {
    await cluster.stop();
  }
}

async function lagOf(target: Target, stage: string): Promise<number> {
  const { stages } = await target.status();
  const lag = stages.find((one) => one.stage === stage)?.lag;
  return (lag?.live ?? 0) + (lag?.backfill ?? 0);
}

async function untilRead(target: Target, stage: string): Promise<void> {
  while ((await lagOf(target, stage)) > 0) await delay(LOOK_EVERY_MS);
}

/** Messages a second from the first that was read to the last: without the time it takes to start. */
async function paceOf(target: Target, stage: string): Promise<number> {
  const all = await lagOf(target, stage);
  let first = { at: performance.now(), left: all };
  while (first.left === all) {
    await delay(LOOK_EVERY_MS);
    first = { at: performance.now(), left: await lagOf(target, stage) };
  }
  await untilRead(target, stage);
  return first.left / ((performance.now() - first.at) / 1000);
}
