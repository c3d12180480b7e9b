import { describe, expect, it } from '@jest/globals';
import { dropsSince, toAccepted } from './accepted.js';
import { Tally } from './measures.js';

const scores = (lines: number, title: number) => ({ pages: 1, scores: { lines, title } });

describe('dropsSince', () => {
  it.each([
    ['less', scores(0.9, 0.88), ['title']],
    ['just a point less', scores(0.9, 0.89), []],
    ['more', scores(0.95, 0.9), []],
    ['both less', scores(0.5, 0.5), ['lines', 'title']],
  ])('names the measures that are %s', (_, now, expected) => {
    expect(dropsSince(scores(0.9, 0.9), now).map(({ measure }) => measure)).toEqual(expected);
  });

  it('takes a measure that is gone for 0', () => {
    expect(dropsSince(scores(0.9, 0.9), { pages: 1, scores: { lines: 0.9 } })).toEqual([{ measure: 'title', before: 0.9, now: 0 }]);
  });
});

describe('toAccepted', () => {
  it('writes F1 with three digits, of what was measured only', () => {
    const tally = new Tally();
    tally.add('authors', { hit: 2, given: 3, expected: 4 });
    expect(toAccepted(7, tally)).toEqual({ pages: 7, scores: { authors: 0.571 } });
  });
});
