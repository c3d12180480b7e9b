import { setTimeout as delay } from 'node:timers/promises';
import { percentile, type Figure } from './figure.js';
import { createGenerator } from './generate-articles.js';
import { Server } from './server.js';
import type { Target } from './target.js';

const PER_SECOND = 50;
const SECONDS = 30;
const LOOK_EVERY_MS = 5;
/** Begins with so many documents that are not counted, while code warms up. */
const WARM_UP = 200;

/** 50 documents a second, each a page of its own; from sending to being found by a phrase that only it has. */
export async function benchLive(): Promise<Figure[]> {
  const server = await Server.start({ WENLIU_NLP_WORKERS: '2' });
  try {
    const latencies = await liveLatencies(server);
    return [
      { name: 'live 50/s: receive to searchable, p50', value: percentile(latencies, 0.5), unit: 'ms', atMost: 100 },
      { name: 'live 50/s: receive to searchable, p99', value: percentile(latencies, 0.99), unit: 'ms', atMost: 250 },
    ];
  } finally {
    await server.stop();
  }
}

/** Milliseconds from sending a document to finding it, each of 50 a second. */
async function liveLatencies(server: Target): Promise<number[]> {
  const generator = createGenerator();
  const latencies: number[] = [];
  // The dictionaries are loaded when the first article comes out of the tagging threads.
  for (let n = 1; n <= 4; n++) await searchableMs(server, { page: `warm${n}x 版面`, mark: `warm${n}x` });
  const started = performance.now();
  const sends: Promise<void>[] = [];
  for (let n = 0; n < PER_SECOND * SECONDS + WARM_UP; n++) {
    await delay(Math.max(0, started + (n * 1000) / PER_SECOND - performance.now()));
    const { title, paragraphs } = generator.article(n);
    const mark = `mark${n}x`;
    const page = `${title ?? ''}\n\n${mark}\n\n${paragraphs.join('\n\n')}`;
    sends.push(
      searchableMs(server, { page, mark }).then((ms) => {
        if (n >= WARM_UP) latencies.push(ms);
      }),
    );
  }
  await Promise.all(sends);
  return latencies;
}

async function searchableMs(server: Target, { page, mark }: { page: string; mark: string }): Promise<number> {
  const sent = performance.now();
  await server.push(page, 'text/plain; charset=utf-8');
  while ((await server.search(`q=${mark}&size=1`)).total === 0) await delay(LOOK_EVERY_MS);
  return performance.now() - sent;
}
