import { fold } from './fold.js';
import { areNeighbours, LONGEST_WORD, NO_WORD, oddsBehind, oddsOfWord, wordAt, wordOf } from './language-model.js';

/** All words that a short text may be cut into, place by place. */
export interface WordLattice {
  /** Folded. */
  text: string;
  /** By place, from `first` on, and length of the word: its rank, `NO_WORD` for a character that is none, below that where nothing fits. */
  words: Int32Array;
  /** ln of the probability of the likeliest words from the edge that the lattice is read from up to this word. */
  odds: Float64Array;
  first: number;
  /** ln of the probability of the likeliest words of the whole text. */
  whole: number;
}

const NOTHING = NO_WORD - 1;

/** Many small lattices lie side by side: each by itself would cost more to make than to fill. */
const TABLE_PLACES = 256;
let table = createTable(TABLE_PLACES);

interface Table {
  words: Int32Array;
  odds: Float64Array;
  /** Places taken. */
  first: number;
}

function createTable(places: number): Table {
  return { words: new Int32Array(places * LONGEST_WORD).fill(NOTHING), odds: new Float64Array(places * LONGEST_WORD), first: 0 };
}

/** Room for the lattice of a text of this length, with nothing in it. */
function takeRoom(length: number): Table {
  if (table.first + length + 1 > table.words.length / LONGEST_WORD) table = createTable(Math.max(TABLE_PLACES, length + 1));
  const room = { ...table };
  table.first += length + 1;
  return room;
}

/** `text`, which is folded, read from the beginning: places are the ends of words, and the odds are those of all up to there. */
export function readForward(text: string): WordLattice {
  const room = takeRoom(text.length);
  return { text, ...room, whole: fillForward(text, room) };
}

/** ln of the probability of the likeliest words of the whole text, of which so many characters are in the table. */
function fillForward(text: string, { words, odds, first }: Table, known = 0): number {
  for (let end = known + 1; end <= text.length; end += 1) {
    for (let length = 1; length <= Math.min(end, LONGEST_WORD); length += 1) {
      const word = wordAt(text, end - length, end);
      if (word < 0 && length > 1) continue;
      const at = (first + end) * LONGEST_WORD + length - 1;
      words[at] = word;
      odds[at] = end === length ? oddsOfWord(word) : bestBefore(words, odds, first + end - length, word);
    }
  }
  let whole = text === '' ? 0 : -Infinity;
  const last = (first + text.length) * LONGEST_WORD;
  for (let at = last; at < last + LONGEST_WORD; at += 1) if (words[at] !== NOTHING) whole = Math.max(whole, odds[at] ?? 0);
  return whole;
}

/** `text`, which is folded, read from the end: places are the beginnings of words, and the odds are those of all behind the word, without its own. */
export function readBackward(text: string): WordLattice {
  const { words, odds, first } = takeRoom(text.length);
  for (let start = text.length - 1; start >= 0; start -= 1) {
    for (let length = 1; length <= Math.min(text.length - start, LONGEST_WORD); length += 1) {
      const word = wordAt(text, start, start + length);
      if (word < 0 && length > 1) continue;
      const at = (first + start) * LONGEST_WORD + length - 1;
      words[at] = word;
      odds[at] = start + length === text.length ? 0 : bestBehind(words, odds, first + start + length, word);
    }
  }
  const lattice = { text, words, odds, first, whole: 0 };
  lattice.whole = oddsFrom(lattice, 0);
  return lattice;
}

/** ln of the probability of the likeliest words from `place` to the end, of a lattice that was read backward. */
export function oddsFrom({ text, words, odds, first }: WordLattice, place: number): number {
  if (place >= text.length) return 0;
  let best = -Infinity;
  for (let at = (first + place) * LONGEST_WORD; at < (first + place + 1) * LONGEST_WORD; at += 1) {
    const word = words[at] ?? NOTHING;
    if (word !== NOTHING) best = Math.max(best, oddsOfWord(word) + (odds[at] ?? 0));
  }
  return best;
}

/**
 * ln of how much likelier the words are where `head` (read backward) stands right behind `tail` (read forward) than each by itself. High
 * where the cut went through a word or between words that often stand together; 0 where one of them is empty.
 */
export function gainOfJoining(tail: WordLattice, head: WordLattice): number {
  const end = tail.text.length;
  if (end === 0 || head.text === '') return 0;
  let joined = -Infinity;
  for (let at = (tail.first + end) * LONGEST_WORD; at < (tail.first + end + 1) * LONGEST_WORD; at += 1) {
    const word = tail.words[at] ?? NOTHING;
    if (word !== NOTHING) joined = Math.max(joined, (tail.odds[at] ?? 0) + bestBehind(head.words, head.odds, head.first, word));
  }
  // No word goes over the cut where the two characters beside it stand together in none.
  if (!areNeighbours(tail.text.charCodeAt(end - 1), head.text.charCodeAt(0))) return joined - tail.whole - head.whole;
  const around = tail.text.slice(1 - LONGEST_WORD) + head.text.slice(0, LONGEST_WORD - 1);
  const cut = Math.min(end, LONGEST_WORD - 1);
  for (let left = 1; left <= cut; left += 1) {
    for (let right = 1; right <= LONGEST_WORD - left && right <= head.text.length; right += 1) {
      const word = wordAt(around, cut - left, cut + right);
      if (word < 0) continue;
      const before = left === end ? oddsOfWord(word) : bestBefore(tail.words, tail.odds, tail.first + end - left, word);
      joined = Math.max(joined, before + (right === head.text.length ? 0 : bestBehind(head.words, head.odds, head.first + right, word)));
    }
  }
  return joined - tail.whole - head.whole;
}

/** For a text that only its likelihood is asked of. Texts asked about in a row often begin alike: what the last one has in common with it is known. */
let scratch = createTable(TABLE_PLACES);
let parsed = '';

/** ln of the probability of the likeliest words that `text` can be cut into. For short texts: words are looked for at each character. */
export function parseLikelihood(text: string): number {
  const folded = fold(text);
  const size = (folded.length + 1) * LONGEST_WORD;
  let known = 0;
  if (size > scratch.words.length) scratch = createTable(folded.length + 1);
  else {
    while (known < folded.length && known < parsed.length && folded.charCodeAt(known) === parsed.charCodeAt(known)) known += 1;
    scratch.words.fill(NOTHING, (known + 1) * LONGEST_WORD, size);
  }
  parsed = folded;
  return fillForward(folded, scratch, known);
}

/** ln of the probability of the word `text[start, end)`, `-Infinity` where it is none. `text` is folded, and `code`, too, which stands for the character at `at`. */
export function wordLikelihood(text: string, start: number, end: number, at = -1, code = 0): number {
  const word = wordAt(text, start, end, at, code);
  return word < 0 ? -Infinity : oddsOfWord(word);
}

/** The same of the word of two characters with these codes. */
export function pairLikelihood(left: number, right: number): number {
  const word = wordOf(left, right);
  return word < 0 ? -Infinity : oddsOfWord(word);
}

function bestBefore(words: Int32Array, odds: Float64Array, end: number, word: number): number {
  let best = -Infinity;
  for (let at = end * LONGEST_WORD; at < (end + 1) * LONGEST_WORD; at += 1) {
    const before = words[at] ?? NOTHING;
    if (before !== NOTHING) best = Math.max(best, (odds[at] ?? 0) + oddsBehind(before, word));
  }
  return best;
}

function bestBehind(words: Int32Array, odds: Float64Array, start: number, word: number): number {
  let best = -Infinity;
  for (let at = start * LONGEST_WORD; at < (start + 1) * LONGEST_WORD; at += 1) {
    const behind = words[at] ?? NOTHING;
    if (behind !== NOTHING) best = Math.max(best, (odds[at] ?? 0) + oddsBehind(word, behind));
  }
  return best;
}

export { areNeighbours, charLikelihood, LONGEST_WORD, tailLikelihood } from './language-model.js';
export { lookAlikesOf, type LookAlike, type Mistake } from './look-alikes.js';
