import type { Organization, Span } from '@wenliu/contracts';
import { groupByName } from './mentions.js';
import { NOT_ORGANIZATIONS } from './not-names.js';
import { isOrganizationWord, mayEndOrganization } from './organization-words.js';
import { isTitle } from './titles.js';
import { lengthOf, spanOf, startOf, tagOf, wordOf, type TokenView } from './token-view.js';

/** 中国国际贸易促进委员会北京市分会 has seven words; a longer run is a sentence without punctuation. */
const MAX_WORDS = 8;

/** Ordinary words that begin the name of a national body as a place name would. */
const OPENERS: ReadonlySet<string> = new Set('国家 中央 全国 中华 最高人民法院 中华全国 中共 武警'.split(' '));

/** Word classes that may stand inside a name whatever the word. */
const MODIFIER_TAGS: ReadonlySet<string> = new Set('ns nt nz vn an j b l s eng'.split(' '));

/** Names of bodies, in the order of their first mention. `taken` marks the tokens of persons' names. */
export function findOrganizations(view: TokenView, taken: Uint8Array): Organization[] {
  const spans: Span[] = [];
  // From the right, so that the longest name that ends at a word is met before the names inside it.
  for (let last = view.count - 1; last >= 0; ) {
    const first = isEnding(view, last, taken) ? firstWord(view, last, taken) : null;
    if (first === null) {
      last -= 1;
      continue;
    }
    spans.push(spanOf(view, first, last + 1));
    last = first - 1;
  }
  return [...groupByName(view.text, spans.reverse())].map(([name, mentions]) => ({ name, short: null, kind: null, mentions }));
}

function isEnding(view: TokenView, token: number, taken: Uint8Array): boolean {
  if (taken[token] === 1) return false;
  const isBody = tagOf(view, token) === 'nt';
  if (!isBody && !mayEndOrganization(view.text.charCodeAt(startOf(view, token + 1) - 1))) return false;
  const word = wordOf(view, token);
  return word === '队' || isOrganizationWord(word) || (isBody && isOwnName(word));
}

/** The first word of the name that ends at `last`: the leftmost in reach that names one body and not a sort of bodies. */
function firstWord(view: TokenView, last: number, taken: Uint8Array): number | null {
  const word = wordOf(view, last);
  let first = tagOf(view, last) === 'nt' && isOwnName(word) ? last : null;
  if (word === '队' && !isTeamName(view, last - 1)) return null;
  for (let token = last - 1; token >= 0 && last - token < MAX_WORDS; token -= 1) {
    if (!isModifier(view, token, last)) break;
    if (isProper(view, token, taken, first)) first = token;
  }
  return first;
}

/** 广州/松日/队 is a team, 排长/队 a queue. */
function isTeamName(view: TokenView, token: number): boolean {
  const tag = tagOf(view, token);
  return token >= 0 && (isPlaceOrBody(tag) || tag === 'nz');
}

/** Most words that the dictionary tags as bodies are names; some are sorts of bodies, fields of study or no bodies at all. */
function isOwnName(word: string): boolean {
  return !NOT_ORGANIZATIONS.has(word) && !/(?:关系|[化场品店]|[^大中小]学)$/.test(word);
}

function isModifier(view: TokenView, token: number, last: number): boolean {
  const tag = tagOf(view, token);
  switch (tag) {
    case 'n':
      return !isTitle(wordOf(view, token));
    case 'x':
    case 'm':
      return isHan(view, token) && lengthOf(view, token) >= 2;
    case 'v':
      return token === last - 1 && lengthOf(view, token) >= 2;
    default:
      return MODIFIER_TAGS.has(tag) || tag.startsWith('nr');
  }
}

/** Behind a place or a body only another one or an opener goes on to the left: 日讯/新华社 is no name. */
function isProper(view: TokenView, token: number, taken: Uint8Array, found: number | null): boolean {
  if (taken[token] === 1) return false;
  const tag = tagOf(view, token);
  if (isPlaceOrBody(tag)) return true;
  if (tag === 'n' || tag === 'j') return OPENERS.has(wordOf(view, token));
  if (found !== null && isPlaceOrBody(tagOf(view, found))) return false;
  return tag === 'nz' || tag === 'x' || tag === 'eng' || tag.startsWith('nr');
}

function isPlaceOrBody(tag: string): boolean {
  return tag === 'ns' || tag === 'nt';
}

function isHan(view: TokenView, token: number): boolean {
  const code = view.text.charCodeAt(startOf(view, token));
  return code >= 0x4e00 && code <= 0x9fff;
}
