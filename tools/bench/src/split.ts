import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentId, splitDocument } from '@wenliu/service-ingest/offline';
import type { Figure } from './figure.js';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));
const PAGE_BYTES = 18_000;
const WARM_UP = 4;
const ROUNDS = 10;
const MEGABYTE = 1024 * 1024;

/** Our own pages, as crowded as newspapers are, one after the other on one thread; and what a page costs that is twice as long. */
export async function benchSplit(): Promise<Figure[]> {
  const pages = [SEEDS, join(SEEDS, 'corpus')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() && /^page-\d+\.txt$/.test(entry.name) ? [readFileSync(join(folder, entry.name))] : [])),
  );
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const round = (): void => { for (const page of pages) split(page); };
  for (let n = 0; n < WARM_UP; n++) round();
  const seconds = secondsOf(() => { for (let n = 0; n < ROUNDS; n++) round(); });
  const long = Buffer.concat(Array.from({ length: Math.ceil((2 * MEGABYTE) / bytes) }, () => pages).flat());
  const [half, whole] = [long.subarray(0, MEGABYTE), long.subarray(0, 2 * MEGABYTE)];
  split(half);
  const halfSeconds = secondsOf(() => split(half));
  return [
    { name: 'splitting: pages of 18 kB a second, one thread', value: (bytes * ROUNDS) / PAGE_BYTES / seconds, unit: 'pages/s', atLeast: 150 },
    { name: 'splitting: 2 MB against 1 MB', value: secondsOf(() => split(whole)) / halfSeconds, unit: '', atMost: 2.5 },
  ];
}

function split(bytes: Uint8Array): void {
  const hints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
  const source = { id: 'bench', kind: 'cli', name: 'bench' } as const;
  splitDocument({ id: documentId(bytes), name: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: bytes.length, source, lane: 'live', hints, receivedAt: '2026-01-01T00:00:00.000Z', reprocess: false }, bytes);
}

function secondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
