import type { Query, TextField } from '@wenliu/contracts';
import { phraseTerms } from '@wenliu/text';
import { ASKED, WORD_MARK } from './index-definition.js';
import { nearIn } from './compile-near.js';
import { keyOf, toNumber } from './to-source.js';

/** A query of the engine. */
export type Clause = Record<string, unknown>;

export const NOTHING: Clause = { match_none: {} };
const EVERYTHING: Clause = { match_all: {} };
export const LIVING: Clause = { term: { deleted: false } };

const FIELDS: Record<TextField, readonly ('title' | 'text')[]> = { any: ['title', 'text'], title: ['title'], text: ['text'] };

const anyOf = (clauses: readonly Clause[]): Clause => (clauses.length === 1 && clauses[0] !== undefined ? clauses[0] : { bool: { should: clauses } });

/** The clause in each text that a field stands for. */
export const inFields = (field: TextField, clause: (name: 'title' | 'text') => Clause): Clause => anyOf(FIELDS[field].map(clause));

/** Where the terms stand in a row. */
export const sequence = (name: string, terms: string, boost = 1): Clause => ({ match_phrase: { [name]: { query: terms, analyzer: ASKED, boost } } });

/** Terms that stand in a row wherever the phrase does, parted by spaces; `null` for a phrase without any. */
export function termsOf(phrase: string): string | null {
  const { terms } = phraseTerms(phrase, WORD_MARK);
  return terms.length === 0 ? null : terms.join(' ');
}

/** What the query asks for, as a filter. */
export function compileFilter(query: Query): Clause {
  switch (query.kind) {
    case 'all':
      return EVERYTHING;
    case 'phrase': {
      const terms = termsOf(query.text);
      return terms === null ? NOTHING : inFields(query.field, (name) => sequence(name, terms));
    }
    case 'near':
      return inFields(query.field, (name) => nearIn(name, query.text, query.distance) ?? NOTHING);
    case 'facet':
      return { term: { keys: keyOf(query.field, query.value) } };
    case 'date':
      return { range: { date: { gte: query.from === null ? 1 : toNumber(query.from), ...(query.to === null ? {} : { lte: toNumber(query.to) }) } } };
    case 'and':
      return query.of.length === 0 ? EVERYTHING : { bool: { filter: query.of.map(compileFilter) } };
    case 'or':
      return query.of.length === 0 ? NOTHING : { bool: { should: query.of.map(compileFilter), minimum_should_match: 1 } };
    case 'not':
      return { bool: { must_not: [compileFilter(query.of)] } };
  }
}
