import type { ArticleEntry, ArticleStore, SearchIndex } from '@wenliu/ports';

const PAGE = 5_000;
const BUCKETS = 256;

/** An article that store and index do not agree on; `null` where one has none of that id. */
export interface Difference {
  id: string;
  store: ArticleEntry | null;
  index: ArticleEntry | null;
}

export interface Compared {
  /** First byte of the ids. */
  bucket: number;
  store: number;
  index: number;
  differences: Difference[];
}

type Entries = (after: string | null, limit: number) => Promise<ArticleEntry[]>;

/** Store and index, bucket by bucket: 256 small comparisons instead of one that holds everything. */
export async function* compareBuckets(store: Pick<ArticleStore, 'entries'>, index: Pick<SearchIndex, 'scan'>): AsyncGenerator<Compared> {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const prefix = bucket.toString(16).padStart(2, '0');
    const stored = await bucketOf((after, limit) => store.entries(after, limit), prefix);
    const indexed = await bucketOf((after, limit) => index.scan(after, limit), prefix);
    yield { bucket, store: stored.size, index: indexed.size, differences: differencesOf(stored, indexed) };
  }
}

async function bucketOf(entries: Entries, prefix: string): Promise<Map<string, ArticleEntry>> {
  const found = new Map<string, ArticleEntry>();
  for (let after = prefix; ; ) {
    const page = await entries(after, PAGE);
    for (const entry of page) if (entry.id.startsWith(prefix)) found.set(entry.id, entry);
    const last = page.at(-1)?.id;
    if (last === undefined || page.length < PAGE || !last.startsWith(prefix)) return found;
    after = last;
  }
}

function differencesOf(stored: ReadonlyMap<string, ArticleEntry>, indexed: ReadonlyMap<string, ArticleEntry>): Difference[] {
  return [...new Set([...stored.keys(), ...indexed.keys()])].flatMap((id): Difference[] => {
    const [store, index] = [stored.get(id) ?? null, indexed.get(id) ?? null];
    return store?.version === index?.version && store?.deleted === index?.deleted ? [] : [{ id, store, index }];
  });
}
