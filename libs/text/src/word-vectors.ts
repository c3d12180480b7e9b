import { readFileSync } from 'node:fs';
import { fold } from './fold.js';
import { areNeighbours, LONGEST_WORD, wordAt } from './language-model.js';

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

let vectors: Uint8Array | null = null;

/** Read when first asked for. By the rank of the word in the language model; the rarest have none. */
function load(): Uint8Array {
  return readFileSync(new URL('../data/word-vectors.bin', import.meta.url));
}

/**
 * What the words of `text` are about, as `SUBJECT_SIZE` numbers. The smaller the angle between those of two texts, or between sums of them,
 * the likelier they are of one subject. Words are the longest that fit, from the beginning on; after 8,192 of them no more are read.
 */
export function subjectOf(text: string): Float32Array {
  const bytes = (vectors ??= load());
  const folded = fold(text);
  sums.fill(0);
  let steps = 0;
  let words = 0;
  for (let start = 0; start < folded.length && words < MOST_WORDS; ) {
    const most = Math.min(folded.length, start + LONGEST_WORD);
    let end = start + 1;
    while (end < most && areNeighbours(folded.charCodeAt(end - 1), folded.charCodeAt(end))) end += 1;
    let word = wordAt(folded, start, end);
    while (word < 0 && end > start + 1) word = wordAt(folded, start, (end -= 1));
    start = end;
    const at = word * BYTES;
    const step = word < 0 ? 0 : (bytes[at] ?? 0);
    // Past the last word there is nothing to add.
    if (step === 0) continue;
    steps += step;
    words += 1;
    for (let i = 0; i < HALF; i += 1) sums[i] = (sums[i] ?? 0) + (BOTH[bytes[at + 1 + i] ?? 0] ?? 0) * step;
  }
  return unpacked(steps);
}

/** The sums of numbers that stand for steps from -8 on. */
function unpacked(steps: number): Float32Array {
  const subject = new Float32Array(SUBJECT_SIZE);
  for (let i = 0; i < HALF; i += 1) {
    const both = sums[i] ?? 0;
    const second = Math.floor(both / SECOND);
    subject[2 * i] = (both - second * SECOND - NAUGHT * steps) / (256 * STEPS);
    subject[2 * i + 1] = (second - NAUGHT * steps) / (256 * STEPS);
  }
  return subject;
}
