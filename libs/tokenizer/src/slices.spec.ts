import { describe, expect, it } from '@jest/globals';
import { MAX_SLICE_LENGTH, segmentInSlices, sliceEnd } from './slices.js';

const eachCharacter = (slice: string): { word: string; tag: string }[] => [...slice].map((word) => ({ word, tag: 'n' }));

function slicesOf(text: string): string[] {
  const slices: string[] = [];
  segmentInSlices(text, (slice) => {
    slices.push(slice);
    return eachCharacter(slice);
  });
  return slices;
}

describe('slices', () => {
  it('are at most 8,000 characters and make up the text', () => {
    const text = '文'.repeat(7_000) + '。' + '流'.repeat(20_000);
    const slices = slicesOf(text);
    expect(slices.map((slice) => slice.length)).toEqual([7_001, 8_000, 8_000, 4_000]);
    expect(slices.join('')).toBe(text);
  });

  it('end behind the last punctuation mark or line feed in reach', () => {
    for (const mark of ['\n', '。', '，', '、', '”']) {
      expect(sliceEnd('文'.repeat(100) + mark + '流'.repeat(MAX_SLICE_LENGTH), 0)).toBe(101);
    }
  });

  it('do not end at a decimal point', () => {
    expect(sliceEnd('3.5'.repeat(4_000), 0)).toBe(MAX_SLICE_LENGTH);
  });

  it('do not part a surrogate pair', () => {
    expect(sliceEnd('a' + '😀'.repeat(MAX_SLICE_LENGTH), 0)).toBe(MAX_SLICE_LENGTH - 1);
  });
});

describe('segmentInSlices', () => {
  it.each([
    ['drops a character', ['中']],
    ['adds a character', ['中', '国', '国']],
    ['gives nothing', []],
  ])('falls back to single characters where the native side %s', (_, words) => {
    expect(segmentInSlices('中国😀', () => words.map((word) => ({ word, tag: 'n' })))).toEqual({ lengths: [1, 1, 2], tags: ['x', 'x', 'x'] });
  });

  it('leaves out empty words and names the class of words without one', () => {
    const words = [{ word: '', tag: 'n' }, { word: '中国', tag: '' }];
    expect(segmentInSlices('中国', () => words)).toEqual({ lengths: [2], tags: ['x'] });
  });
});
