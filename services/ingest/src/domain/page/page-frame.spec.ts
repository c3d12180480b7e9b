import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const STORY = ['渡口收起了缆绳', '本报记者 苏眉', '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，来看的人反而多了。'];
const rolesOf = (...head: readonly string[]) => splitPage([...head, ...STORY].join('\n\n'), HINTS).roles.filter((_, i) => i % 2 === 0).slice(0, head.length);

describe('the head of a page', () => {
  it.each([
    ['临安湾报 2020年6月18日'],
    ['河阳日报 HEYANG DAILY', '2020年6月18日 星期四'],
    ['青禾报', '中共青禾县委机关报', '2020年6月18日'],
    ['青山日报', '各地', '2020年6月18日　星期四　13版'],
    ['文教　11', '2020年6月18日　星期四'],
    ['2020年6月18日　星期四', '国际·现场　7', '四海时报'],
    ['渡口每日电讯', '深观察·时评', '2020年6月18日　星期四　　5版'],
    ['青山日报', '2020年6月18日　星期四', '第27418号　今日12版　年度征订热线：022—2×××8185'],
    ['A06', '城事', '2020年6月18日 星期四'],
    ['青禾特区报', 'QINGHE TEQU BAO　　2020年6月18日　星期四　第11326号　今日8版　数字报：www.qinghe.example'],
    ['青山周末·副刊', '第2061期　周三出版', '2020年6月18日'],
  ])('is read down to its day: %p %p %p', (...head) => {
    expect(rolesOf(...head)).not.toContain(null);
  });

  it('is not looked for where no day is printed: a headline may be like the name of a paper', () => {
    expect(rolesOf('沿江两岸唱响乡音之声')).toEqual([null]);
  });

  it('gives the section and the number of the page to the articles', () => {
    const { drafts } = splitPage(['文教　11', '2020年6月18日　星期四', ...STORY].join('\n\n'), HINTS);
    expect(drafts).toMatchObject([{ section: '文教', page: '11', issueDate: '2020-06-18' }]);
  });

  it('gives the paper and its day to the articles', () => {
    const { drafts } = splitPage(['临安湾报 LINANWAN BAO', '2020年6月18日', ...STORY].join('\n\n'), HINTS);
    expect(drafts).toMatchObject([{ title: '渡口收起了缆绳', publication: '临安湾报', issueDate: '2020-06-18' }]);
  });
});
