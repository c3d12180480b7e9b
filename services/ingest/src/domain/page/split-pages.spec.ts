import { describe, expect, it } from '@jest/globals';
import { splitPages } from './split-pages.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const ONE = ['澜州日报　第１版　2024年6月14日', '渡口恢复摆渡', '　　本报讯（记者 车路）清江渡口昨天恢复摆渡，两岸村民不必再绕行三十里。'];
const TWO = ['澜州日报　第２版　2024年6月14日', '学校添了操场', '　　本报讯（记者 方河）城东小学的新操场昨天启用，跑道有二百米。'];

const split = (...lines: string[]) => splitPages(lines.join('\n'), HINTS);

describe('splitPages', () => {
  it('reads pages that follow each other in one text each by itself, and counts lines through', () => {
    const { drafts, roles, notes } = split(...ONE, '', ...TWO);
    expect(drafts.map(({ page, title, lines }) => ({ page, title, lines }))).toEqual([
      { page: '1', title: '渡口恢复摆渡', lines: [2, 3] },
      { page: '2', title: '学校添了操场', lines: [6, 7] },
    ]);
    expect(roles).toEqual(['masthead', null, null, 'blank', 'masthead', null, null]);
    expect(notes.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 2, 3, 5, 6, 7]));
    expect(notes.filter(({ article }) => article === 1).map(({ line }) => line)).toEqual([6, 7]);
    const [start, , line] = drafts[1]?.map[0] ?? [];
    expect([start, line]).toEqual([0, 7]);
  });

  it('takes a running head that repeats the number for no new page', () => {
    const { drafts } = split(...ONE, ONE[0] ?? '', '　　船票两元，学生免费，早晚各加一班。');
    expect(new Set(drafts.map(({ page }) => page))).toEqual(new Set(['1']));
  });

  it('does not part a list of pages of several days', () => {
    const { roles } = split('澜州日报　第１版　2024年6月14日', '澜州日报　第２版　2024年6月15日', '　　正文只有一段，说的是渡口。');
    expect(roles).toHaveLength(3);
  });
});
