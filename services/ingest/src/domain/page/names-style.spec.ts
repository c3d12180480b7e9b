import { describe, expect, it } from '@jest/globals';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来。';
const OTHER = '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐下来歇一歇脚。';
const styleOf = (lines: string[]) => viewPage(readLines(lines), false).names;

describe('styleOfNames', () => {
  it('finds names below headlines', () => {
    const style = styleOf(['渡口收起了缆绳', '本报记者 苏眉', TEXT, '公园添了长椅', '本报记者 林见川', OTHER]);
    expect(style.belowHeadline).toBe(true);
    expect(style.lead).toBeGreaterThan(1);
  });

  it('finds names above headlines', () => {
    const style = styleOf(['本报记者 苏眉', '渡口收起了缆绳', TEXT, '本报记者 林见川', '公园添了长椅', OTHER]);
    expect(style.belowHeadline).toBe(false);
    expect(style.lead).toBeGreaterThan(1);
  });

  it('finds names under the texts', () => {
    const style = styleOf(['渡口收起了缆绳', TEXT, '本报记者 苏眉', '公园添了长椅', OTHER, '本报记者 林见川']);
    expect(style.lead).toBeLessThan(-1);
  });
});
