import { describe, expect, it } from '@jest/globals';
import { emptyChain, link, type Chain } from './chain.js';
import { createSubjects } from './subject.js';

describe('createSubjects', () => {
  const subjects = createSubjects(['稻田里的秧苗已经返青', '农民给麦地追了一次肥', '球队在加时赛中扳平比分', '2024 12:30', '前锋头球破门']);
  const textOf = (...lines: number[]): Chain => lines.reduce(link, emptyChain());
  const fields = textOf(0, 1);

  it('finds lines of one subject more alike than those of two, a line at a time or many', () => {
    expect(subjects.likeness(2, textOf(4))).toBeGreaterThan(subjects.likeness(2, fields));
    expect(subjects.likenessOf(textOf(0), textOf(1))).toBeGreaterThan(subjects.likenessOf(textOf(0), textOf(2, 4)));
  });

  it('knows a text line by line as it knows all its lines at once', () => {
    subjects.likeness(2, fields);
    const more = link(fields, 4);
    expect(subjects.likeness(2, more)).toBeCloseTo(subjects.likeness(2, textOf(0, 1, 4)), 5);
  });

  it('says nothing of what has no words', () => {
    expect(subjects.likeness(3, fields)).toBe(0);
    expect(subjects.likeness(0, textOf())).toBe(0);
  });
});
