import type { Client } from './client.js';
import { sha256 } from './pages.js';

export interface Contents {
  /** Ascending. */
  ids: string[];
  /** Ids that search gave more than once. */
  repeated: string[];
  /** By id, ascending. */
  articles: { id: string; version: number; title: string }[];
  /** Of id, version, title and text of every article. */
  checksum: string;
}

/** Everything that search finds. */
export async function contentsOf(client: Client): Promise<Contents> {
  const items = await client.searchAll({ size: '1000', sort: 'date' });
  const lines = items.map(({ id, version, article }) => JSON.stringify([id, version, article.title, article.paragraphs])).sort();
  const articles = items.map(({ id, version, article }) => ({ id, version, title: article.title ?? '' })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = articles.map(({ id }) => id);
  return { ids, articles, repeated: ids.filter((id, i) => ids[i - 1] === id), checksum: sha256(lines.join('\n')) };
}
