import type { Query, SearchResult } from '@wenliu/contracts';
import type { SearchPage, StoredArticle } from '@wenliu/ports';
import { highlight } from '@wenliu/query';
import { parseArticle, toSummary } from './summary.js';

/** Hits with their articles. A hit whose article is gone from the store since (a retraction under way) is left out. */
export function toSearchResult(page: SearchPage, articles: readonly (StoredArticle | null)[], query: Query, tookMs: number): SearchResult {
  const items = page.hits.flatMap((hit, i): SearchResult['items'] => {
    const stored = articles[i];
    if (stored === null || stored === undefined || stored.retracted) return [];
    const article = toSummary(parseArticle(stored.body));
    const highlights = highlight(query, { title: article.title, paragraphs: article.paragraphs });
    return [{ id: hit.id, version: stored.version, score: hit.score, article, highlights }];
  });
  return { total: page.total, exact: page.exact, took: Math.round(tookMs * 10) / 10, items, next: page.next, facets: page.facets };
}
