import { OriginalStore } from '@wenliu/ports';
import type { ThreadClient } from './rpc.js';
import type { Original } from './threads/original-database.js';

/** Above this a file of its own is as fast, and keeps the database small. */
const SMALL_BYTES = 64 * 1024;

interface Waiting extends Original {
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Small originals in one database, large ones in the store given. A file for each of many small ones costs two flushes of the
 * disk and a third of a millisecond; here those that come while a write is under way share the next one.
 */
export class SqliteOriginalStore extends OriginalStore {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly thread: ThreadClient,
    private readonly large: OriginalStore,
  ) {
    super();
  }

  override async put(id: string, bytes: Uint8Array): Promise<void> {
    checkId(id);
    if (bytes.byteLength > SMALL_BYTES) return this.large.put(id, bytes);
    return new Promise((resolve, reject) => {
      this.waiting.push({ id, bytes, resolve, reject });
      if (!this.writing) void this.write();
    });
  }

  override async get(id: string): Promise<Uint8Array | null> {
    checkId(id);
    return (await this.thread.call<Uint8Array | null>('getOriginal', id)) ?? this.large.get(id);
  }

  override async has(id: string): Promise<boolean> {
    return (await this.get(id)) !== null;
  }

  override close(): Promise<void> {
    // The thread is shared with the log and closed with it.
    return this.large.close();
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      // Those that are put in the same turn of the event loop go together.
      await Promise.resolve();
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.thread.call('putOriginals', batch.map(({ id, bytes }) => ({ id, bytes })));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.writing = false;
  }
}

function checkId(id: string): void {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`not a sha-256 in hexadecimal: ${id}`);
}
