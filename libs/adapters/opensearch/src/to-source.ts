import { createHash } from 'node:crypto';
import { FACET_FIELDS, type FacetField } from '@wenliu/contracts/plain';
import type { SearchDocument } from '@wenliu/ports';
import { facetKey } from '@wenliu/query';
import { termString } from '@wenliu/text';
import { WORD_MARK } from './index-definition.js';

/** Keys above it are written as their hash: the engine takes 32,766 bytes. */
const LONGEST_KEY = 1_000;

/** The same for an article and for the query that looks for it. */
export function keyOf(field: FacetField, value: string): string {
  const key = facetKey(value).toWellFormed();
  return key.length <= LONGEST_KEY ? `${field}:${key}` : `${field}#${createHash('sha256').update(key).digest('hex')}`;
}

export const toNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** They are parted by single spaces. */
function countTerms(terms: string): number {
  let count = terms === '' ? 0 : 1;
  for (let at = terms.indexOf(' '); at >= 0; at = terms.indexOf(' ', at + 1)) count++;
  return count;
}

/** A document as the engine is sent it. Its length counts what the SQLite index counts: words, facets, date and one for itself. */
export function toSource({ id, version, deleted, date, title, text, facets }: SearchDocument): Record<string, unknown> {
  if (deleted) return { id, version, deleted };
  const [titleTerms, textTerms] = [termString(title, WORD_MARK), termString(text, WORD_MARK)];
  const keys = FACET_FIELDS.flatMap((field) => facets[field].map((value) => keyOf(field, value)));
  return {
    id,
    version,
    deleted,
    date: date === null ? 0 : toNumber(date),
    ...(date === null ? {} : { month: date.slice(0, 7) }),
    title: titleTerms,
    text: textTerms,
    length: countTerms(titleTerms) + countTerms(textTerms) + 1 + (date === null ? 0 : 3) + keys.length,
    keys,
    facets: Object.fromEntries(FACET_FIELDS.flatMap((field) => (facets[field].length === 0 ? [] : [[field, facets[field].map((value) => value.toWellFormed())]]))),
  };
}
