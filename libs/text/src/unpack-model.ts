/** Slots of the tables, in open addressing. */
const WORD_SLOTS = 1 << 19;
const PAIR_SLOTS = 1 << 20;
const NEIGHBOUR_BITS = 23;
/** Steps of what is kept in a byte; `tools/language-model/src/pack.ts` tells of the form. */
const ODDS_STEPS = 12;
const BACK_OFF_STEPS = 24;
/** ln of the probability of a character that is no word by itself, about that of the rarest words. */
export const UNKNOWN = -20;

/** Words, and pairs of words, as they are counted in texts; probabilities are natural logarithms. */
export interface LanguageModel {
  words: WordTable;
  pairs: PairTable;
  /** By rank: ln of the probability, and of what it is multiplied by for words not counted behind this one. */
  odds: Float32Array;
  backOffs: Float32Array;
  /** ln of how much of all text is this character, by its code. */
  chars: Float32Array;
  /** ln of how much of all text is words that end with this character and begin with another. */
  tails: Float32Array;
  /** One bit for each two characters that stand side by side in a word or between two words of a pair, by a hash: 1 in 20 others has one, too. */
  neighbours: Uint32Array;
}

/** Words by their characters. */
export interface WordTable {
  /** By slot 8 bits of the hash, 0 where there is none: most of what is asked for is no word, and that is all there is to look at. */
  tags: Uint8Array;
  /** By slot the rank. */
  ranks: Int32Array;
  /** By rank, two times two characters: common words lie side by side, and what is asked for is mostly one of them. */
  keys: Int32Array;
  /** By code the rank plus one of words of one character. */
  singles: Int32Array;
}

/** Pairs of ranks by 20 bits of one hash and 32 of another: about one false pair in 10⁹ questions. */
export interface PairTable {
  marks: Int32Array;
  /** -ln of the probability behind the first, in steps. */
  steps: Uint8Array;
  /** By rank, whether the word stands first or second in any pair: most do in none, and need not be looked up. */
  leads: Uint8Array;
  follows: Uint8Array;
}

/** Reads what `tools/language-model` wrote. Each thread that asks for words does so first, so no strings are made of them. */
export function unpackModel(bytes: Uint8Array): LanguageModel {
  const reader = new Reader(bytes);
  const count = reader.number();
  const odds = new Float32Array(count);
  const backOffs = new Float32Array(count);
  const words: WordTable = { tags: new Uint8Array(WORD_SLOTS), ranks: new Int32Array(WORD_SLOTS), keys: new Int32Array(2 * count), singles: new Int32Array(0x10000) };
  const chars = new Float32Array(0x10000);
  const tails = new Float32Array(0x10000);
  const heads = new Uint16Array(count);
  const ends = new Uint16Array(count);
  const neighbours = new Uint32Array(1 << (NEIGHBOUR_BITS - 5));
  let printed = 0;
  for (let rank = 0; rank < count; rank += 1) {
    const codes = reader.codes();
    const length = codes.length;
    const end = codes[length - 1] ?? 0;
    const share = Math.exp((odds[rank] = Math.fround(-reader.byte() / ODDS_STEPS)));
    backOffs[rank] = (reader.byte() - 128) / BACK_OFF_STEPS;
    insertWord(words, codes, rank);
    for (let i = 0; i < length; i += 1) add(chars, codes[i] ?? 0, share);
    for (let i = 1; i < length; i += 1) markNeighbours(neighbours, codes[i - 1] ?? 0, codes[i] ?? 0);
    if (length > 1) add(tails, end, share);
    printed += share * length;
    heads[rank] = codes[0] ?? 0;
    ends[rank] = end;
  }
  for (let code = 0; code < chars.length; code += 1) {
    chars[code] = Math.max(UNKNOWN, Math.log((chars[code] ?? 0) / printed));
    tails[code] = Math.max(UNKNOWN, Math.log(tails[code] ?? 0));
  }
  const pairs: PairTable = { marks: new Int32Array(PAIR_SLOTS), steps: new Uint8Array(PAIR_SLOTS), leads: new Uint8Array(count), follows: new Uint8Array(count) };
  for (let before = 0; before < count; before += 1) {
    let after = 0;
    for (let left = reader.number(); left > 0; left -= 1) {
      after += reader.number();
      const slot = slotOfPair(pairs, before, after);
      pairs.marks[slot] = markOf(before, after);
      const steps = reader.byte();
      pairs.steps[slot] = steps;
      if (-steps / ODDS_STEPS > (odds[after] ?? 0)) markNeighbours(neighbours, ends[before] ?? 0, heads[after] ?? 0);
      pairs.leads[before] = 1;
      pairs.follows[after] = 1;
    }
  }
  return { words, pairs, odds, backOffs, neighbours, chars, tails };
}

class Reader {
  #at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.#at++] ?? 0;
  }

  /** LEB128. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = this.byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
  }

  /** The codes of a word's characters. */
  codes(): number[] {
    const codes: number[] = [];
    for (let left = this.number(); left > 0; left -= 1) codes.push(this.byte() | (this.byte() << 8));
    return codes;
  }
}

function add(sums: Float32Array, code: number, share: number): void {
  sums[code] = (sums[code] ?? 0) + share;
}

function insertWord({ tags, ranks, keys, singles }: WordTable, codes: readonly number[], rank: number): void {
  const [one = 0, two = 0, three = 0, four = 0] = codes;
  if (codes.length === 1) singles[one] = rank + 1;
  const first = (one << 16) | two;
  const last = (three << 16) | four;
  const hash = mixed(first, last);
  let slot = hash & (WORD_SLOTS - 1);
  while (tags[slot] !== 0) slot = (slot + 1) & (WORD_SLOTS - 1);
  tags[slot] = tagOf(hash);
  ranks[slot] = rank;
  keys[2 * rank] = first;
  keys[2 * rank + 1] = last;
}

function tagOf(hash: number): number {
  return hash >>> 24 || 1;
}

/** The two characters from `start` on as one number; `code` stands for the one at `at`. */
function packed(text: string, start: number, end: number, at = -1, code = 0): number {
  if (start >= end) return 0;
  const left = start === at ? code : text.charCodeAt(start);
  const right = start + 1 === at ? code : text.charCodeAt(start + 1);
  return (left << 16) | (start + 1 < end ? right : 0);
}

function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Never 0, which marks an empty slot. */
function markOf(before: number, after: number): number {
  const mark = mixed(after, before ^ 0x5bd1e995);
  return mark === 0 ? 1 : mark;
}

/** Where the pair stands, or the empty slot where it would. */
function slotOfPair({ marks }: PairTable, before: number, after: number): number {
  const mark = markOf(before, after);
  let slot = mixed(before, after) & (PAIR_SLOTS - 1);
  while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) & (PAIR_SLOTS - 1);
  return slot;
}

/** ln of the probability of `after` behind `before`, or 0 where the pair was not counted. */
export function oddsOfPair(pairs: PairTable, before: number, after: number): number {
  if (pairs.leads[before] !== 1 || pairs.follows[after] !== 1) return 0;
  const slot = slotOfPair(pairs, before, after);
  return -(pairs.steps[slot] ?? 0) / ODDS_STEPS;
}

function bitOf(before: number, after: number): number {
  return mixed(before, after) >>> (32 - NEIGHBOUR_BITS);
}

function markNeighbours(neighbours: Uint32Array, before: number, after: number): void {
  const bit = bitOf(before, after);
  neighbours[bit >>> 5] = (neighbours[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Whether the two characters, by their codes, may stand side by side in a word or between two words of a pair. */
export function mayStandTogether(neighbours: Uint32Array, before: number, after: number): boolean {
  const bit = bitOf(before, after);
  return ((neighbours[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** The rank of the word `text[start, end)` with `code` in the place of the character at `at`, 0 for the commonest, or -1. */
export function rankOf(words: WordTable, text: string, start: number, end: number, at = -1, code = 0): number {
  if (end - start === 1) return (words.singles[start === at ? code : text.charCodeAt(start)] ?? 0) - 1;
  return rankOfKey(words, packed(text, start, end, at, code), packed(text, start + 2, end, at, code));
}

/** The same for a word of two or more by its characters, two and two in a number. */
export function rankOfKey({ tags, ranks, keys }: WordTable, first: number, last: number): number {
  const hash = mixed(first, last);
  const tag = tagOf(hash);
  for (let slot = hash & (WORD_SLOTS - 1); tags[slot] !== 0; slot = (slot + 1) & (WORD_SLOTS - 1)) {
    if (tags[slot] !== tag) continue;
    const rank = ranks[slot] ?? 0;
    if (keys[2 * rank] === first && keys[2 * rank + 1] === last) return rank;
  }
  return -1;
}
