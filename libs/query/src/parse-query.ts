import type { Query, TextField } from '@wenliu/contracts';
import { units } from '@wenliu/text';
import { cutRun } from './cut-run.js';
import { parseDateRange } from './date-range.js';
import { facetKey } from './facets.js';
import { lex, type TermToken, type Token } from './lexer.js';
import { nearParts } from './near.js';
import { QueryError } from './query-error.js';

const MOST_CHARACTERS = 1_000;
/** A longer list of words is a document, not a question; each one costs a look-up. */
const MOST_CLAUSES = 64;
const DEEPEST = 20;

/** The tokens still to be read, and what has been counted on the way. */
interface Cursor {
  tokens: Token[];
  next: number;
  end: number;
  clauses: number;
}

function peek(cursor: Cursor): Token | undefined {
  return cursor.tokens[cursor.next];
}

function join(kind: 'and' | 'or', parts: Query[]): Query {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [only, second] = of;
  return only && !second ? only : { kind, of };
}

function countClauses(cursor: Cursor, count: number, position: number): void {
  cursor.clauses += count;
  if (cursor.clauses <= MOST_CLAUSES) return;
  throw new QueryError(`A query has at most ${MOST_CLAUSES} words.`, position, 'Put a sentence in quotes, or use fewer words.');
}

function quotedText(field: TextField, { text, distance, at }: TermToken): Query {
  if (units(text).length === 0) {
    throw new QueryError('There is nothing to look for in these quotes.', at, 'A phrase needs a letter, digit or character.');
  }
  if (distance === null) return { kind: 'phrase', field, text: text.trim() };
  if (nearParts(text).length > 1) return { kind: 'near', field, text: text.trim(), distance };
  throw new QueryError('~ needs two words with a space between.', at, 'Write "新能源 汽车"~5');
}

/** `null`: nothing but punctuation, which matching ignores. */
function parseText(cursor: Cursor, field: TextField, token: TermToken): Query | null {
  if (token.isQuoted) {
    countClauses(cursor, 1, token.at);
    return quotedText(field, token);
  }
  const words = cutRun(token.text);
  countClauses(cursor, words.length, token.at);
  if (words.length === 0) return null;
  return join('and', words.map((text) => ({ kind: 'phrase', field, text })));
}

function parseTerm(cursor: Cursor, token: TermToken): Query | null {
  const { field, text, at } = token;
  if (!field) return parseText(cursor, 'any', token);
  if (field.kind === 'text') {
    const found = parseText(cursor, field.field, token);
    if (found) return found;
    throw new QueryError('There is nothing to look for here.', at, 'A value needs a letter, digit or character.');
  }
  countClauses(cursor, 1, at);
  if (token.distance !== null) throw new QueryError('~ works on text only.', at, 'Leave out ~ and the number.');
  if (field.kind === 'date') return parseDateRange(text, at);
  // Titles are kept without the marks they are printed in.
  const value = field.field === 'policy' ? text.trim().replace(/^《(.*)》$/su, '$1') : text.trim();
  if (facetKey(value) === '') throw new QueryError('This value is empty.', at, 'Write the value after the colon.');
  return { kind: 'facet', field: field.field, value };
}

function parseGroup(cursor: Cursor, at: number, depth: number): Query {
  const group = parseOr(cursor, depth);
  if (peek(cursor)?.kind !== 'close') {
    throw new QueryError('This parenthesis is not closed.', at, 'Put a closing parenthesis after the group.');
  }
  cursor.next++;
  return group;
}

function parseOperand(cursor: Cursor, depth: number): Query | null {
  const token = peek(cursor);
  const at = token?.at ?? cursor.end;
  if (depth > DEEPEST) throw new QueryError(`A query nests at most ${DEEPEST} deep.`, at, 'Use fewer parentheses or NOTs.');
  if (!token || token.kind === 'close' || token.kind === 'or' || token.kind === 'and') {
    throw new QueryError('A word is missing here.', at, 'OR, AND, NOT and ( need something to look for after them.');
  }
  cursor.next++;
  if (token.kind === 'term') return parseTerm(cursor, token);
  if (token.kind === 'open') return parseGroup(cursor, at, depth + 1);
  const negated = parseOperand(cursor, depth + 1);
  if (negated) return { kind: 'not', of: negated };
  throw new QueryError('There is nothing to exclude here.', at, 'NOT needs a letter, digit or character after it.');
}

function parseAnd(cursor: Cursor, depth: number): Query {
  const at = peek(cursor)?.at ?? cursor.end;
  const parts = [parseOperand(cursor, depth)];
  for (let token = peek(cursor); token && token.kind !== 'close' && token.kind !== 'or'; token = peek(cursor)) {
    if (token.kind === 'and') cursor.next++;
    parts.push(parseOperand(cursor, depth));
  }
  const found = parts.filter((part) => part !== null);
  if (found.length > 0) return join('and', found);
  throw new QueryError('There is nothing to look for here.', at, 'A query needs a letter, digit or character.');
}

function parseOr(cursor: Cursor, depth: number): Query {
  const parts = [parseAnd(cursor, depth)];
  while (peek(cursor)?.kind === 'or') {
    cursor.next++;
    parts.push(parseAnd(cursor, depth));
  }
  return join('or', parts);
}

/** Reads the query grammar (README.md). Nothing at all means every article. Throws `QueryError` only. */
export function parseQuery(text: string): Query {
  if (text.length > MOST_CHARACTERS) {
    throw new QueryError(`A query has at most ${MOST_CHARACTERS} characters.`, MOST_CHARACTERS, 'Use fewer words.');
  }
  if (text.trim() === '') return { kind: 'all' };
  const cursor: Cursor = { tokens: lex(text), next: 0, end: text.length, clauses: 0 };
  const query = parseOr(cursor, 0);
  const rest = peek(cursor);
  if (!rest) return query;
  throw new QueryError('This parenthesis closes nothing.', rest.at, 'Take it out, or open one before it.');
}
