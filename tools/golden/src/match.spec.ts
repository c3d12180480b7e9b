import { describe, expect, it } from '@jest/globals';
import { match } from './match.js';

const sets = (...articles: number[][]): Set<number>[] => articles.map((lines) => new Set(lines));

describe('match', () => {
  it('gives each article its best partner, and none twice', () => {
    expect(match(sets([1, 2, 3, 4], [5, 6]), sets([1, 2, 3, 4, 5], [6]))).toEqual([
      { gold: 0, found: 0, overlap: 0.8 },
      { gold: 1, found: 1, overlap: 0.5 },
    ]);
  });

  it('leaves alone what shares no line', () => {
    expect(match(sets([1, 2], []), sets([3], []))).toEqual([]);
  });
});
