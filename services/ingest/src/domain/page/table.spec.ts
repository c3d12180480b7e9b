import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const STORY = ['三处渡口客流下降', '本报记者 苏眉', '青山县三处渡口今年的客流都在下降，东渡少了三成，西渡少了一半，老船工说往后过河的人只走新桥。', '东渡的船工把缆绳收进屋里，西渡的船工转去看新桥，渡口的客流要到明年才算得清楚。'];
const ROWS = ['渡口　客流　同比', '东渡　1.2　-31%', '西渡　0.8　-52%', '南渡　0.6　-20%'];

/** The lines of each article, by index of what is handed in. */
function read(...lines: readonly string[]): number[][] {
  const { drafts } = splitPage(lines.join('\n'), HINTS);
  return drafts.map((draft) => draft.lines.map((line) => line - 1).sort((a, b) => a - b));
}

describe('a table', () => {
  it('is a piece of its own under its headline, whatever it tells of', () => {
    expect(read(...STORY, '三处渡口上半年客流', ...ROWS)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7, 8]]);
  });

  it('has its unit above', () => {
    expect(read(...STORY, '三处渡口上半年客流', '单位：万人、%', ...ROWS)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]);
  });

  it('has the day that it is of above', () => {
    expect(read(...STORY, '三处渡口上半年客流', '（截至6月30日）　　单位：万人、%', ...ROWS)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]);
  });

  it('is no deck of three parts over a report', () => {
    const [article] = splitPage(['集装箱船近海起火', '23名船员获救　2人失踪　海面出现4.5公里油带', `新华社青山6月24日电（记者 苏眉）${STORY[2] ?? ''}`].join('\n'), HINTS).drafts;
    expect(article?.subtitle).toBe('23名船员获救　2人失踪　海面出现4.5公里油带');
  });

  it('is no single row under a subhead', () => {
    expect(read(...STORY, '客流都去了新桥', '东渡　1.2　-31%', STORY[3] ?? '')).toHaveLength(1);
  });
});
