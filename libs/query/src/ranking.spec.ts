import { describe, expect, it } from '@jest/globals';
import type { Query } from '@wenliu/contracts';
import { rankedAs, roundScore } from './ranking.js';

describe('roundScore', () => {
  it.each([
    [3.14159265, 3.1416],
    [0.001_04, 0.001],
    [2.345_678e-6, 2.3457e-6],
    [0, 0],
  ])('shows %d as %d', (score, shown) => {
    expect(roundScore(score)).toBeCloseTo(shown, 12);
  });

  it('keeps the order of scores, also where the digits change', () => {
    const scores = [0, 1e-11, 1e-6, 9.9999e-4, 9.999999999e-4, 1e-3, 1.00001e-3, 0.002, 1, 30];
    const rounded = scores.map(roundScore);
    expect(rounded).toEqual([...rounded].sort((a, b) => a - b));
  });

  it('makes one of sums that differ by the order they were added in', () => {
    expect(roundScore(0.1 + 0.2 + 0.3)).toBe(roundScore(0.3 + 0.2 + 0.1));
  });
});

describe('rankedAs', () => {
  const phrase = (text: string): Query => ({ kind: 'phrase', field: 'title', text });
  const near: Query = { kind: 'near', field: 'title', text: '企业 ， 出口', distance: 5 };

  it('ranks words near each other by the words', () => {
    expect(rankedAs(near)).toEqual({ kind: 'and', of: [phrase('企业'), phrase('出口')] });
    expect(rankedAs({ kind: 'or', of: [near, phrase('市场')] })).toEqual({ kind: 'or', of: [{ kind: 'and', of: [phrase('企业'), phrase('出口')] }, phrase('市场')] });
  });

  it('leaves alone what does not rank', () => {
    const query: Query = { kind: 'and', of: [phrase('市场'), { kind: 'not', of: near }] };
    expect(rankedAs(query)).toEqual(query);
  });
});
