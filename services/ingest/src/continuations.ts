import { articleRaw, type RawArticle } from '@wenliu/contracts';
import { encode, type Outcome, type Output, type Product } from '@wenliu/pipeline';
import type { IssuePart, Ledger } from '@wenliu/ports';
import { joinParts } from './domain/continuation/join-parts.js';
import { chainParts } from './domain/continuation/match-parts.js';

type Forward = Extract<Outcome, { kind: 'forward' }>;

/**
 * Joins what a document gives with parts of the same articles that came in other documents, whenever they came. Its own parts are
 * kept before the others are looked up: of two documents that are split at the same time at least one sees both, and what both
 * say is the same.
 */
export class Continuations {
  constructor(private readonly ledger: Pick<Ledger, 'keepParts' | 'parts'>) {}

  async join(documentId: string, outcome: Forward, parts: readonly IssuePart[]): Promise<Forward> {
    if (parts.length === 0) return outcome;
    await this.ledger.keepParts(documentId, parts);
    const own = new Set(parts.map(({ article }) => article.id));
    const changed = new Map<string, RawArticle>();
    for (const issue of new Set(parts.map((part) => part.issue))) {
      for (const chain of chainParts(newestOf(await this.ledger.parts(issue)), ({ id }) => own.has(id))) {
        if (!chain.some(({ id }) => own.has(id))) continue;
        const { joined, withdrawn } = joinParts(chain);
        for (const article of [joined, ...withdrawn]) changed.set(article.id, article);
      }
    }
    return changed.size === 0 ? outcome : withChanges(outcome, changed, own);
  }
}

/** An article that two documents print is there twice. */
function newestOf(parts: readonly RawArticle[]): RawArticle[] {
  const byId = new Map<string, RawArticle>();
  for (const part of parts.toSorted((a, b) => a.version - b.version || (a.documentId < b.documentId ? -1 : 1))) byId.set(part.id, part);
  return [...byId.values()];
}

/** The document's articles as joining left them, then those of other documents. */
function withChanges(outcome: Forward, changed: ReadonlyMap<string, RawArticle>, own: ReadonlySet<string>): Forward {
  const outputOf = (article: RawArticle): Output => encode(articleRaw, article.id, article.version, article);
  const mine = outcome.outputs.map((output) => {
    const article = changed.get(output.key);
    return article === undefined ? output : outputOf(article);
  });
  const others = [...changed.values()].filter(({ id }) => !own.has(id)).map(outputOf);
  const products = outcome.products?.map((product): Product => ({ ...product, version: changed.get(product.id)?.version ?? product.version }));
  return { ...outcome, outputs: [...mine, ...others], ...(products === undefined ? {} : { products }) };
}
