import { describe, expect, it } from '@jest/globals';
import { markRanges, mergeRanges, occurrences, spansByParagraph } from './marks.js';

describe('marks', () => {
  it('joins ranges that overlap or touch and drops what lies outside', () => {
    const ranges = [{ start: 4, end: 6 }, { start: 0, end: 2 }, { start: 1, end: 3 }, { start: 6, end: 99 }, { start: 5, end: 5 }];
    expect(mergeRanges(ranges, 8)).toEqual([{ start: 0, end: 3 }, { start: 4, end: 8 }]);
  });

  it('loses no character', () => {
    const text = '海堰市第一人民医院';
    const pieces = markRanges(text, [{ start: 0, end: 3 }, { start: 5, end: 7 }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['海堰市', '人民']);
  });

  it('tells spans of the whole text apart by paragraph', () => {
    expect(spansByParagraph(['一二三', '四五'], [[1, 2], [4, 6]])).toEqual([
      [{ start: 1, end: 2 }],
      [{ start: 0, end: 2 }],
    ]);
  });

  it('cuts a span that crosses a paragraph end', () => {
    expect(spansByParagraph(['一二', '三四'], [[1, 4]])).toEqual([[{ start: 1, end: 2 }], [{ start: 0, end: 1 }]]);
  });

  it('finds a term everywhere, in the offsets of the joined text', () => {
    expect(occurrences(['春茶好', '采春茶'], '春茶')).toEqual([[0, 2], [5, 7]]);
    expect(occurrences(['春茶'], '')).toEqual([]);
  });
});
