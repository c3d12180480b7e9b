import { setTimeout as delay } from 'node:timers/promises';
import type { Generator } from './generate-articles.js';
import type { Target } from './target.js';

/** Articles a request; requests side by side. */
const BATCH = 100;
const AT_ONCE = 2;

/** Bodies made before the clock runs. */
export function prepareBatches(generator: Generator, first: number, count: number): string[] {
  const bodies: string[] = [];
  for (let n = first; n < first + count; n += BATCH) {
    const lines = Array.from({ length: Math.min(BATCH, first + count - n) }, (_, i) => JSON.stringify(generator.article(n + i)));
    bodies.push(lines.join('\n'));
  }
  return bodies;
}

/** Pushes all and resolves when `articles` are searchable in total; seconds. */
export async function flood(server: Target, bodies: readonly string[], articles: number, lane = 'backfill'): Promise<number> {
  const started = performance.now();
  await pushAll(server, bodies, lane);
  while ((await server.status()).articles < articles) await delay(50);
  return (performance.now() - started) / 1000;
}

export async function pushAll(server: Target, bodies: readonly string[], lane = 'backfill'): Promise<void> {
  const queue = bodies.values();
  const sender = async (): Promise<void> => {
    for (const body of queue) await server.push(body, 'application/x-ndjson', `lane=${lane}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}
