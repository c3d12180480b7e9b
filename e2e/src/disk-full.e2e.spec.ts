import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect } from '@jest/globals';
import { Receipt } from '@wenliu/contracts';
import { contentsOf } from './contents.js';
import { createDocuments } from './documents.js';
import { eventually } from './eventually.js';
import { mountSmallDisk } from './small-disk.js';
import { itIf, profile, startServer, type Server } from './story.fixture.js';

const BATCH = 50;
const NDJSON = { 'content-type': 'application/x-ndjson' };

const batch = (n: number): string =>
  createDocuments(n, BATCH)
    .map(({ article }) => JSON.stringify({ ...article, sourceId: `full-${n}-${article.sourceId}`, paragraphs: [...article.paragraphs, '凑满一页的文字。'.repeat(100)] }))
    .join('\n');

/** Pushes batches to a server; knows what was accepted. */
class Pusher {
  readonly accepted = new Set<string>();

  constructor(readonly server: Server) {}

  async push(n: number): Promise<number> {
    const answer = await this.server.client.send(batch(n), { type: 'application/x-ndjson' });
    if (answer.status === 202) for (const { id } of Receipt.parse(answer.json()).items) this.accepted.add(id ?? '');
    else expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    return answer.status;
  }

  /** The first batch that was refused. */
  untilRefused(): Promise<number> {
    return eventually('503', async () => {
      for (let n = 0; n < 2_000; n++) if ((await this.push(n)) !== 202) return n;
      return null;
    }, 40_000);
  }

  async nothingIsLost(): Promise<void> {
    await this.server.client.until([...this.accepted], 'done', 60_000);
    expect((await contentsOf(this.server.client)).repeated).toEqual([]);
    expect((await this.server.client.pipeline()).quarantined).toBe(0);
  }
}

const DISK_MB = 192;
const disk = profile.features.ownsFolder ? mountSmallDisk(DISK_MB) : 'data is not in a folder';
afterAll(() => {
  if (typeof disk !== 'string') disk.release();
});

/** With a disk that something else fills but for so many megabytes. */
function story(title: string, freeMb: number, tell: (folder: string, ballast: string) => Promise<void>): void {
  itIf(
    typeof disk !== 'string',
    typeof disk === 'string' ? disk : '',
    title,
    async () => {
      if (typeof disk === 'string') return;
      const ballast = join(disk.folder, 'ballast');
      writeFileSync(ballast, Buffer.alloc((DISK_MB - freeMb) * 1024 * 1024));
      const data = join(disk.folder, 'data');
      await tell(data, ballast);
      for (const path of [data, ballast]) rmSync(path, { recursive: true, force: true });
    },
    180_000,
  );
}

const start = async (data: string, reserveMb: number): Promise<Pusher> =>
  new Pusher(await startServer({ data, env: { WENLIU_LOG_LEVEL: 'error', WENLIU_INGEST_DISK_RESERVE_MB: String(reserveMb) } }));

describe('a disk', () => {
  story('that is nearly full takes nothing new, and all that it took arrives', 180, async (data) => {
    const pusher = await start(data, 100);
    const { server } = pusher;
    const refusedAt = await pusher.untilRefused();
    const problem = await server.client.problem('POST', '/v1/documents', { body: batch(refusedAt), headers: NDJSON });
    expect(problem).toMatchObject({ status: 503, detail: expect.stringContaining('WENLIU_INGEST_DISK_RESERVE_MB') });
    await pusher.nothingIsLost();
    expect(await server.client.isReady()).toBe(true);
    expect((await server.stop()).code).toBe(0);
  });

  story('that is full to the last byte is answered with 503 until there is space again, and nothing that was accepted is lost', 28, async (data, ballast) => {
    const pusher = await start(data, 0);
    const { server } = pusher;
    await server.client.until(await server.client.pushLines([{ paragraphs: ['在磁盘满之前就可以检索。'] }]), 'done');

    const refusedAt = await pusher.untilRefused();
    expect(await pusher.push(refusedAt)).toBe(503);
    await eventually('readiness to be false', async () => {
      await pusher.push(refusedAt);
      return (await server.client.isReady()) ? null : true;
    });
    expect(await server.client.problem('GET', '/health/ready')).toMatchObject({ status: 503, detail: expect.stringContaining('full') });
    expect((await server.client.request('GET', '/health/live')).status).toBe(200);
    // It still answers what it can, and stays so.
    expect((await server.client.search({ q: '"在磁盘满之前"' })).total).toBe(1);
    expect((await server.client.pipeline()).stages.some(({ state, problem }) => state === 'waiting' && problem !== null)).toBe(true);

    rmSync(ballast);
    await eventually('readiness to come back', async () => ((await server.client.isReady()) ? true : null), 30_000);
    await eventually('the refused batch to be accepted', async () => ((await pusher.push(refusedAt)) === 202 ? true : null), 30_000);
    await pusher.nothingIsLost();
    expect((await server.stop()).code).toBe(0);
  });
});
