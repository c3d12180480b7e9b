import { setTimeout as delay } from 'node:timers/promises';
import { percentile, type Figure } from './figure.js';
import { flood, prepareBatches } from './flood.js';
import { createGenerator, type Generator } from './generate-articles.js';
import { Server } from './server.js';

const ARTICLES = 100_000;
const PART = 10_000;
const SEARCHES = 600;

/** What readers ask: words, two words, phrases out of an article, filters, newest first. */
function query(generator: Generator, n: number): string {
  const word = generator.word(n);
  const article = generator.article((n * 7_919) % ARTICLES);
  const paragraph = article.paragraphs[0] ?? '';
  const start = n % 40;
  switch (n % 6) {
    case 0:
      return `q=${encodeURIComponent(word)}`;
    case 1:
      return `q=${encodeURIComponent(`${word} ${generator.word(n + 1)}`)}`;
    case 2:
      return `q=${encodeURIComponent(`"${paragraph.slice(start, start + 4)}"`)}`;
    case 3:
      return `q=${encodeURIComponent(`"${paragraph.slice(start, start + 10)}"`)}`;
    case 4:
      return `q=${encodeURIComponent(word)}&publication=${encodeURIComponent(article.publication ?? '')}&from=2024-01-01&to=2024-06-30`;
    default:
      return `q=${encodeURIComponent(word)}&sort=date`;
  }
}

async function searchTimes(server: Server, generator: Generator, running: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < SEARCHES && running(); n++) {
    const started = performance.now();
    await server.search(query(generator, n));
    times.push(performance.now() - started);
    await delay(5);
  }
  return times;
}

/** 100,000 articles: does the cost stay flat, does memory, and how fast is search, idle and under ingest. */
export async function benchLarge(): Promise<Figure[]> {
  const generator = createGenerator();
  const server = await Server.start({ WENLIU_NLP_WORKERS: '2' });
  try {
    const seconds: number[] = [];
    const memory: number[] = [];
    for (let done = 0; done < ARTICLES; done += PART) {
      const bodies = prepareBatches(generator, done, PART);
      seconds.push(await flood(server, bodies, done + PART));
      memory.push(server.memoryMb());
    }
    // The first searches fill caches; the figures are of a server that has been asked before.
    await searchTimes(server, generator, () => true);
    const idle = await searchTimes(server, generator, () => true);
    let ingesting = true;
    const more = flood(server, prepareBatches(generator, ARTICLES, PART), ARTICLES + PART).finally(() => (ingesting = false));
    const busy = await searchTimes(server, generator, () => ingesting);
    await more;
    return [
      { name: 'large: last 10,000 of 100,000 against the first', value: (seconds.at(-1) ?? 0) / (seconds[0] ?? 1), unit: '', atMost: 1.3 },
      { name: 'large: memory after 10,000 (nodejs-jieba, 2 workers)', value: memory[0] ?? 0, unit: 'MB', atMost: 900 },
      { name: 'large: memory after 100,000', value: memory.at(-1) ?? 0, unit: 'MB', atMost: 900 },
      { name: 'large: search idle, p50', value: percentile(idle, 0.5), unit: 'ms' },
      { name: 'large: search idle, p99', value: percentile(idle, 0.99), unit: 'ms', atMost: 50 },
      { name: `large: search under ingest, p50 of ${busy.length}`, value: percentile(busy, 0.5), unit: 'ms' },
      { name: 'large: search under ingest, p99', value: percentile(busy, 0.99), unit: 'ms', atMost: 100 },
    ];
  } finally {
    await server.stop();
  }
}
