import { setTimeout as delay } from 'node:timers/promises';
import { percentile, type Figure } from './figure.js';
import { flood, prepareBatches } from './flood.js';
import { createGenerator } from './generate-articles.js';
import { Server } from './server.js';

const STARTS = 5;
const PAGE_BYTES = 2 * 1024 * 1024;

/** From starting the command to the line that says ready; the median of five starts. */
export async function benchStart(): Promise<Figure[]> {
  const seconds: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await Server.start();
    seconds.push(server.startSeconds);
    await server.stop();
  }
  return [{ name: 'start to ready', value: percentile(seconds, 0.5), unit: 's', atMost: 2.5 }];
}

/** Memory of the process with the small segmenter, after 10,000 articles. */
export async function benchMemory(): Promise<Figure[]> {
  const server = await Server.start({ WENLIU_NLP_SEGMENTER: 'node-rs-jieba', WENLIU_NLP_WORKERS: '2' });
  try {
    await flood(server, prepareBatches(createGenerator(), 0, 10_000), 10_000);
    return [{ name: 'memory after 10,000 (node-rs-jieba, 2 workers)', value: server.memoryMb(), unit: 'MB', atMost: 350 }];
  } finally {
    await server.stop();
  }
}

/** One page of 2 MB, from sending to all its articles searchable. */
export async function benchPage(): Promise<Figure[]> {
  const generator = createGenerator();
  let page = '';
  for (let n = 0; Buffer.byteLength(page) < PAGE_BYTES; n++) {
    const { title, paragraphs } = generator.article(n);
    page += `${title ?? ''}\n\n本报记者 ${generator.word(n).slice(0, 3)}\n\n${paragraphs.join('\n\n')}\n\n`;
  }
  const server = await Server.start();
  try {
    const started = performance.now();
    await server.push(page, 'text/plain; charset=utf-8');
    for (;;) {
      const { stages, articles } = await server.status();
      if (articles > 0 && stages.every(({ lag }) => lag.live === 0)) break;
      await delay(20);
    }
    return [{ name: 'a page of 2 MB, sent to searchable', value: (performance.now() - started) / 1000, unit: 's', atMost: 5 }];
  } finally {
    await server.stop();
  }
}
