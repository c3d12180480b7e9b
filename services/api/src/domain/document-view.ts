import type { DocumentView, Hop, TraceHop } from '@wenliu/contracts';
import type { LedgerDocument } from '@wenliu/ports';

type Product = Hop['outputs'][number];
type ArticleView = DocumentView['articles'][number];

/** The articles that the last split of a document made. */
export function productsOf({ hops }: LedgerDocument): Product[] {
  return hops.findLast((hop) => hop.stage === 'split-document' && hop.outcome === 'forward')?.outputs ?? [];
}

/** A document as clients see it. `searchable` is the version search has of each article, `last` its last hop. */
export function toDocumentView(
  ledger: LedgerDocument,
  searchable: readonly (number | null)[],
  last: readonly (TraceHop | null)[],
): DocumentView {
  const { document, hops } = ledger;
  const articles = productsOf(ledger).map((product, i) => toArticleView(product, searchable[i] ?? null, last[i] ?? null));
  const { id, name, mediaType, encoding, source, lane, bytes, receivedAt } = document;
  return { id, state: stateOf(articles, hops), name, mediaType, encoding, source, lane, bytes, receivedAt, articles };
}

/** The stored version may be newer than the one this document gave, and higher by the enrichment's revision. */
function toArticleView({ id, version, title }: Product, searchable: number | null, last: TraceHop | null): ArticleView {
  if (searchable !== null && searchable >= version) return { id, version: searchable, state: 'done', title };
  if (last?.outcome === 'quarantine') return { id, version, state: 'quarantined', title };
  if (last?.outcome === 'discard') return { id, version, state: 'discarded', title };
  return { id, version, state: 'split', title };
}

function stateOf(articles: readonly ArticleView[], hops: LedgerDocument['hops']): DocumentView['state'] {
  const split = hops.findLast((hop) => hop.stage === 'split-document');
  if (split === undefined) return 'received';
  if (split.outcome === 'quarantine') return 'quarantined';
  if (articles.some(({ state }) => state === 'quarantined')) return 'quarantined';
  return articles.every(({ state }) => state === 'done' || state === 'discarded') ? 'done' : 'split';
}
