import { describe, expect, it } from '@jest/globals';
import { columnOdds, isForbidden, openingOdds, periodsOf } from './columns.js';
import type { Layout } from './layout.js';
import { readLines } from './page-line.js';

const LAYOUT: Layout = { wrap: 10, columns: new Map(), indents: true, leading: 0, blanksAreRare: true };

function odds(source: readonly string[], end: 'cut' | 'closed', layout = LAYOUT): number {
  const [a, b] = readLines(source);
  if (a === undefined || b === undefined) throw new Error('two lines are needed');
  return columnOdds(layout, a, b, end, b.number === a.number + 1);
}

describe('columnOdds', () => {
  it('speaks for the line below, and against a paragraph that begins in mid-sentence', () => {
    expect(odds(['桥面换成了本地产的青', '石，桥墩补了七处。'], 'cut')).toBeGreaterThan(1);
    expect(odds(['桥面换成了本地产的青', '　　老船工收起缆绳。'], 'cut')).toBeLessThan(-3);
  });

  it('ends a paragraph where a line ends short of its column', () => {
    expect(odds(['桥修好了。', '石，桥墩补了七处。'], 'closed')).toBeLessThan(-3);
    expect(odds(['桥修好了。', '　　老船工收起缆绳。'], 'closed')).toBe(0);
  });

  it('lets verse go on', () => {
    expect(odds(['　　河水绕着桥', '　　走得很慢'], 'cut')).toBeGreaterThan(1);
    expect(odds(['　　河水绕着桥', '　　老船工收起了所有缆绳'], 'cut')).toBeLessThan(-1);
  });

  it('says nothing where a line is a paragraph', () => {
    expect(odds(['桥面换成了本地产的青', '　　老船工收起缆绳。'], 'cut', { ...LAYOUT, wrap: null })).toBe(0);
  });

  it('knows what cannot follow and what cannot open', () => {
    const [a, b, c] = readLines(['桥修好了。', '石，桥墩补了七处。', '　　老船工收起缆绳。']);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three lines are needed');
    expect(isForbidden(LAYOUT, a, b, 'closed')).toBe(true);
    expect(isForbidden(LAYOUT, a, c, 'closed')).toBe(false);
    expect(openingOdds(LAYOUT, b)).toBeLessThan(openingOdds(LAYOUT, c));
  });
});

describe('periodsOf', () => {
  it('finds how far below each line of columns that were read across goes on', () => {
    const across = periodsOf(30, (a, b) => (a < 18 && b === a + 3) || (a >= 18 && b === a + 1) ? 3 : -1);
    expect([...across.slice(2, 12)]).toEqual(Array(10).fill(3));
    expect([...across.slice(24)]).toEqual(Array(6).fill(1));
  });

  it('takes one column for one where words say little', () => {
    expect([...periodsOf(20, () => 0)]).toEqual(Array(20).fill(1));
  });
});
