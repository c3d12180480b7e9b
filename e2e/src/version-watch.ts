import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.js';

const LOOK_EVERY_MS = 50;

/** Looks at versions while a run goes on: none may ever go back, in the store or in the index. */
export class VersionWatch {
  readonly faults: string[] = [];
  looks = 0;
  /** Looks that got no answer: something was away. */
  unanswered = 0;
  private readonly seen = new Map<string, number>();
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;

  /** `phrases`: for each article that is watched, words that only its title has. */
  constructor(url: string, phrases: ReadonlyMap<string, string>) {
    this.watching = this.watch(new Client(url), [...phrases]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async watch(client: Client, watched: readonly (readonly [id: string, phrase: string])[]): Promise<void> {
    for (let n = 0; !this.stopping.signal.aborted && watched.length > 0; n++) {
      const [id, phrase] = watched[Math.floor(n / 2) % watched.length] ?? ['', ''];
      const look = n % 2 === 0 ? inStore(client, id) : inIndex(client, id, phrase);
      await look.then(({ place, version }) => this.note(place, id, version)).catch(() => { this.unanswered++; });
      await delay(LOOK_EVERY_MS);
    }
  }

  private note(place: string, id: string, version: number | null): void {
    this.looks++;
    const key = `${place} ${id}`;
    const before = this.seen.get(key);
    if (before !== undefined && (version ?? 0) < before) this.faults.push(`the ${place} had version ${before} of ${id}, and then ${version ?? 'none'}`);
    if (version !== null) this.seen.set(key, Math.max(version, before ?? 0));
  }
}

interface Look {
  place: string;
  version: number | null;
}

async function inStore(client: Client, id: string): Promise<Look> {
  const { status } = await client.request('GET', `/v1/articles/${id}`);
  if (status === 404) return { place: 'store', version: null };
  const { version } = await client.article(id);
  return { place: 'store', version };
}

async function inIndex(client: Client, id: string, phrase: string): Promise<Look> {
  const { items } = await client.search({ q: `title:"${phrase}"`, size: '5' });
  return { place: 'index', version: items.find((item) => item.id === id)?.version ?? null };
}
