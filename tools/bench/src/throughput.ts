import { createGenerator } from './generate-articles.js';
import { flood, prepareBatches } from './flood.js';
import { tagOnly } from './reference.js';
import { Server } from './server.js';
import type { Figure } from './figure.js';

const ARTICLES = 20_000;
const THREADS = 2;

/** Documents in to articles searchable, against the same threads doing nothing but tagging the same articles, in the same run. */
export async function benchThroughput(): Promise<Figure[]> {
  const limit = await tagOnly('nodejs-jieba', THREADS, ARTICLES);
  const bodies = prepareBatches(createGenerator(), 0, ARTICLES);
  const server = await Server.start({ WENLIU_NLP_WORKERS: String(THREADS) });
  try {
    const seconds = await flood(server, bodies, ARTICLES);
    const reached = ARTICLES / seconds;
    return [
      { name: 'throughput: tagging alone', value: limit, unit: 'articles/s' },
      { name: 'throughput: documents in to searchable', value: reached, unit: 'articles/s' },
      { name: 'throughput: ratio', value: reached / limit, unit: '', atLeast: 0.7 },
    ];
  } finally {
    await server.stop();
  }
}
