import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { originalStoreContract } from '@wenliu/ports/original-store.contract';
import { FolderOriginalStore } from './folder-original-store.js';

const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'wenliu-originals-'));

originalStoreContract(
  'folder',
  async () => {
    const folder = await temporaryFolder();
    return {
      store: new FolderOriginalStore(folder),
      reopen: async () => new FolderOriginalStore(folder),
      dispose: () => rm(folder, { recursive: true, force: true }),
    };
  },
  { survivesRestart: true },
);

describe('originals in a folder', () => {
  const ID = 'ab'.padEnd(64, '0');
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are not there while only half of the file was written', async () => {
    await mkdir(join(folder, 'ab'));
    await writeFile(join(folder, 'ab', `${ID.slice(2)}.5f4dcc3b.part`), 'half');
    const store = new FolderOriginalStore(folder);
    expect([await store.has(ID), await store.get(ID)]).toEqual([false, null]);
    await store.put(ID, Buffer.from('whole'));
    expect(Buffer.from((await store.get(ID)) ?? []).toString()).toBe('whole');
  });

  it('leave no half-written file behind', async () => {
    const store = new FolderOriginalStore(folder);
    await Promise.all([store.put(ID, Buffer.from('x')), store.put(ID, Buffer.from('x'))]);
    expect(await readdir(join(folder, 'ab'))).toEqual([ID.slice(2)]);
  });

  it('say that they are unavailable where the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const store = new FolderOriginalStore(join(folder, 'file'));
    await expect(store.put(ID, Buffer.from('x'))).rejects.toMatchObject({ name: 'PortUnavailable' });
  });

  it('make the folder where there is none, also one that was taken away', async () => {
    const store = new FolderOriginalStore(join(folder, 'deep', 'originals'));
    await store.put(ID, Buffer.from('x'));
    await rm(join(folder, 'deep'), { recursive: true });
    expect(await store.has(ID)).toBe(false);
    await store.put(ID, Buffer.from('x')).catch(() => undefined);
    await store.put(ID, Buffer.from('x'));
    expect(await store.has(ID)).toBe(true);
  });
});
