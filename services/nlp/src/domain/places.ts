import type { Place, Span } from '@wenliu/contracts';
import { groupByName } from './mentions.js';
import { NOT_PLACES, PLACE_CHARACTERS, UNTAGGED_PLACES } from './not-names.js';
import { lengthOf, spanOf, tagOf, wordOf, type TokenView } from './token-view.js';

/** Single words behind a name that are part of it: 维也纳/市, 集美/镇. */
const CLASS_WORDS: ReadonlySet<string> = new Set('省 市 县 区 州 镇 乡 村 河 江 湖 山 岛 港 湾 郡'.split(' '));

/** Names of places, in the order of their first mention. `taken` marks the tokens of persons' names. */
export function findPlaces(view: TokenView, taken: Uint8Array): Place[] {
  const spans: Span[] = [];
  for (let token = 0; token < view.count; token += 1) {
    if (taken[token] === 1 || !mayBePlace(tagOf(view, token))) continue;
    if (isClassedPlace(view, token)) spans.push(spanOf(view, token, token + 2));
    else if (isPlace(view, token)) spans.push(spanOf(view, token, token + 1));
  }
  return [...groupByName(view.text, spans)].map(([name, mentions]) => ({ name, region: null, mentions }));
}

/** Besides names: the words that the dictionary should have tagged as places are adverbs (`d`) and new words (`x`) to it. */
function mayBePlace(tag: string): boolean {
  return tag.startsWith('n') || tag === 'd' || tag === 'x';
}

/** A name with its class as a word of its own. */
function isClassedPlace(view: TokenView, token: number): boolean {
  const next = token + 1;
  if (next >= view.count || lengthOf(view, next) !== 1) return false;
  const tag = tagOf(view, token);
  if (tag !== 'ns' && (lengthOf(view, token) < 2 || !(tag === 'nz' || tag.startsWith('nr')))) return false;
  return CLASS_WORDS.has(wordOf(view, next)) && !NOT_PLACES.has(wordOf(view, token));
}

function isPlace(view: TokenView, token: number): boolean {
  const word = wordOf(view, token);
  if (tagOf(view, token) !== 'ns') return UNTAGGED_PLACES.has(word);
  return word.length === 1 ? PLACE_CHARACTERS.has(word) : !NOT_PLACES.has(word);
}
