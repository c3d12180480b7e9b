import { InvalidCursor, SearchIndex, type ArticleEntry, type IndexOutcome, type SearchDocument, type SearchPage, type SearchRequest } from '@wenliu/ports';
import type { ReaderPool } from './reader-pool.js';
import type { ThreadClient } from './rpc.js';
import type { Cursor } from './threads/search-reader.js';

type ReaderPage = Omit<SearchPage, 'next'> & { next: Cursor | null };

export class SqliteSearchIndex extends SearchIndex {
  constructor(
    private readonly writer: ThreadClient,
    private readonly readers: ReaderPool,
  ) {
    super();
  }

  override put(documents: readonly SearchDocument[]): Promise<IndexOutcome[]> {
    return this.writer.call('putDocuments', documents);
  }

  override async refresh(): Promise<void> {
    // A committed write is seen by every reader at once.
  }

  override async search(request: SearchRequest): Promise<SearchPage> {
    const { thread, cursor } = request.cursor === null ? { thread: this.readers.leastBusy(), cursor: null } : parseCursor(request.cursor);
    const page = await this.readers.callOn<ReaderPage>(thread, 'search', { ...request, cursor });
    return { ...page, next: page.next === null ? null : formatCursor(thread, page.next) };
  }

  override versions(ids: readonly string[]): Promise<(number | null)[]> {
    return this.readers.call('versions', ids);
  }

  override scan(after: string | null, limit: number): Promise<ArticleEntry[]> {
    return this.readers.call('scanIndex', { after, limit });
  }

  override async close(): Promise<void> {
    // The threads are shared with the article store and closed by the engine.
  }
}

/** The thread is part of the cursor: it remembers the ranking that the next page goes on in. */
const formatCursor = (thread: number, { key, read, watermark }: Cursor): string =>
  Buffer.from([thread, key, read, watermark].join('.')).toString('base64url');

function parseCursor(text: string): { thread: number; cursor: Cursor } {
  const match = /^(\d{1,3})\.([\w-]{16})\.(\d{1,12})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  const [, thread, key, read, watermark] = match ?? [];
  if (thread === undefined || key === undefined) throw new InvalidCursor('the cursor is not one that a search gave');
  return { thread: Number(thread), cursor: { key, read: Number(read), watermark: Number(watermark) } };
}
