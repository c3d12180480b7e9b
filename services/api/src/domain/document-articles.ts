import { joinedTo, type PrintedArticle } from '@wenliu/contracts';
import type { StoredArticle } from '@wenliu/ports';
import { parseArticle, toPrinted } from './summary.js';

type Stored = Pick<StoredArticle, 'id' | 'retracted' | 'body'>;

/** The articles that parts among `own` were joined to, each once. */
export function headsOf(own: readonly (Stored | null)[]): string[] {
  return [...new Set(own.map(headOf).filter((id) => id !== null))];
}

/** Those that live, in the order given, a joined part's article in its place. */
export function livingArticles(own: readonly (Stored | null)[], heads: readonly (Stored | null)[]): PrintedArticle[] {
  const byId = new Map([...own, ...heads].filter((article) => article !== null).map((article) => [article.id, article]));
  const inPlace = own.map((article) => {
    const head = headOf(article);
    return head === null ? article : (byId.get(head) ?? null);
  });
  const living = new Set(inPlace.filter((article) => article !== null && !article.retracted));
  return [...living].flatMap((article) => (article === null ? [] : [toPrinted(parseArticle(article.body))]));
}

function headOf(article: Stored | null): string | null {
  if (article === null || !article.retracted) return null;
  return joinedTo(parseArticle(article.body).change);
}
