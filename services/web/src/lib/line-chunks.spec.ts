import { describe, expect, it } from '@jest/globals';
import { toChunks } from './line-chunks.js';

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
});
