import { articleRaw, type DocumentReceived } from '@wenliu/contracts';
import type { Outcome } from '@wenliu/pipeline';
import { discard, encode, forward, quarantine } from '@wenliu/pipeline';
import { splitDocument } from './domain/split-document.js';

export interface SplitTask {
  documents: { received: DocumentReceived; bytes: Uint8Array }[];
}

/** Runs on a thread of its own: a large page takes a second, and nobody shall wait for it. */
export default function split({ documents }: SplitTask): Outcome[] {
  return documents.map(({ received, bytes }) => {
    const result = splitDocument(received, bytes);
    switch (result.kind) {
      case 'empty':
        return discard('empty-text');
      case 'failed':
        return quarantine(result.reason, result.detail);
      case 'articles':
        return forward(
          result.articles.map((article) => encode(articleRaw, article.id, article.version, article)),
          { products: result.articles.map(({ id, version, title }) => ({ id, version, title })) },
        );
    }
  });
}
