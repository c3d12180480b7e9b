import { setTimeout as delay } from 'node:timers/promises';
import { percentile, type Figure } from '../figure.js';
import { flood, prepareBatches } from '../flood.js';
import { createGenerator, type Generator } from '../generate-articles.js';
import type { Target } from '../target.js';
import { ClusterUnderTest, ROLES } from './cluster-under-test.js';
import { measure, processorTimes } from './processor-times.js';

const ARTICLES = 2_000;
const ENV = { WENLIU_NLP_WORKERS: '1', WENLIU_NLP_SEGMENTER: 'nodejs-jieba' };
const PER_SECOND = 50;
const SECONDS = 20;
/** Not counted, while code warms up. */
const WARM_UP = 300;
const LOOK_EVERY_MS = 50;

/** All services at once: a flood of documents, from the first that is sent to all searchable. */
export async function benchWhole(): Promise<Figure[]> {
  const bodies = prepareBatches(createGenerator(), 0, ARTICLES);
  return withServices(async (cluster) => {
    const seconds = await flood(cluster, bodies, ARTICLES);
    const processor = Object.entries(cluster.cpuSeconds());
    return [
      { name: 'cluster: documents in to searchable', value: ARTICLES / seconds, unit: 'articles/s' },
      ...processor.map(([name, value]): Figure => ({ name: `cluster: processor time of ${name}`, value, unit: 's' })),
    ];
  });
}

/** 50 documents a second, each sent alone, after a flood: engines in Java and services are slow until they have compiled what they do. */
export async function benchClusterLive(): Promise<Figure[]> {
  return withServices(async (cluster) => {
    const generator = createGenerator();
    await flood(cluster, prepareBatches(generator, WARM_UP + PER_SECOND * SECONDS, ARTICLES), ARTICLES);
    let latencies: number[] = [];
    const { processor } = await measure(cluster, async () => {
      latencies = await liveLatencies(cluster, generator);
    });
    return [
      { name: 'cluster: live 50/s: publish to searchable, p50', value: percentile(latencies, 0.5), unit: 'ms' },
      { name: 'cluster: live 50/s: publish to searchable, p99', value: percentile(latencies, 0.99), unit: 'ms', atMost: 2_000 },
      ...processorTimes('live 50/s', processor, WARM_UP + PER_SECOND * SECONDS),
    ];
  });
}

/** Milliseconds from the nth document sent to n found. One search looks for all: one for each would be what is measured. */
async function liveLatencies(target: Target, generator: Generator): Promise<number[]> {
  const count = WARM_UP + PER_SECOND * SECONDS;
  const sentAt: number[] = [];
  const foundAt: number[] = [];
  const sending = (async () => {
    const sends: Promise<void>[] = [];
    const began = performance.now();
    for (let n = 0; n < count; n++) {
      await delay(Math.max(0, began + (n * 1_000) / PER_SECOND - performance.now()));
      const article = { ...generator.article(n), sourceId: `live-${n}`, publication: '现场' };
      sentAt.push(performance.now());
      sends.push(target.push(JSON.stringify(article), 'application/json'));
    }
    await Promise.all(sends);
  })();
  while (foundAt.length < count) {
    const { total } = await target.search(`publication=${encodeURIComponent('现场')}&size=1&sort=date`);
    while (foundAt.length < total) foundAt.push(performance.now());
    await delay(LOOK_EVERY_MS);
  }
  await sending;
  return foundAt.map((at, n) => at - (sentAt[n] ?? at)).slice(WARM_UP);
}

async function withServices<T>(run: (cluster: ClusterUnderTest) => Promise<T>): Promise<T> {
  const cluster = await ClusterUnderTest.start(ENV);
  try {
    await cluster.startServices(ROLES);
    return await run(cluster);
  } finally {
    await cluster.stop();
  }
}
