import { describe, expect, it } from '@jest/globals';
import { formatLines, linesOfParagraphs, splitLines, toBlocks } from './page-lines.js';

describe('the lines of a page', () => {
  it('are counted whatever ends them', () => {
    expect(splitLines('一\r\n二\n\n三\n')).toEqual(['一', '二', '', '三']);
  });

  it('fall into blocks of one article', () => {
    const blocks = toBlocks(6, [
      { id: 'a', lines: [[1, 2], [5, 5]] },
      { id: 'b', lines: [[2, 3]] },
    ]);
    expect(blocks).toEqual([
      { owner: 'a', first: 1, last: 2 },
      { owner: 'b', first: 3, last: 3 },
      { owner: null, first: 4, last: 4 },
      { owner: 'a', first: 5, last: 5 },
      { owner: null, first: 6, last: 6 },
    ]);
  });

  it('do not grow by a range past the end', () => {
    expect(toBlocks(1, [{ id: 'a', lines: [[1, 9]] }])).toEqual([{ owner: 'a', first: 1, last: 1 }]);
  });

  it('are found for a paragraph, to the character', () => {
    const [first, second] = linesOfParagraphs(['一二三四', '五六'], [[0, 2, 3, 3], [2, 4, 7, 1], [5, 7, 7, 3]]);
    expect([...(first ?? [])]).toEqual([[3, [{ start: 2, end: 4 }]], [7, [{ start: 0, end: 2 }]]]);
    expect([...(second ?? [])]).toEqual([[7, [{ start: 2, end: 4 }]]]);
  });

  it('are written as ranges', () => {
    expect(formatLines([25, 6, 8, 7])).toBe('6–8, 25');
    expect(formatLines([])).toBe('');
  });
});
