import { describe, expect, it } from '@jest/globals';
import { fitWidth } from './fit-width.js';

describe('fitWidth', () => {
  it.each([
    ['ab', 4, 'ab  '],
    ['中文', 4, '中文'],
    ['中文', 5, '中文 '],
    ['中文字', 4, '中… '],
    ['a中文', 4, 'a中…'],
    ['　　段落', 6, '　　… '],
    ['', 2, '  '],
  ])('fits %j into %i columns, two for a Chinese character', (text, columns, fitted) => {
    expect(fitWidth(text, columns)).toBe(fitted);
  });

  it('never cuts a character that is made of several', () => {
    expect(fitWidth('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
  });
});
