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
/** Not counted: engines in Java take half of the processors for compiling what small batches need, for about a minute. */
const WARM_UP = { perSecond: 30, seconds: 60 };
/** A search takes 10 ms of processor, and there is something new every 400 ms at most. */
const LOOK_EVERY_MS = 100;

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

/** 50 documents a second, each sent alone, after a flood and a minute of fewer: engines and services as they are day and night. */
export async function benchClusterLive(): Promise<Figure[]> {
  return withServices(async (cluster) => {
    const generator = createGenerator();
    const warm: Pace = { name: '热身', first: 0, perSecond: WARM_UP.perSecond, count: WARM_UP.perSecond * WARM_UP.seconds };
    const live: Pace = { name: '现场', first: warm.count, perSecond: PER_SECOND, count: PER_SECOND * SECONDS };
    await flood(cluster, prepareBatches(generator, warm.count + live.count, ARTICLES), ARTICLES);
    await liveLatencies(cluster, generator, warm);
    let latencies: number[] = [];
    const { processor } = await measure(cluster, async () => {
      latencies = await liveLatencies(cluster, generator, live);
    });
    return [
      { name: 'cluster: live 50/s: publish to searchable, p50', value: percentile(latencies, 0.5), unit: 'ms' },
      { name: 'cluster: live 50/s: publish to searchable, p99', value: percentile(latencies, 0.99), unit: 'ms', atMost: 2_000 },
      ...processorTimes('live 50/s', processor, live.count),
    ];
  });
}

interface Pace {
  /** The publication that they are searched by. */
  readonly name: string;
  /** Of the generator's articles. */
  readonly first: number;
  readonly perSecond: number;
  readonly count: number;
}

/** Milliseconds from the nth document sent to n found. One search looks for all: one for each would be what is measured. */
async function liveLatencies(target: Target, generator: Generator, { name, first, perSecond, count }: Pace): Promise<number[]> {
  const sentAt: number[] = [];
  const foundAt: number[] = [];
  const sending = (async () => {
    const sends: Promise<void>[] = [];
    const began = performance.now();
    for (let n = 0; n < count; n++) {
      await delay(Math.max(0, began + (n * 1_000) / perSecond - performance.now()));
      const article = { ...generator.article(first + n), sourceId: `live-${first + n}`, publication: name };
      sentAt.push(performance.now());
      sends.push(target.push(JSON.stringify(article), 'application/json'));
    }
    await Promise.all(sends);
  })();
  while (foundAt.length < count) {
    const { total } = await target.search(`publication=${encodeURIComponent(name)}&size=1&sort=date`);
    while (foundAt.length < total) foundAt.push(performance.now());
    await delay(LOOK_EVERY_MS);
  }
  await sending;
  return foundAt.map((at, n) => at - (sentAt[n] ?? at));
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
