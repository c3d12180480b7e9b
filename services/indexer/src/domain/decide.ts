import { articleIndexed } from '@wenliu/contracts';
import { discard, encode, forward, quarantine, type Outcome } from '@wenliu/pipeline';
import type { IndexOutcome, StoreOutcome } from '@wenliu/ports';
import type { SearchedArticle } from '@wenliu/query';

/**
 * What became of one article, from what store and index said. `same` goes on: after a crash between writing and committing, the
 * article comes again and has to be announced.
 */
export function decide(article: SearchedArticle, stored: StoreOutcome, indexed: IndexOutcome | null, at: string): Outcome {
  const { id, version } = article;
  switch (stored.kind) {
    case 'older':
      return discard('older-version', version);
    case 'conflict':
      return quarantine('version-conflict', `version ${version} of ${id} is stored with other content: raise its revision`, version);
    case 'rejected':
      return quarantine('rejected-by-store', stored.detail, version);
    case 'written':
    case 'same':
      if (indexed?.kind === 'rejected') return quarantine('rejected-by-index', indexed.detail, version);
      return forward([encode(articleIndexed, id, version, toIndexed(article, at))], { version });
  }
}

const toIndexed = (article: SearchedArticle, at: string) => ({
  id: article.id,
  version: article.version,
  documentId: article.documentId,
  title: article.title,
  lane: article.lane,
  change: article.change,
  receivedAt: article.receivedAt,
  searchableAt: at,
});
