import type { Query, TextField } from '@wenliu/contracts';
import { facetKey } from './facets.js';
import { findNear, nearParts } from './near.js';
import type { SearchableArticle } from './searchable.js';
import { readKey, unitKey } from './unit-key.js';

/** The texts of a field. A phrase lies in one of them; the end of the title does not run on into the text. */
function textsOf(article: SearchableArticle, field: TextField): string[] {
  if (field === 'title') return [article.title];
  return field === 'text' ? [article.text] : [article.title, article.text];
}

function hasPhrase(article: SearchableArticle, field: TextField, phrase: string): boolean {
  const wanted = unitKey(phrase);
  return wanted !== '' && textsOf(article, field).some((text) => text.includes(wanted));
}

function hasNear(article: SearchableArticle, field: TextField, text: string, distance: number): boolean {
  const parts = nearParts(text);
  return textsOf(article, field).some((key) => findNear(readKey(key), parts, distance).length > 0);
}

function isWithin(date: string | null, from: string | null, to: string | null): boolean {
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}

/** Whether one article is what a query asks for: the meaning that every index compiles the query to. */
export function matches(query: Query, article: SearchableArticle): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'phrase':
      return hasPhrase(article, query.field, query.text);
    case 'near':
      return hasNear(article, query.field, query.text, query.distance);
    case 'facet':
      return article.facets[query.field].includes(facetKey(query.value));
    case 'date':
      return isWithin(article.date, query.from, query.to);
    case 'and':
      return query.of.every((part) => matches(part, article));
    case 'or':
      return query.of.some((part) => matches(part, article));
    case 'not':
      return !matches(query.of, article);
  }
}
