import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OriginalStore, PortUnavailable } from '@wenliu/ports';

/** Content-addressed files: `ab/cdef…` for the id `abcdef…`. Complete or not there: written aside, flushed, then renamed. */
export class FolderOriginalStore extends OriginalStore {
  private readonly madeFolders = new Set<string>();

  constructor(private readonly folder: string) {
    super();
  }

  override async put(id: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(id);
    if (await this.has(id)) return;
    const aside = `${path}.${randomUUID()}.part`;
    try {
      await this.makeFolder(dirname(path));
      const file = await open(aside, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      // It may have been taken away: the next try looks again.
      this.madeFolders.delete(dirname(path));
      throw unavailable(error);
    }
  }

  override async get(id: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.pathOf(id));
    } catch (error) {
      if (isMissing(error)) return null;
      throw unavailable(error);
    }
  }

  override async has(id: string): Promise<boolean> {
    return access(this.pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  override async close(): Promise<void> {
    // Nothing is held open between calls.
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.madeFolders.has(folder)) return;
    const firstMade = await mkdir(folder, { recursive: true });
    if (firstMade !== undefined) {
      await flushFolder(dirname(firstMade));
      await flushFolder(dirname(folder));
    }
    this.madeFolders.add(folder);
  }

  private pathOf(id: string): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`not a sha-256 in hexadecimal: ${id}`);
    return join(this.folder, id.slice(0, 2), id.slice(2));
  }
}

/** The new name is on disk only when the folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const unavailable = (error: unknown): PortUnavailable =>
  new PortUnavailable('original store', error instanceof Error ? error.message : String(error), { cause: error });
