import { decode } from '@wenliu/pipeline';
import type { ArticleStore, IndexBuilding, SearchDocument } from '@wenliu/ports';
import { indexedArticle } from '../domain/indexed-article.js';
import { toSearchDocument } from '../domain/to-stored.js';

/** Articles of up to a few kB: some MB a bulk. */
const PAGE = 500;

export interface Failure {
  id: string;
  detail: string;
}

/** Writes every article of the store, tombstones too, into the index under construction. Gives those it does not take. */
export async function rebuildIndex(store: ArticleStore, building: IndexBuilding, progress: (done: number) => void): Promise<Failure[]> {
  await building.settled();
  const failures: Failure[] = [];
  let done = 0;
  for (let page = await store.scan(null, PAGE); page.length > 0; page = await store.scan(page.at(-1)?.id ?? null, PAGE)) {
    const documents: SearchDocument[] = [];
    for (const { id, body } of page) {
      const article = decode(indexedArticle, body);
      if (article.ok) documents.push(toSearchDocument(article.value));
      else failures.push({ id, detail: article.detail });
    }
    const outcomes = await building.put(documents);
    for (const [i, outcome] of outcomes.entries()) {
      // An older one has met a live write that was quicker.
      if (outcome.kind === 'rejected') failures.push({ id: documents[i]?.id ?? '', detail: outcome.detail });
    }
    progress((done += page.length));
  }
  return failures;
}
