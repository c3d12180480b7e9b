import { workerData } from 'node:worker_threads';
import { serveThread } from '../rpc.js';
import { ArticleDatabase } from './article-database.js';
import { SearchReader, type Cursor } from './search-reader.js';
import type { SearchRequest } from '@wenliu/ports';

// The spawning side is sqlite-engine.ts, which passes these.
const { articlesPath, searchPath } = workerData as { articlesPath: string; searchPath: string };
const articles = new ArticleDatabase(articlesPath, { cacheMb: 2, readOnly: true });
const search = new SearchReader(searchPath);

serveThread(
  {
    get: (ids: string[]) => articles.get(ids),
    scan: (r: { after: string | null; limit: number }) => articles.scan(r.after, r.limit),
    entries: (r: { after: string | null; limit: number }) => articles.entries(r.after, r.limit),
    count: () => articles.count(),
    checksums: () => articles.checksums(),
    search: (request: Omit<SearchRequest, 'cursor'> & { cursor: Cursor | null }) => search.search(request),
    scanIndex: (r: { after: string | null; limit: number }) => search.scan(r.after, r.limit),
    versions: (ids: string[]) => search.versions(ids),
    close: () => {
      articles.close();
      search.close();
    },
  },
  { nice: 0 },
);
