import { statfs } from 'node:fs/promises';

/** The disk that this process keeps its data on; without bound where engines keep it. */
export class DiskRoom {
  constructor(private readonly folder: string | null) {}

  async freeBytes(): Promise<number> {
    if (this.folder === null) return Infinity;
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }
}
