import { describe, expect, it } from '@jest/globals';
import { toChunks, toStretches } from './line-chunks.js';

describe('the chunks of a page', () => {
  it('are of one article each, and of at most a hundred lines', () => {
    const chunks = toChunks(260, [{ id: 'a', lines: [[2, 251]] }]);
    expect(chunks.map(({ owner, first, last, isFirst }) => [owner, first, last, isFirst])).toEqual([
      [null, 1, 1, true],
      ['a', 2, 101, true],
      ['a', 102, 201, false],
      ['a', 202, 251, false],
      [null, 252, 260, true],
    ]);
    expect(chunks[2]?.block).toEqual({ first: 2, last: 251 });
  });

  it('are drawn by stretches that leave no line out', () => {
    const chunks = toChunks(450, [{ id: 'a', lines: [[2, 251]] }, { id: 'b', lines: [[300, 301]] }]);
    const stretches = toStretches(chunks);
    expect(stretches.map(({ first, last }) => [first, last])).toEqual([[1, 101], [102, 301], [302, 450]]);
    expect(stretches.flatMap((stretch) => stretch.chunks)).toEqual(chunks);
  });
});
