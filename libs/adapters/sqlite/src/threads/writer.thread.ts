import { workerData } from 'node:worker_threads';
import type { SearchDocument, StoredArticle } from '@wenliu/ports';
import { serveThread } from '../rpc.js';
import { ArticleDatabase } from './article-database.js';
import { SearchWriter } from './search-writer.js';

// The spawning side is sqlite-engine.ts, which passes these.
const { articlesPath, searchPath } = workerData as { articlesPath: string; searchPath: string };
const articles = new ArticleDatabase(articlesPath, { cacheMb: 4, checkpointPages: 2_000 });
const search = new SearchWriter(searchPath);

serveThread(
  {
    ready: () => null,
    putArticles: (batch: StoredArticle[]) => articles.put(batch),
    putDocuments: (batch: SearchDocument[]) => search.put(batch),
    close: () => {
      articles.close();
      search.close();
    },
  },
  // Behind the threads that answer requests, level with those that tag.
  { nice: 10 },
);
