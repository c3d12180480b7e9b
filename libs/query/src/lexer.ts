import { findField, isFieldName, type Field } from './fields.js';
import { QueryError } from './query-error.js';

/** Something to look for: quoted, or a run of characters without white space. */
export interface TermToken {
  kind: 'term';
  at: number;
  field: Field | null;
  text: string;
  isQuoted: boolean;
  /** The number after `~`. */
  distance: number | null;
}

export type Token = TermToken | { kind: 'open' | 'close' | 'or' | 'and' | 'not'; at: number };

/** Engines compile the distance into position arithmetic; nothing in a newspaper article is further apart. */
const MOST_DISTANCE = 1_000;

// Input methods pair “ with ” as they like, so either closes the other.
const CLOSING = new Map([
  ['"', /["＂]/g],
  ['＂', /["＂]/g],
  ['“', /[“”]/g],
  ['”', /[“”]/g],
  ['「', /」/g],
  ['『', /』/g],
]);

const SPACE = /\s+/y;
const RUN = /[^\s()（）"＂“”「『]+/y;
const FIELD = /([a-z]+)([:：])/iy;
const DISTANCE = /[~～](\d*)/y;
// A hyphen excludes only where a word starts; elsewhere it is punctuation, as in 京-津 or in a line of dashes.
const MINUS = /(?<=^|[\s(（])-(?=[\p{L}\p{N}"＂“「『(（])/uy;
const KEYWORDS = new Map<string, 'or' | 'and' | 'not'>([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What was read and where reading goes on. */
interface Read<T> {
  token: T;
  next: number;
}

function readDistance(query: string, at: number): { distance: number | null; next: number } {
  const found = matchAt(DISTANCE, query, at);
  if (!found) return { distance: null, next: at };
  const digits = found[1] ?? '';
  if (digits === '' || Number(digits) > MOST_DISTANCE) {
    throw new QueryError('~ needs a distance.', at, `Write a number up to ${MOST_DISTANCE}: "新能源 汽车"~5`);
  }
  return { distance: Number(digits), next: at + found[0].length };
}

function readQuoted(query: string, at: number, field: Field | null, closing: RegExp): Read<TermToken> {
  const end = matchAt(closing, query, at + 1)?.index;
  if (end === undefined) throw new QueryError('This quote is not closed.', at, 'Put a closing quote after the phrase.');
  const { distance, next } = readDistance(query, end + 1);
  return { token: { kind: 'term', at, field, text: query.slice(at + 1, end), isQuoted: true, distance }, next };
}

/** A field's value runs to white space, a quote or a parenthesis it did not open: `(policy:行动方案（2025—2027年）)`. */
function endOfValue(query: string, at: number): number {
  let open = 0;
  for (let end = at; end < query.length; end++) {
    const char = query.charAt(end);
    if (/\s/.test(char) || CLOSING.has(char)) return end;
    if (/[(（]/.test(char)) open++;
    if (/[)）]/.test(char) && --open < 0) return end;
  }
  return query.length;
}

function readField(query: string, at: number, name: string, valueAt: number): Read<TermToken> {
  const field = findField(name, at);
  const closing = CLOSING.get(query.charAt(valueAt));
  if (closing) return readQuoted(query, valueAt, field, closing);
  if (/[(（]/.test(query.charAt(valueAt))) {
    throw new QueryError('A field takes one value, not a group.', valueAt, `Repeat it: (${name}:甲 OR ${name}:乙)`);
  }
  const next = endOfValue(query, valueAt);
  if (next === valueAt) {
    throw new QueryError(`${name}: needs a value.`, at, `Write the value right after the colon: ${name}:"…"`);
  }
  const text = query.slice(valueAt, next);
  return { token: { kind: 'term', at: valueAt, field, text, isQuoted: false, distance: null }, next };
}

function readRun(query: string, at: number): Read<Token> {
  const text = matchAt(RUN, query, at)?.[0] ?? query.charAt(at);
  const next = at + text.length;
  const keyword = KEYWORDS.get(text);
  if (keyword) return { token: { kind: keyword, at }, next };
  return { token: { kind: 'term', at, field: null, text, isQuoted: false, distance: null }, next };
}

function readToken(query: string, at: number): Read<Token> {
  const char = query.charAt(at);
  if (/[(（]/.test(char)) return { token: { kind: 'open', at }, next: at + 1 };
  if (/[)）]/.test(char)) return { token: { kind: 'close', at }, next: at + 1 };
  const closing = CLOSING.get(char);
  if (closing) return readQuoted(query, at, null, closing);
  if (matchAt(MINUS, query, at)) return { token: { kind: 'not', at }, next: at + 1 };
  const field = matchAt(FIELD, query, at);
  const name = field?.[1]?.toLowerCase() ?? '';
  // After a full-width colon an unknown name is ordinary text: `AI：…`.
  if (field && (field[2] === ':' || isFieldName(name))) return readField(query, at, name, at + field[0].length);
  return readRun(query, at);
}

export function lex(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length; ) {
    at += matchAt(SPACE, query, at)?.[0].length ?? 0;
    if (at >= query.length) break;
    const { token, next } = readToken(query, at);
    tokens.push(token);
    at = next;
  }
  return tokens;
}
