import type { Model } from './model.js';

/**
 * The bytes that `libs/text/src/language-model.ts` reads. Numbers are LEB128 unless said otherwise; probabilities are one byte, -ln in steps of 1/12.
 *
 * 1. how many words; then for each its length in characters, its characters (UTF-16LE), its probability, its back-off weight (one
 *    byte, ln in steps of 1/24 from -128/24)
 * 2. for each word how many pairs; then for each the difference to the rank before, and its probability
 */
export function pack(model: Model): Buffer {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  };
  number(model.words.length);
  for (const { text, odds, backOff } of model.words) {
    number(text.length);
    for (let i = 0; i < text.length; i += 1) bytes.push(text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8);
    bytes.push(quantized(odds), Math.max(0, Math.min(255, Math.round(backOff * 24) + 128)));
  }
  for (const pairs of model.pairs) {
    number(pairs.size);
    let previous = 0;
    for (const [rank, odds] of [...pairs].sort(([a], [b]) => a - b)) {
      number(rank - previous);
      bytes.push(quantized(odds));
      previous = rank;
    }
  }
  return Buffer.from(bytes);
}

function quantized(odds: number): number {
  return Math.max(0, Math.min(255, Math.round(-odds * 12)));
}
