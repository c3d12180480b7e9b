import { articleRaw, type DocumentReceived } from '@wenliu/contracts';
import { discard, encode, forward, quarantine, type Outcome } from '@wenliu/pipeline';
import type { IssuePart } from '@wenliu/ports';
import { issueOf } from './domain/continuation/part.js';
import { splitDocument } from './domain/split-document.js';

export interface SplitTask {
  documents: { received: DocumentReceived; bytes: Uint8Array }[];
}

export interface SplitAnswer {
  outcome: Outcome;
  /** Articles of which more may be printed elsewhere. */
  parts: IssuePart[];
  /** Articles with a byline of which no name was understood. */
  unknownBylines: number;
}

/** Runs on a thread of its own: a large page takes a second, and nobody shall wait for it. */
export default function split({ documents }: SplitTask): SplitAnswer[] {
  return documents.map(({ received, bytes }) => {
    const result = splitDocument(received, bytes);
    switch (result.kind) {
      case 'empty':
        return { outcome: discard('empty-text'), parts: [], unknownBylines: 0 };
      case 'failed':
        return { outcome: quarantine(result.reason, result.detail), parts: [], unknownBylines: 0 };
      case 'articles': {
        const outputs = result.articles.map((article) => encode(articleRaw, article.id, article.version, article));
        const products = result.articles.map(({ id, version, title }) => ({ id, version, title }));
        const parts = result.articles.flatMap((article): IssuePart[] => {
          const issue = issueOf(article, result.cameApart);
          return issue === null ? [] : [{ issue, article }];
        });
        const unknownBylines = result.articles.filter(({ byline }) => byline.raw !== null && byline.authors.length + byline.photographers.length === 0).length;
        return { outcome: forward(outputs, { products }), parts, unknownBylines };
      }
    }
  });
}
