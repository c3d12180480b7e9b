import { describe, expect, it } from '@jest/globals';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';

const FERRY = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，孩子们来看的时候，他就讲一遍从前的事。';
const COLUMN = ['老船工把渡口的缆绳一圈圈收好，放', '进了博物馆送来的木箱里。他在渡口', '撑了四十年船，送过上学的孩子，也', '送过出嫁的姑娘，渡口的石阶被踩得', '发亮，下雨天也不滑。老船工说，渡'];

function oddsOf(line: string, lines: readonly string[]): number {
  const printed = readLines(lines);
  return viewPage(printed, false).headings[printed.findIndex(({ text }) => text === line)] ?? NaN;
}

describe('headingOdds', () => {
  it('takes what announces a list for no headline', () => {
    const list = ['▶ 新添木头长椅四十张', '▶ 种桂花树一百二十棵'];
    expect(oddsOf('《渡口改造三年行动方案》提出', [FERRY, '《渡口改造三年行动方案》提出', ...list])).toBeLessThan(0);
    expect(oddsOf('渡口改造三年行动方案出台', [FERRY, '渡口改造三年行动方案出台', ...list])).toBeGreaterThan(0);
  });

  it('takes two phrases of unequal length for a headline', () => {
    expect(oddsOf('守住渡口,全力以赴修新桥', [FERRY, '守住渡口,全力以赴修新桥', '区里走访老渡口', FERRY])).toBeGreaterThan(2);
  });

  it('takes a full line of a narrow column for no headline, where a word is broken at its edge', () => {
    expect(oddsOf('口没有了，船还在，缆绳也还在木箱', [...COLUMN, '口没有了，船还在，缆绳也还在木箱', '里。'])).toBeLessThan(0);
  });
});
