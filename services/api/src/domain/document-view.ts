import type { DocumentView, Hop, TraceHop } from '@wenliu/contracts';
import type { LedgerDocument, RecordedHop } from '@wenliu/ports';

type Product = Hop['outputs'][number];
type ArticleView = DocumentView['articles'][number];

const splitOf = ({ hops }: LedgerDocument): RecordedHop | undefined => hops.findLast((hop) => hop.stage === 'split-document');

/** The articles that the last split of a document made. */
export function productsOf(ledger: LedgerDocument): Product[] {
  return splitOf(ledger)?.outputs ?? [];
}

/** A document as clients see it. `searchable` is the version search has of each article, `last` its last hop. */
export function toDocumentView(
  ledger: LedgerDocument,
  searchable: readonly (number | null)[],
  last: readonly (TraceHop | null)[],
): DocumentView {
  const { document } = ledger;
  const split = splitOf(ledger);
  const articles = productsOf(ledger).map((product, i) => {
    const hop = last[i] ?? null;
    // The same article may have come before, in another document: what became of that one says nothing about this.
    const isOfThis = hop !== null && split !== undefined && hop.at >= split.at;
    return toArticleView(product, searchable[i] ?? null, isOfThis ? hop : null);
  });
  const { id, name, mediaType, encoding, source, lane, bytes, receivedAt } = document;
  return { id, state: stateOf(articles, split), name, mediaType, encoding, source, lane, bytes, receivedAt, articles };
}

/** The stored version may be newer than the one this document gave, and higher by the enrichment's revision. */
function toArticleView({ id, version, title }: Product, searchable: number | null, last: TraceHop | null): ArticleView {
  if (last?.outcome === 'quarantine') return { id, version, state: 'quarantined', title };
  if (last?.outcome === 'discard') return { id, version, state: 'discarded', title };
  const isIndexed = last?.stage === 'index-article' && searchable !== null && searchable >= version;
  return isIndexed ? { id, version: searchable, state: 'done', title } : { id, version, state: 'split', title };
}

function stateOf(articles: readonly ArticleView[], split: RecordedHop | undefined): DocumentView['state'] {
  if (split === undefined) return 'received';
  if (split.outcome === 'quarantine') return 'quarantined';
  if (articles.some(({ state }) => state === 'quarantined')) return 'quarantined';
  return articles.every(({ state }) => state === 'done' || state === 'discarded') ? 'done' : 'split';
}
