import type { StoredArticle } from './article-store.js';
import { bytesOf, hex, sha256 } from './suite.contract.js';

export const storedArticle = (name: string, version: number, text = 'text', more: Partial<StoredArticle> = {}): StoredArticle => ({
  id: sha256(name),
  version,
  documentId: sha256(`document of ${name}`),
  contentHash: sha256(text),
  retracted: false,
  body: bytesOf(text),
  ...more,
});

export const shown = (article: StoredArticle | null | undefined): unknown => article && { ...article, body: hex(article.body) };
