import { beforeAll, describe, expect, it } from '@jest/globals';
import { PAGES } from './pages.js';
import { profile, startWithPages, type Server } from './story.fixture.js';

const IDS = PAGES.map(({ id }) => id);
const UNREADABLE = Uint8Array.from({ length: 4_000 }, (_, n) => (n * n * 7 + 131 * n) % 256);

describe('wenliu reprocess', () => {
  let server: Server;
  const run = (...args: string[]) => profile.command(['reprocess', '--url', server.url, ...args]);
  const all = async (): Promise<unknown> => (await server.client.searchAll({ size: '200' })).map(({ id, version }) => ({ id, version }));
  const splits = async (): Promise<number[]> =>
    Promise.all(IDS.map(async (id) => (await server.client.trace(id)).hops.filter(({ stage }) => stage === 'split-document').length));

  beforeAll(async () => {
    server = await startWithPages();
  });

  it('says how much it would be, and does nothing in a dry run', async () => {
    const { articles } = await server.client.pipeline();
    const ran = await run('--dry-run');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`${PAGES.length} of ${PAGES.length} documents`) });
    expect(ran.stdout).toContain(`${articles} articles so far`);
    expect(await splits()).toEqual(IDS.map(() => 1));
  });

  it('finds nothing that was split by older rules than those of today', async () => {
    expect((await run('--older-than-revision', '1')).stdout).toContain('0 of ');
  });

  it('splits again what is asked for, and leaves nothing twice', async () => {
    const before = await all();
    const ran = await run('--source', 'http');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`${PAGES.length} documents are being split again`) });
    for (let tries = 0; (await splits()).some((n) => n !== 2) && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await splits()).toEqual(IDS.map(() => 2));
    await server.client.until(IDS, 'done');
    expect(await all()).toEqual(before);
    // The same bytes again are a duplicate as before.
    const [page] = PAGES;
    const receipt = await server.client.push(page?.bytes ?? '', { type: page?.type });
    expect(receipt.items).toMatchObject([{ outcome: 'duplicate' }]);
  });

  it('finds documents that gave no article', async () => {
    const { items } = await server.client.push(UNREADABLE, { type: 'text/plain' });
    await server.client.until([items[0]?.id ?? ''], 'quarantined');
    expect((await run('--failed', '--dry-run')).stdout).toContain('1 of ');
  });

  it('refuses what it does not understand', async () => {
    const problem = await server.client.problem('POST', '/v1/reprocess', { body: '{"olderThan":2}', headers: { 'content-type': 'application/json' } });
    expect(problem).toMatchObject({ status: 400 });
    expect(await run('--since', 'yesterday')).toMatchObject({ code: 1, stderr: expect.stringContaining('2024-01-31') });
  });
});
