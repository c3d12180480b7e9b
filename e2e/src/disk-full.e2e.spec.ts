import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect } from '@jest/globals';
import { Receipt } from '@wenliu/contracts';
import { contentsOf } from './contents.js';
import { createDocuments } from './documents.js';
import { eventually } from './eventually.js';
import { mountSmallDisk } from './small-disk.js';
import { itIf, profile, startServer } from './story.fixture.js';

/** Room for what is accepted in the beginning, and behind the ballast for all that becomes of it and the journals of five databases. */
const DISK_MB = 160;
const BALLAST_MB = 112;
const BATCH = 50;

const disk = profile.features.ownsFolder ? mountSmallDisk(DISK_MB) : 'data is not in a folder';
afterAll(() => {
  if (typeof disk !== 'string') disk.release();
});

const batch = (n: number): string =>
  createDocuments(n, BATCH)
    .map(({ article }) => JSON.stringify({ ...article, sourceId: `full-${n}-${article.sourceId}`, paragraphs: [...article.paragraphs, '凑满一页的文字。'.repeat(100)] }))
    .join('\n');

describe('a disk that is full', () => {
  itIf(typeof disk !== 'string', typeof disk === 'string' ? disk : '', 'is answered with 503 until there is space again, and nothing that was accepted is lost', async () => {
    if (typeof disk === 'string') return;
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(BALLAST_MB * 1024 * 1024));
    const server = await startServer({ data: join(disk.folder, 'data'), env: { WENLIU_LOG_LEVEL: 'error' } });
    const accepted = new Set<string>();
    const push = async (n: number): Promise<number> => {
      const answer = await server.client.send(batch(n), { type: 'application/x-ndjson' });
      if (answer.status === 202) for (const { id } of Receipt.parse(answer.json()).items) accepted.add(id ?? '');
      else expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      return answer.status;
    };
    await server.client.until(await server.client.pushLines([{ paragraphs: ['在磁盘满之前就可以检索。'] }]), 'done');

    const refusedAt = await eventually('503', async () => {
      for (let n = 0; n < 2_000; n++) if ((await push(n)) !== 202) return n;
      return null;
    }, 40_000);
    expect(await push(refusedAt)).toBe(503);
    await eventually('readiness to be false', async () => {
      await push(refusedAt);
      return (await server.client.isReady()) ? null : true;
    });
    expect(await server.client.problem('GET', '/health/ready')).toMatchObject({ status: 503, detail: expect.stringContaining('full') });
    expect((await server.client.request('GET', '/health/live')).status).toBe(200);
    // It still answers what it can, and stays so.
    expect((await server.client.search({ q: '"在磁盘满之前"' })).total).toBe(1);
    expect((await server.client.pipeline()).stages.some(({ state, problem }) => state === 'waiting' && problem !== null)).toBe(true);

    rmSync(ballast);
    await eventually('readiness to come back', async () => ((await server.client.isReady()) ? true : null), 30_000);
    await eventually('the refused batch to be accepted', async () => ((await push(refusedAt)) === 202 ? true : null), 30_000);
    await server.client.until([...accepted], 'done', 60_000);
    const contents = await contentsOf(server.client);
    expect(contents.repeated).toEqual([]);
    expect((await server.client.pipeline()).quarantined).toBe(0);
    expect((await server.stop()).code).toBe(0);
  }, 180_000);
});
