import type { IndexNames } from './index-names.js';
import type { OpenSearchClient } from './open-search-client.js';

/** A page may be asked for so long after the one before. */
export const KEEP_ALIVE = '5m';
/** Searches that begin within it share a snapshot, whatever was written in between. */
const SHARED_FOR_MS = 250;

/** The index as it was at one time: a point in time (PIT) of OpenSearch. */
export interface Snapshot {
  readonly id: string;
  /** What was asked of it once; it does not change. */
  readonly known: Map<string, Promise<unknown>>;
}

interface Held extends Snapshot {
  uses: number;
  /** Somebody has a cursor for it. */
  given: boolean;
}

/**
 * Snapshots that searches page through. A node of OpenSearch keeps 300 by default, so they are shared, closed when nobody can
 * come back to them, and the ones used least lately are given up.
 */
export class Snapshots {
  private latest: Promise<Held> | null = null;
  private latestAt = -Infinity;
  /** Used last comes last. */
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly client: OpenSearchClient,
    private readonly names: IndexNames,
    private readonly most: number,
  ) {}

  /** Runs a search on the snapshot of a cursor, or on a new one. `hasNext`: whether the search ended with a cursor for it. */
  async use<T>(id: string | null, search: (snapshot: Snapshot) => Promise<T>, hasNext: (found: T) => boolean): Promise<T> {
    const snapshot = id === null ? await this.current() : this.adopt(id);
    snapshot.uses++;
    try {
      const found = await search(snapshot);
      snapshot.given ||= hasNext(found);
      return found;
    } finally {
      snapshot.uses--;
      this.held.delete(snapshot.id);
      this.held.set(snapshot.id, snapshot);
      await this.closeUnneeded();
    }
  }

  /** The next search sees what has been written until now. */
  forgetCurrent(): void {
    this.latest = null;
  }

  async closeAll(): Promise<void> {
    const ids = [...this.held.keys()];
    this.held.clear();
    this.latest = null;
    await this.remove(ids);
  }

  private current(): Promise<Held> {
    if (this.latest !== null && performance.now() - this.latestAt < SHARED_FOR_MS) return this.latest;
    this.latestAt = performance.now();
    const opened = this.open();
    this.latest = opened;
    opened.catch(() => {
      if (this.latest === opened) this.latest = null;
    });
    return opened;
  }

  private async open(): Promise<Held> {
    const { pit_id } = await this.client.call<{ pit_id: string }>({
      method: 'POST', path: `/${this.names.live}/_search/point_in_time`, query: { keep_alive: KEEP_ALIVE, allow_partial_pit_creation: false },
    });
    const snapshot: Held = { id: pit_id, known: new Map(), uses: 0, given: false };
    this.held.set(pit_id, snapshot);
    return snapshot;
  }

  /** One that another process may have opened. */
  private adopt(id: string): Held {
    const snapshot = this.held.get(id) ?? { id, known: new Map(), uses: 0, given: true };
    this.held.set(id, snapshot);
    return snapshot;
  }

  private async closeUnneeded(): Promise<void> {
    const latest = this.latest === null ? null : await this.latest.catch(() => null);
    const idle = [...this.held.values()].filter((snapshot) => snapshot.uses === 0 && snapshot !== latest);
    const tooMany = Math.max(0, this.held.size - this.most);
    const closing = idle.filter(({ given }, n) => !given || n < tooMany);
    for (const { id } of closing) this.held.delete(id);
    await this.remove(closing.map(({ id }) => id));
  }

  private async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    try {
      await this.client.call({ method: 'DELETE', path: '/_search/point_in_time', body: { pit_id: ids } });
    } catch {
      // The search is done, and OpenSearch closes a snapshot by itself when nobody has used it for `KEEP_ALIVE`.
    }
  }
}
