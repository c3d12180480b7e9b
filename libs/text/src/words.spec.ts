import { describe, expect, it } from '@jest/globals';
import { charLikelihood, parseLikelihood, tailLikelihood, wordLikelihood } from './words.js';

describe('words', () => {
  it('knows words, and how common they are', () => {
    expect(wordLikelihood('博物馆', 0, 3)).toBeLessThan(0);
    expect(wordLikelihood('我们', 0, 2)).toBeGreaterThan(wordLikelihood('博物馆', 0, 3));
    expect(wordLikelihood('馆缆', 0, 2)).toBe(-Infinity);
  });

  it('finds the likeliest words of a text, whatever the script', () => {
    const whole = parseLikelihood('信息技术');
    expect(whole).toBeGreaterThan(parseLikelihood('信息技') + parseLikelihood('术') + 5);
    expect(parseLikelihood('信息技術')).toBe(whole);
    expect(parseLikelihood('')).toBe(0);
  });

  it('knows characters, and those that end words', () => {
    expect(charLikelihood('的'.charCodeAt(0))).toBeGreaterThan(charLikelihood('缆'.charCodeAt(0)));
    expect(tailLikelihood('们'.charCodeAt(0))).toBeGreaterThan(tailLikelihood('缆'.charCodeAt(0)));
  });
});
