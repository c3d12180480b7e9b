import type { Tokens } from '@wenliu/contracts';

/**
 * Cuts text into words, each with a part-of-speech tag of jieba's set (`n`, `nr`, `ns`, `nt`, `v`, `x`, …).
 *
 * Promises, for any string (lone surrogates, NUL, control characters, a megabyte without punctuation):
 * - the lengths (UTF-16 units, each at least 1) add up to `text.length`, and there is one tag for each;
 * - no token ends inside a surrogate pair;
 * - the same text gives the same tokens;
 * - a word of the user dictionary is kept whole where the built-in dictionary would cut it in two;
 * - it never throws because of the text. It is synchronous: a caller that must stay responsive runs it in a worker thread.
 */
export abstract class Segmenter {
  /** The package that does the work. */
  abstract readonly name: SegmenterName;
  /** `jieba`, or `jieba+user:` and the first 8 digits of the user dictionary's sha-256. */
  abstract readonly dictionary: string;

  abstract segment(text: string): Tokens;
}

export const SEGMENTER_NAMES = ['nodejs-jieba', 'node-rs-jieba'] as const;
export type SegmenterName = (typeof SEGMENTER_NAMES)[number];
