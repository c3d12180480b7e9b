import { ArticleStore, type ArticleEntry, type BucketChecksum, type StoreOutcome, type StoredArticle } from '@wenliu/ports';
import type { ThreadClient } from './rpc.js';
import type { ReaderPool } from './reader-pool.js';

export class SqliteArticleStore extends ArticleStore {
  constructor(
    private readonly writer: ThreadClient,
    private readonly readers: ReaderPool,
  ) {
    super();
  }

  override put(articles: readonly StoredArticle[]): Promise<StoreOutcome[]> {
    return this.writer.call('putArticles', articles);
  }
  override get(ids: readonly string[]): Promise<(StoredArticle | null)[]> {
    return this.readers.call('get', ids);
  }
  override scan(after: string | null, limit: number): Promise<StoredArticle[]> {
    return this.readers.call('scan', { after, limit });
  }
  override entries(after: string | null, limit: number): Promise<ArticleEntry[]> {
    return this.readers.call('entries', { after, limit });
  }
  override count(): Promise<number> {
    return this.readers.call('count', null);
  }
  override checksums(): Promise<BucketChecksum[]> {
    return this.readers.call('checksums', null);
  }
  override async close(): Promise<void> {
    // The threads are shared with the index and closed by the engine.
  }
}
