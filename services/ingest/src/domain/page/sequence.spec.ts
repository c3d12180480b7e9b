import { describe, expect, it } from '@jest/globals';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { oddsOfSequence } from './sequence.js';

const oddsOf = (lines: readonly string[]): number => oddsOfSequence(viewPage(readLines(lines), false), [], lines.length - 2, lines.length - 1);

describe('oddsOfSequence', () => {
  it('speaks for a paragraph that begins as the one above it', () => {
    expect(oddsOf(['守好渡口，贵在一个“实”字。', '守好渡口，难在一个“恒”字。'])).toBeGreaterThan(0);
    expect(oddsOf(['过河，先要看水情。', '过河，还要看船。'])).toBeGreaterThan(0);
    expect(oddsOf(['守好渡口，贵在一个“实”字。', '新桥通车，难在一个“恒”字。'])).toBe(0);
  });

  it('speaks for the first question below what tells of an interview', () => {
    expect(oddsOf(['老船工昨天接受了本报记者的专访。', '青山日报：渡口还开吗？'])).toBeGreaterThan(0);
    expect(oddsOf(['老船工昨天收起了缆绳。', '青山日报：渡口还开吗？'])).toBe(0);
  });

  it('speaks for the next row of a table, also below the rule under its head', () => {
    const rows = ['| 渡口 | 班次 |', '| 东渡 | 12 |'];
    expect(oddsOf(rows)).toBeGreaterThan(0);
    expect(oddsOfSequence(viewPage(readLines([rows[0] ?? '', '|---|---|', rows[1] ?? '']), false), [], 0, 2)).toBeGreaterThan(0);
  });
});
