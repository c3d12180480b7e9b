import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { PAGES } from './pages.js';
import { itIf, profile, startServer, temporaryFolder } from './story.fixture.js';

/** Everything a search without words finds, in order. */
const foundBy = async (data: string): Promise<unknown> => {
  const server = await startServer({ data });
  const items = await server.client.searchAll({ size: '100', sort: 'date' });
  await server.stop();
  return items.map(({ id, version, highlights }) => ({ id, version, highlights }));
};

describe('store and index', () => {
  const run = (data: string, ...args: string[]) => profile.command(args, { WENLIU_DATA: data });

  itIf(profile.features.ownsFolder, 'the index is not a file of ours', 'are compared, mended and the index built anew', async () => {
    const data = temporaryFolder();
    const server = await startServer({ data });
    for (const { bytes, type, name } of PAGES) await server.client.push(bytes, { type, parameters: `name=${name}` });
    const half = PAGES.slice(0, 5).map(({ id }) => id);
    await server.client.until(PAGES.map(({ id }) => id), 'done');
    expect((await run(data, 'reconcile')).stderr).toContain('in use by another Wenliu process');
    await server.stop();
    const whole = await foundBy(data);

    expect(await run(data, 'reconcile')).toMatchObject({ code: 0, stdout: expect.stringContaining('they agree') });
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `search.db${suffix}`), { force: true });
    const empty = await run(data, 'reconcile');
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('--repair writes them'), stdout: expect.stringContaining(', 0 in the index') });
    expect(await run(data, 'reconcile', '--repair')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 ahead of the store') });
    expect(await run(data, 'reconcile')).toMatchObject({ code: 0, stdout: expect.stringContaining('they agree') });
    expect(await foundBy(data)).toEqual(whole);

    // A store restored from an older copy.
    copyFileSync(join(data, 'search.db'), join(data, 'newer.db'));
    const older = temporaryFolder();
    const first = await startServer({ data: older });
    for (const { bytes, type, name } of PAGES.slice(0, 5)) await first.client.push(bytes, { type, parameters: `name=${name}` });
    await first.client.until(half, 'done');
    await first.stop();
    copyFileSync(join(data, 'newer.db'), join(older, 'search.db'));
    expect(await run(older, 'reconcile', '--repair')).toMatchObject({ code: 1, stderr: expect.stringContaining('wenliu reindex') });
    expect(await run(older, 'reindex')).toMatchObject({ code: 0, stdout: expect.stringContaining('is live with') });
    expect(await run(older, 'reconcile')).toMatchObject({ code: 0, stdout: expect.stringContaining('they agree') });
  }, 180_000);
});
