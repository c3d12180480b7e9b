import { setTimeout as delay } from 'node:timers/promises';
import { decode } from '@wenliu/pipeline';
import type { ArticleStore, SearchIndex } from '@wenliu/ports';
import { indexedArticle } from '../domain/indexed-article.js';
import { toSearchDocument } from '../domain/to-stored.js';
import { compareBuckets, type Compared, type Difference } from './compare.js';

/** The index is written after the store: what is under way between the two is no difference. */
const UNDER_WAY_MS = 3_000;
const PAGE = 200;

export interface Reconciled {
  store: number;
  index: number;
  /** Buckets that differ. */
  buckets: Compared[];
  /** In the store, and in the index not at all or older: what `repair` writes. */
  behind: Difference[];
  /** In the index newer than in the store, or in the index alone: the store was restored from an older copy. Only a rebuild mends it. */
  ahead: Difference[];
  repaired: number;
}

export interface ReconcileOptions {
  repair: boolean;
  progress: (bucketsDone: number) => void;
}

/** Compares store and index, looks again at what differs, and writes what the index lacks if it may. */
export async function reconcile(store: ArticleStore, index: SearchIndex, { repair, progress }: ReconcileOptions): Promise<Reconciled> {
  const result: Reconciled = { store: 0, index: 0, buckets: [], behind: [], ahead: [], repaired: 0 };
  for await (const compared of compareBuckets(store, index)) {
    result.store += compared.store;
    result.index += compared.index;
    if (compared.differences.length > 0) result.buckets.push(compared);
    progress(compared.bucket + 1);
  }
  const ids = result.buckets.flatMap(({ differences }) => differences.map(({ id }) => id));
  const real = await stillDifferent(ids, store, index);
  result.buckets = result.buckets
    .map((bucket) => ({ ...bucket, differences: bucket.differences.filter(({ id }) => real.has(id)) }))
    .filter(({ differences }) => differences.length > 0);
  for (const difference of result.buckets.flatMap(({ differences }) => differences)) {
    (isBehind(difference) ? result.behind : result.ahead).push(difference);
  }
  if (repair) result.repaired = await write(result.behind, store, index);
  return result;
}

const isBehind = ({ store, index }: Difference): boolean => store !== null && (index === null || index.version < store.version);

async function stillDifferent(ids: readonly string[], store: ArticleStore, index: SearchIndex): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  await delay(UNDER_WAY_MS);
  await index.refresh();
  const different = new Set<string>();
  for (let i = 0; i < ids.length; i += PAGE) {
    const some = ids.slice(i, i + PAGE);
    const stored = await store.get(some);
    const versions = await index.versions(some);
    for (const [n, id] of some.entries()) if ((stored[n]?.version ?? null) !== (versions[n] ?? null)) different.add(id);
  }
  return different;
}

async function write(behind: readonly Difference[], store: ArticleStore, index: SearchIndex): Promise<number> {
  let written = 0;
  for (let i = 0; i < behind.length; i += PAGE) {
    const stored = await store.get(behind.slice(i, i + PAGE).map(({ id }) => id));
    const documents = stored.flatMap((article) => {
      const decoded = article === null ? null : decode(indexedArticle, article.body);
      return decoded?.ok === true ? [toSearchDocument(decoded.value)] : [];
    });
    // One that is older by now was overtaken by a live write: just as good.
    written += (await index.put(documents)).filter(({ kind }) => kind !== 'rejected').length;
  }
  await index.refresh();
  return written;
}
