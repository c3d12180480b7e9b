import { readFileSync } from 'node:fs';
import { foldChar } from './fold.js';
import { languageModel, LONGEST_WORD } from './language-model.js';
import { mayStandTogether, rankOfKey, type WordTable } from './unpack-model.js';

/** Numbers that say what a text is about. */
export const SUBJECT_SIZE = 64;
/** In the file, a byte for the largest number of a word, in 256ths, then half a byte for each, from -7 to 7 of it. */
const BYTES = 1 + SUBJECT_SIZE / 2;
const STEPS = 7;
const NAUGHT = 8;
const MOST_WORDS = 2 ** 13;
/** Numbers in one of 32 bits; two of them at a time, with room for their sums over so many words. */
const PACKED = 8;
const TWO = 0x000f000f;
const MOST_IN_ROOM = 16;

/** By the rank of the word in the language model; the rarest have none. */
interface Vectors {
  steps: Uint8Array;
  numbers: Int32Array;
}

let vectors: Vectors | null = null;

/** Of the text that is read: its characters, folded (each is looked at several times, which of a string would cost more), and the ranks of its words. */
let codes = new Uint16Array(1024);
let words = new Int32Array(1024);
/** Of its words: sums of two numbers each, and those of each number. */
const pairs = new Int32Array(SUBJECT_SIZE / 2);
const sums = new Int32Array(SUBJECT_SIZE);

/** Read when first asked for. */
function load(): Vectors {
  const bytes = readFileSync(new URL('../data/word-vectors.bin', import.meta.url));
  const count = bytes.length / BYTES;
  const steps = Uint8Array.from({ length: count }, (_, rank) => bytes[rank * BYTES] ?? 0);
  const numbers = new Int32Array((count * SUBJECT_SIZE) / PACKED);
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = bytes.readInt32LE(i * 4 + Math.floor((i * PACKED) / SUBJECT_SIZE) + 1);
  return { steps, numbers };
}

/**
 * What the words of `text` are about, as `SUBJECT_SIZE` numbers, in `subject` from `at` on. The smaller the angle between those of two texts, or
 * between sums of them, the likelier they are of one subject. Words are the longest that fit, from the beginning on; after 8,192 of them no more
 * are read.
 */
export function subjectOf(text: string, subject = new Float32Array(SUBJECT_SIZE), at = 0): Float32Array {
  const { steps, numbers } = (vectors ??= load());
  const count = Math.min(MOST_WORDS, readWords(text));
  let sum = 0;
  let inRoom = 0;
  sums.fill(0);
  for (let i = 0; i < count; i += 1) {
    const word = words[i] ?? 0;
    const step = steps[word] ?? 0;
    // Past the last word there is nothing to add.
    if (step === 0) continue;
    addWord(numbers, word, step);
    sum += step;
    inRoom += 1;
    if (inRoom === MOST_IN_ROOM) {
      addPairs();
      inRoom = 0;
    }
  }
  addPairs();
  for (let i = 0; i < SUBJECT_SIZE; i += 1) subject[at + i] = ((sums[i] ?? 0) - NAUGHT * sum) / (256 * STEPS);
  return subject;
}

function addWord(numbers: Int32Array, word: number, step: number): void {
  const start = (word * SUBJECT_SIZE) / PACKED;
  for (let i = 0; i < PACKED; i += 1) {
    const eight = numbers[start + i] ?? 0;
    pairs[4 * i] = (pairs[4 * i] ?? 0) + Math.imul(eight & TWO, step);
    pairs[4 * i + 1] = (pairs[4 * i + 1] ?? 0) + Math.imul((eight >>> 4) & TWO, step);
    pairs[4 * i + 2] = (pairs[4 * i + 2] ?? 0) + Math.imul((eight >>> 8) & TWO, step);
    pairs[4 * i + 3] = (pairs[4 * i + 3] ?? 0) + Math.imul((eight >>> 12) & TWO, step);
  }
}

/** Adds the sums of pairs to those of each number, and begins anew. */
function addPairs(): void {
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[i] ?? 0;
    const first = i + (i & ~3);
    sums[first] = (sums[first] ?? 0) + (pair & 0xffff);
    sums[first + 4] = (sums[first + 4] ?? 0) + (pair >>> 16);
  }
  pairs.fill(0);
}

/** Fills `words`, and says how many there are. */
function readWords(text: string): number {
  const length = foldCodes(text);
  const model = languageModel();
  let count = 0;
  for (let start = 0; start < length; ) {
    const most = Math.min(length, start + LONGEST_WORD);
    let end = start + 1;
    while (end < most && mayStandTogether(model.neighbours, codes[end - 1] ?? 0, codes[end] ?? 0)) end += 1;
    let word = wordIn(model.words, start, end);
    while (word < 0 && end > start + 1) word = wordIn(model.words, start, (end -= 1));
    start = end;
    if (word >= 0) words[count++] = word;
  }
  return count;
}

/** Fills `codes`, and says how many there are. */
function foldCodes(text: string): number {
  if (text.length > codes.length) {
    codes = new Uint16Array(text.length);
    words = new Int32Array(text.length);
  }
  for (let i = 0; i < text.length; i += 1) codes[i] = foldChar(text.charCodeAt(i));
  return text.length;
}

function wordIn(table: WordTable, start: number, end: number): number {
  const one = codes[start] ?? 0;
  if (end === start + 1) return (table.singles[one] ?? 0) - 1;
  const three = end > start + 2 ? (codes[start + 2] ?? 0) : 0;
  return rankOfKey(table, (one << 16) | (codes[start + 1] ?? 0), (three << 16) | (end > start + 3 ? (codes[start + 3] ?? 0) : 0));
}
