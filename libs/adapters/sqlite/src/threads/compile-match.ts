import type { Query, TextField } from '@wenliu/contracts';
import { nearParts } from '@wenliu/query';
import { phraseTerms, termString, units } from '@wenliu/text';
import { ANY, facetTerm, rangeTerms } from './tag-terms.js';

/** Matches no article: a term that is never indexed. */
const NOTHING = 'tags : "ᵒ"';
const EVERYTHING = `tags : "${ANY}"`;
/** No term of a text is ever one of the tags column: naming the other two would only make FTS5 sift each match, twice as slow. */
const COLUMNS: Record<TextField, string> = { any: '', title: '{title} : ', text: '{body} : ' };

/** The query as an FTS5 MATCH expression. */
export function compileMatch(query: Query): string {
  switch (query.kind) {
    case 'all':
      return EVERYTHING;
    case 'phrase':
      return inColumns(query.field, phrase(query.text));
    case 'near': {
      const phrases = nearParts(query.text).map(nearPhrase);
      if (phrases.length === 0) return NOTHING;
      return inColumns(query.field, `NEAR(${phrases.join(' ')}, ${query.distance})`);
    }
    case 'facet':
      return `tags : "${facetTerm(query.field, query.value)}"`;
    case 'date': {
      const terms = rangeTerms(query.from, query.to);
      return terms.length === 0 ? NOTHING : `tags : (${terms.map(({ text, prefix }) => `"${text}"${prefix ? ' *' : ''}`).join(' OR ')})`;
    }
    case 'and': {
      // FTS5 has NOT only between two sides: the negated ones are taken off what the others match.
      const wanted = query.of.filter((q) => q.kind !== 'not').map(compileMatch);
      const unwanted = query.of.filter((q) => q.kind === 'not').map((q) => compileMatch(q.of));
      const base = wanted.length === 0 ? EVERYTHING : wanted.map(group).join(' AND ');
      return unwanted.reduce((left, right) => `${group(left)} NOT ${group(right)}`, base);
    }
    case 'or':
      return query.of.length === 0 ? NOTHING : query.of.map((q) => group(compileMatch(q))).join(' OR ');
    case 'not':
      return `${group(EVERYTHING)} NOT ${group(compileMatch(query.of))}`;
  }
}

const group = (expression: string): string => `(${expression})`;

const inColumns = (field: TextField, expression: string | null): string =>
  expression === null ? NOTHING : `${COLUMNS[field]}${expression}`;

/** All terms of the part, the last by its beginning if it is one character: the distance counts from where the part ends. */
function nearPhrase(part: string): string {
  const last = units(part).at(-1);
  return `"${termString(part)}"${last?.isHan === true ? ' *' : ''}`;
}

/** Terms hold neither quotation marks nor ASCII punctuation, so quoting is all they need. */
function phrase(text: string): string | null {
  const { terms, prefix } = phraseTerms(text);
  if (terms.length === 0) return null;
  return `"${terms.join(' ')}"${prefix ? ' *' : ''}`;
}
