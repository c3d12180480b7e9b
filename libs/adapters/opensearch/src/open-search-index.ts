import { InvalidCursor, SearchIndex, type ArticleEntry, type IndexOutcome, type SearchDocument, type SearchPage, type SearchRequest } from '@wenliu/ports';
import { parseCursor, type Cursor } from './cursor.js';
import type { IndexNames } from './index-names.js';
import type { IndexWriter } from './index-writer.js';
import { EngineRefused } from './open-search-errors.js';
import type { OpenSearchClient } from './open-search-client.js';
import { readPage } from './search-page.js';
import type { Snapshots } from './snapshots.js';

/** Ids asked for at once. */
const MOST_IDS = 1_000;

interface DeletedAnswer {
  hits: { hits: { _id: string }[] };
}

interface ScanAnswer {
  hits: { hits: { _id: string; _version: number; fields: { deleted: boolean[] } }[] };
}

interface VersionsAnswer {
  docs: { _id: string; _version?: number }[];
}

export class OpenSearchIndex extends SearchIndex {
  constructor(
    private readonly client: OpenSearchClient,
    private readonly names: IndexNames,
    private readonly writer: IndexWriter,
    private readonly snapshots: Snapshots,
  ) {
    super();
  }

  override put(documents: readonly SearchDocument[]): Promise<IndexOutcome[]> {
    return this.writer.put(documents);
  }

  override refresh(): Promise<void> {
    return this.writer.refresh();
  }

  override async search(request: SearchRequest): Promise<SearchPage> {
    const cursor = request.cursor === null ? null : parseCursor(request.cursor);
    try {
      const page = await this.page(request, cursor);
      return cursor === null ? page : await this.withoutRetracted(page);
    } catch (error) {
      if (cursor !== null && error instanceof EngineRefused) throw new InvalidCursor('the cursor has expired: search again', { cause: error });
      if (!(error instanceof EngineRefused) || error.status !== 404) throw error;
      // OpenSearch was started again, or the snapshot was given up between two steps: nobody pages in it, so another is as good.
      this.snapshots.forgetCurrent();
      return this.page(request, null);
    }
  }

  override async versions(ids: readonly string[]): Promise<(number | null)[]> {
    const versions = new Map<string, number>();
    const distinct = [...new Set(ids)];
    for (let from = 0; from < distinct.length; from += MOST_IDS) {
      const { docs } = await this.client.call<VersionsAnswer>({ method: 'POST', path: `/${this.names.live}/_mget`, query: { _source: false }, body: { ids: distinct.slice(from, from + MOST_IDS) } });
      for (const { _id, _version } of docs) if (_version !== undefined) versions.set(_id, _version);
    }
    return ids.map((id) => versions.get(id) ?? null);
  }

  override async scan(after: string | null, limit: number): Promise<ArticleEntry[]> {
    // Not `match_all`: sorted by a keyword that becomes a range query inside, which some clusters forbid as expensive.
    const body = { query: { bool: { filter: [{ terms: { deleted: [true, false] } }] } }, sort: [{ id: 'asc' }], size: limit, version: true, docvalue_fields: ['deleted'], ...(after === null ? {} : { search_after: [after] }) };
    const { hits } = await this.client.call<ScanAnswer>({ method: 'POST', path: `/${this.names.live}/_search`, query: { allow_partial_search_results: false }, body });
    return hits.hits.map(({ _id, _version, fields }) => ({ id: _id, version: _version, deleted: fields.deleted[0] ?? false }));
  }

  override async close(): Promise<void> {
    await this.snapshots.closeAll();
    await this.client.close();
  }

  private page(request: SearchRequest, cursor: Cursor | null): Promise<SearchPage> {
    return this.snapshots.use(
      cursor?.snapshot ?? null,
      (snapshot) => readPage(this.client, snapshot, request, cursor?.after ?? null),
      ({ next }) => next !== null,
    );
  }

  /** A snapshot still has what was retracted since. */
  private async withoutRetracted(page: SearchPage): Promise<SearchPage> {
    if (page.hits.length === 0) return page;
    const query = { bool: { filter: [{ term: { deleted: true } }, { terms: { id: page.hits.map(({ id }) => id) } }] } };
    const { hits } = await this.client.call<DeletedAnswer>({ method: 'POST', path: `/${this.names.live}/_search`, body: { query, size: page.hits.length } });
    const retracted = new Set(hits.hits.map(({ _id }) => _id));
    return { ...page, hits: page.hits.filter(({ id }) => !retracted.has(id)) };
  }
}
