import { fold } from './fold.js';
import { WORDS, WORDS_COUNTED } from './words.generated.js';

/** The longest word the table knows. */
export const LONGEST_WORD = 4;

const TOTAL = Math.log(WORDS_COUNTED);
/** A character that is no word by itself counts as one that was seen less than once. */
const UNKNOWN = -TOTAL - 1;

/** Words by the hash of their characters, in open addressing. 32 bits of hash for 80,000 words: about one false word in 10⁸ questions. */
const SLOTS = 1 << 18;
/** For texts as short as they mostly are. */
const BUFFER = new Float64Array(32);

interface Table {
  hashes: Int32Array;
  powers: Uint8Array;
  /** ln of how much of all text is this character, by its code. */
  chars: Float32Array;
  /** ln of how much of all text is words that end with this character and begin with another. */
  tails: Float32Array;
}

let table: Table | null = null;

/** Built when first asked for: most threads that know `@wenliu/text` never do. */
function load(): Table {
  const hashes = new Int32Array(SLOTS);
  const powers = new Uint8Array(SLOTS);
  const chars = new Float32Array(0x10000);
  const tails = new Float32Array(0x10000);
  let printed = 0;
  for (const [length, power, row] of WORDS) {
    const share = 2 ** power / WORDS_COUNTED;
    for (let at = 0; at < row.length; at += length) {
      const hash = hashOf(row, at, at + length);
      let slot = hash & (SLOTS - 1);
      while (hashes[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      hashes[slot] = hash;
      powers[slot] = power;
      for (let i = at; i < at + length; i += 1) add(chars, row.charCodeAt(i), share);
      if (length > 1) add(tails, row.charCodeAt(at + length - 1), share);
      printed += share * length;
    }
  }
  for (let code = 0; code < 0x10000; code += 1) {
    chars[code] = (chars[code] ?? 0) > 0 ? Math.log((chars[code] ?? 0) / printed) : UNKNOWN;
    tails[code] = (tails[code] ?? 0) > 0 ? Math.log(tails[code] ?? 0) : UNKNOWN;
  }
  return { hashes, powers, chars, tails };
}

function add(sums: Float32Array, code: number, share: number): void {
  sums[code] = (sums[code] ?? 0) + share;
}

/** Never 0, which marks an empty slot. */
function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash === 0 ? 1 : hash;
}

/** ln of the probability of the word `text[start, end)`, `-Infinity` where it is none of the 80,000 known. `text` is folded. */
export function wordLikelihood(text: string, start: number, end: number): number {
  table ??= load();
  const { hashes, powers } = table;
  const hash = hashOf(text, start, end);
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const found = hashes[slot];
    if (found === 0) return -Infinity;
    if (found === hash) return (powers[slot] ?? 0) * Math.LN2 - TOTAL;
  }
}

/** ln of how much of all text is this character. */
export function charLikelihood(code: number): number {
  table ??= load();
  return table.chars[code] ?? UNKNOWN;
}

/** ln of how much of all text is words of two or more characters that end with this one. */
export function tailLikelihood(code: number): number {
  table ??= load();
  return table.tails[code] ?? UNKNOWN;
}

/** ln of the probability of the likeliest words that `text` can be cut into. For short texts: words are looked for at each character. */
export function parseLikelihood(text: string): number {
  const folded = fold(text);
  const best = folded.length < BUFFER.length ? BUFFER : new Float64Array(folded.length + 1);
  best[0] = 0;
  for (let end = 1; end <= folded.length; end += 1) {
    let likeliest = (best[end - 1] ?? 0) + Math.max(UNKNOWN, wordLikelihood(folded, end - 1, end));
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start += 1) {
      likeliest = Math.max(likeliest, (best[start] ?? 0) + wordLikelihood(folded, start, end));
    }
    best[end] = likeliest;
  }
  return best[folded.length] ?? 0;
}
