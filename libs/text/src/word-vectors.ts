import { readFileSync } from 'node:fs';
import { foldChar } from './fold.js';
import { languageModel, LONGEST_WORD } from './language-model.js';
import { mayStandTogether, rankOfKey, type WordTable } from './unpack-model.js';

/** Numbers that say what a text is about. */
export const SUBJECT_SIZE = 64;
/** A byte for the largest number of a word, in 256ths, then half a byte for each, from -7 to 7 of it. */
const HALF = SUBJECT_SIZE / 2;
const BYTES = 1 + HALF;
const STEPS = 7;
const NAUGHT = 8;
/** Two numbers are added as one, the second times this, which the sum of the first does not reach within so many words. */
const SECOND = 2 ** 26;
const MOST_WORDS = 2 ** 13;
/** By byte, both of its numbers. */
const BOTH = Float64Array.from({ length: 256 }, (_, byte) => (byte & 15) + (byte >> 4) * SECOND);
const sums = new Float64Array(HALF);

/** Of the text that is read: its characters, folded (each is looked at several times, which of a string would cost more), and the ranks of its words. */
let codes = new Uint16Array(1024);
let words = new Int32Array(1024);

let vectors: Uint8Array | null = null;

/** Read when first asked for. By the rank of the word in the language model; the rarest have none. */
function load(): Uint8Array {
  return readFileSync(new URL('../data/word-vectors.bin', import.meta.url));
}

/**
 * What the words of `text` are about, as `SUBJECT_SIZE` numbers, in `subject` from `at` on. The smaller the angle between those of two texts, or
 * between sums of them, the likelier they are of one subject. Words are the longest that fit, from the beginning on; after 8,192 of them no more
 * are read.
 */
export function subjectOf(text: string, subject = new Float32Array(SUBJECT_SIZE), at = 0): Float32Array {
  const bytes = (vectors ??= load());
  const count = readWords(text);
  sums.fill(0);
  let steps = 0;
  let added = 0;
  for (let i = 0; i < count && added < MOST_WORDS; i += 1) {
    const vector = (words[i] ?? 0) * BYTES;
    const step = bytes[vector] ?? 0;
    // Past the last word there is nothing to add.
    if (step === 0) continue;
    steps += step;
    added += 1;
    for (let k = 0; k < HALF; k += 1) sums[k] = (sums[k] ?? 0) + (BOTH[bytes[vector + 1 + k] ?? 0] ?? 0) * step;
  }
  return unpack(steps, subject, at);
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

/** The sums of numbers that stand for steps from -8 on. */
function unpack(steps: number, subject: Float32Array, at: number): Float32Array {
  for (let i = 0; i < HALF; i += 1) {
    const both = sums[i] ?? 0;
    const second = Math.floor(both / SECOND);
    subject[at + 2 * i] = (both - second * SECOND - NAUGHT * steps) / (256 * STEPS);
    subject[at + 2 * i + 1] = (second - NAUGHT * steps) / (256 * STEPS);
  }
  return subject;
}
