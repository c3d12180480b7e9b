import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../figure.js';
import { flood, prepareBatches, pushAll } from '../flood.js';
import { createGenerator } from '../generate-articles.js';
import { tagOnly } from '../reference.js';
import type { Target } from '../target.js';
import { bareBulk } from './bare-bulk.js';
import { ClusterUnderTest, ENGINE_NAMES, ROLES } from './cluster-under-test.js';
import { measure, processorTimes, type Processor } from './processor-times.js';

const ARTICLES = 3_000;
/** Go through everything first: engines in Java are slow until they have compiled what they do. */
const WARM_UP = 1_000;
const THREADS = 1;
/** Looking asks Kafka for all offsets: more often, it would be what is measured. */
const LOOK_EVERY_MS = 500;
const LIVE_INDEX = 'wenliu-articles';

/** Each stage alone, one after the other, over the same articles: services are started when the one before has nothing left to do. */
export async function benchStages(): Promise<Figure[]> {
  const limit = await tagOnly('nodejs-jieba', THREADS, ARTICLES);
  const generator = createGenerator();
  const cluster = await ClusterUnderTest.start({ WENLIU_NLP_WORKERS: String(THREADS), WENLIU_NLP_SEGMENTER: 'nodejs-jieba' });
  try {
    await cluster.startServices(ROLES);
    await flood(cluster, prepareBatches(generator, 0, WARM_UP), WARM_UP);
    await untilRead(cluster, 'record-outcomes');
    await cluster.stopServices(['nlp', 'indexer']);

    const ingest = await measure(cluster, async () => {
      await pushAll(cluster, prepareBatches(generator, WARM_UP, ARTICLES));
      await untilRead(cluster, 'split-document');
    });
    const tag = await measureStage(cluster, 'nlp', 'tag-article');
    const index = await measureStage(cluster, 'indexer', 'index-article');
    const { opensearch, mongodb } = cluster.engines;
    let documents = 0;
    const bare = await measure(cluster, async () => {
      documents = await bareBulk({ node: opensearch.address, live: LIVE_INDEX, mongoUri: mongodb.address });
    });
    return [
      { name: 'cluster: receiving and splitting', value: ARTICLES / ingest.seconds, unit: 'documents/s' },
      { name: `cluster: tagging in memory, ${THREADS} thread`, value: limit, unit: 'articles/s' },
      { name: 'cluster: nlp', value: tag.pace, unit: 'articles/s' },
      { name: 'cluster: nlp against its threads', value: tag.pace / limit, unit: '', atLeast: 0.85 },
      { name: 'cluster: bare _bulk', value: documents, unit: 'articles/s' },
      { name: 'cluster: indexer', value: index.pace, unit: 'articles/s' },
      { name: 'cluster: indexer against bare _bulk', value: index.pace / documents, unit: '', atLeast: 0.8 },
      ...processorTimes('receiving and splitting', ingest.processor, ARTICLES),
      ...processorTimes('nlp', tag.processor, ARTICLES),
      ...processorTimes('indexer', index.processor, ARTICLES),
      ...processorTimes('bare _bulk', bare.processor, WARM_UP + ARTICLES),
      ...ROLES.map((role): Figure => ({ name: `cluster: memory of ${role}`, value: cluster.memoryMb(role), unit: 'MB', atMost: role === 'nlp' ? 350 + 280 * THREADS : 350 })),
      ...ENGINE_NAMES.map((name): Figure => ({ name: `cluster: memory of ${name}`, value: cluster.engineMemoryMb(name), unit: 'MB' })),
    ];
  } finally {
    await cluster.stop();
  }
}

async function measureStage(cluster: ClusterUnderTest, role: 'nlp' | 'indexer', stage: string): Promise<{ pace: number; processor: Processor }> {
  let pace = 0;
  const { processor } = await measure(cluster, async () => {
    await cluster.startServices([role]);
    pace = await paceOf(cluster, stage);
  });
  return { pace, processor };
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
