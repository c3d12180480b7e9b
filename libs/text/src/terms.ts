import { fold, foldChar } from './fold.js';

/** One character or word that matching looks at. `text` is folded, the offsets are those of the original. */
export interface Unit {
  text: string;
  start: number;
  end: number;
  isHan: boolean;
}

/** The units of a text, column by column: half a dozen times faster to make than objects. */
interface Scan {
  count: number;
  kinds: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

const IGNORED = 1;
const HAN = 2;
const WORD = 3;
/** Continues a word and starts none: accents typed as characters of their own, voicing marks of half-width kana. */
const MARK = 4;
/** A word with marks in it, composed before it is compared. */
const MARKED_WORD = 5;

const IS_HAN = /^[\p{Script=Han}--\p{P}]$/v;
// Letters and digits of every script but Han, so kana, hangul, Greek and Cyrillic make words as latin does. ①, ² and ½ are
// `No`: signs, not digits.
const IS_WORD = /^[\p{L}\p{Nd}\p{Nl}]$/v;
const IS_MARK = /^[\p{M}--\p{Variation_Selector}]$/v;

// Search engines cut longer tokens (Lucene at 255), and a cut moves every position after it.
const LONGEST_WORD = 128;

/** Kind of each code unit as it is folded; 0 is "not asked yet". */
const kinds = new Uint8Array(0x10000);

function classify(char: string): number {
  if (IS_HAN.test(char)) return HAN;
  if (IS_WORD.test(char)) return WORD;
  return IS_MARK.test(char) ? MARK : IGNORED;
}

/** Kind of the character that starts at `at`. A surrogate without its other half is ignored. */
function kindAt(text: string, at: number, code: number): number {
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  if (code >= 0xd800 && code <= 0xdbff) return classify(String.fromCodePoint(text.codePointAt(at) ?? code));
  return (kinds[code] = classify(String.fromCharCode(foldChar(code))));
}

function scan(text: string): Scan {
  const found: Scan = {
    count: 0,
    kinds: new Uint8Array(text.length),
    starts: new Uint32Array(text.length),
    ends: new Uint32Array(text.length),
  };
  let wordStart = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kindAt(text, at, code);
    const end = at + (code >= 0xd800 && code <= 0xdbff && kind !== IGNORED ? 2 : 1);
    const isWord = kind === WORD || (kind === MARK && wordStart >= 0);
    if (isWord && wordStart >= 0 && end - wordStart <= LONGEST_WORD) {
      found.ends[found.count - 1] = end;
      if (kind === MARK) found.kinds[found.count - 1] = MARKED_WORD;
      at = end;
      continue;
    }
    wordStart = isWord ? at : -1;
    if (isWord || kind === HAN) {
      found.kinds[found.count] = isWord ? WORD : HAN;
      found.starts[found.count] = at;
      found.ends[found.count] = end;
      found.count++;
    }
    at = end;
  }
  return found;
}

/** The text of one unit. `folded` is the folded text that was scanned. */
function textOf(folded: string, found: Scan, index: number): string {
  const text = folded.slice(found.starts[index], found.ends[index]);
  if (found.kinds[index] !== MARKED_WORD) return text;
  const composed = text.normalize('NFC');
  return composed.length > text.length ? text : composed;
}

/** Every unit of a text: a Han character, or a run of other letters and digits. All else is ignored. */
export function units(text: string): Unit[] {
  const found = scan(text);
  const folded = fold(text);
  const all: Unit[] = [];
  for (let index = 0; index < found.count; index++) {
    const start = found.starts[index] ?? 0;
    const end = found.ends[index] ?? 0;
    all.push({ text: textOf(folded, found, index), start, end, isHan: found.kinds[index] === HAN });
  }
  return all;
}

/** Appends a unit's text to `into` and returns where it ends. */
function write(into: Uint16Array, at: number, folded: string, found: Scan, index: number): number {
  if (found.kinds[index] === MARKED_WORD) {
    const text = textOf(folded, found, index);
    for (let i = 0; i < text.length; i++) into[at++] = text.charCodeAt(i);
    return at;
  }
  const end = found.ends[index] ?? 0;
  for (let i = found.starts[index] ?? 0; i < end; i++) into[at++] = folded.charCodeAt(i);
  return at;
}

/**
 * The terms of a document's text, parted by single spaces. Every unit has one position: a Han character before another
 * gives the pair, any other unit itself. Terms hold letters, digits and marks only; `wordMark`, at most one code unit, stands
 * before each that is a word, for engines that have to tell.
 */
export function termString(text: string, wordMark = ''): string {
  const found = scan(text);
  const folded = fold(text);
  // A character gives at most a pair and a space: two units and one, or four and one for a surrogate pair.
  const out = new Uint16Array(text.length * 4);
  let at = 0;
  for (let index = 0; index < found.count; index++) {
    const isHan = found.kinds[index] === HAN;
    if (!isHan && wordMark !== '') out[at++] = wordMark.charCodeAt(0);
    at = write(out, at, folded, found, index);
    const isPair = isHan && found.kinds[index + 1] === HAN;
    if (isPair) at = write(out, at, folded, found, index + 1);
    out[at++] = 0x20;
  }
  // Five times faster than TextDecoder and twenty times faster than String.fromCharCode on 3,600 codes.
  return Buffer.from(out.buffer, 0, 2 * Math.max(0, at - 1)).toString('utf16le');
}

/** The terms that stand next to each other wherever the phrase does. `prefix`: the last is the start of a term. */
export interface PhraseTerms {
  terms: string[];
  prefix: boolean;
}

/** A phrase found by these terms is found wherever its units follow each other, and nowhere else. */
export function phraseTerms(text: string, wordMark = ''): PhraseTerms {
  const terms = termString(text, wordMark).split(' ').filter((term) => term !== '');
  const [last, beforeLast] = units(text).slice(-2).reverse();
  if (last?.isHan !== true) return { terms, prefix: false };
  // The pair before it holds the last character already; alone it would only match where nothing Han follows.
  return beforeLast?.isHan === true ? { terms: terms.slice(0, -1), prefix: false } : { terms, prefix: true };
}
