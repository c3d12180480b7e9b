import { readFileSync } from 'node:fs';
import { fold } from './fold.js';
import { LONGEST_WORD, wordAt } from './language-model.js';

/** Numbers that say what a text is about. */
export const SUBJECT_SIZE = 64;
/** A byte for the largest number of a word, in 256ths, then half a byte for each, from -7 to 7 of it. */
const BYTES = 1 + SUBJECT_SIZE / 2;
const STEPS = 7;
const NAUGHT = 8;

let vectors: Uint8Array | null = null;

/** Read when first asked for. By the rank of the word in the language model; the rarest have none. */
function load(): Uint8Array {
  return readFileSync(new URL('../data/word-vectors.bin', import.meta.url));
}

/**
 * Adds what the words of `text` are about to `sum`, of `SUBJECT_SIZE` numbers. The smaller the angle between two sums, the likelier both
 * texts are of one subject. Words are the longest that fit, from the beginning on.
 */
export function addSubject(text: string, sum: Float32Array): void {
  vectors ??= load();
  const folded = fold(text);
  for (let start = 0; start < folded.length; ) {
    let end = Math.min(folded.length, start + LONGEST_WORD);
    let word = wordAt(folded, start, end);
    while (word < 0 && end > start + 1) word = wordAt(folded, start, (end -= 1));
    if (word >= 0) addWord(vectors, word * BYTES, sum);
    start = end;
  }
}

function addWord(bytes: Uint8Array, at: number, sum: Float32Array): void {
  const step = (bytes[at] ?? 0) / (256 * STEPS);
  // Past the last word there is nothing to add.
  if (step > 0) {
    for (let i = 0; i < SUBJECT_SIZE; i += 2) {
      const two = bytes[at + 1 + i / 2] ?? 0;
      sum[i] = (sum[i] ?? 0) + ((two & 15) - NAUGHT) * step;
      sum[i + 1] = (sum[i + 1] ?? 0) + ((two >> 4) - NAUGHT) * step;
    }
  }
}
