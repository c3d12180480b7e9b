import { OriginalStore } from '@wenliu/ports';

/** The promises of OriginalStore without a disk. */
export class InMemoryOriginalStore extends OriginalStore {
  private readonly byId = new Map<string, Uint8Array>();

  override async put(id: string, bytes: Uint8Array): Promise<void> {
    checkId(id);
    if (!this.byId.has(id)) this.byId.set(id, bytes.slice());
  }

  override async get(id: string): Promise<Uint8Array | null> {
    checkId(id);
    return this.byId.get(id)?.slice() ?? null;
  }

  override async has(id: string): Promise<boolean> {
    checkId(id);
    return this.byId.has(id);
  }

  override async close(): Promise<void> {
    // Nothing is held open.
  }
}

function checkId(id: string): void {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`not a sha-256 in hexadecimal: ${id}`);
}
