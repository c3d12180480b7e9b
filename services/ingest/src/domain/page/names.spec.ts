import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const TEXT = [
  '青山县的渡口今年停了摆渡，老船工把缆绳收进屋里，说往后过河只走新桥，船就留给孩子们看。',
  '新桥长四百二十米，双向四车道，两岸的人过河只要三分钟，从前等一趟船要半个小时。',
];
const BEFORE = ['# 青山日报', '2024年10月16日　星期三　第3版', '城东小学添了新操场', '本报讯（记者 何平）10月15日，城东小学新操场正式启用，全校一千二百名学生在新操场上举行了秋季运动会。'];
const AFTER = ['河滨路夜市今起延时', '本报讯（记者 何平）记者昨日从市城管局获悉，河滨路夜市从今日起延长营业时间至凌晨一点，公交末班车推迟一小时。'];

/** The article about the ferry, on a page with two others. */
function read(...lines: readonly string[]) {
  const { drafts } = splitPage([...BEFORE, ...lines, ...AFTER].join('\n\n'), HINTS);
  expect(drafts).toHaveLength(3);
  const { title, byline, agency, captions } = drafts[1] ?? {};
  return { title, authors: byline?.authors.map(({ name }) => name), agency, captions };
}

describe('names on a page', () => {
  it.each([
    ['林见川 苏眉', ['林见川', '苏眉'], null],
    ['林见川、苏眉', ['林见川', '苏眉'], null],
    ['林见川　苏　眉　邓以宁', ['林见川', '苏眉', '邓以宁'], null],
    ['[英]约翰·史密斯', ['约翰·史密斯'], null],
    ['据新华社', [], '新华社'],
    ['本报编辑部', [], '本报'],
    ['本报综合', [], '本报'],
    ['综合新华社、青山日报报道', [], '新华社'],
    ['本版文/图 记者 林见川', ['林见川'], null],
    ['2024年10月16日 08:15　来源：青山网', [], '青山网'],
    ['邓小雨 徐 立 杨柳青', ['邓小雨', '徐立', '杨柳青'], null],
    ['〔记者林见川／台北报导〕', ['林见川'], null],
    ['青山县司法局 林见川', ['林见川'], null],
    ['林见川（青山）', ['林见川'], null],
    ['新青山·青山日报记者 林见川', ['林见川'], '本报'],
    ['澎湃新闻记者 林见川', ['林见川'], '澎湃新闻'],
    ['综合新华社报道', [], '新华社'],
    ['本报记者 林见川 文 苏眉 摄', ['林见川', '苏眉'], '本报'],
  ])('are read in %p over a text', (line, authors, agency) => {
    expect(read('渡口的船不走了', line, ...TEXT)).toEqual({ title: '渡口的船不走了', authors, agency, captions: [] });
  });

  it.each(['记者 林见川', '口林见川', '□ 林见川', '通讯员 林见川 文/图'])('are read in %p under a text, where the next has its own', (line) => {
    expect(read('渡口的船不走了', ...TEXT, line).authors).toEqual(['林见川']);
  });

  it.each([['来源：新华社', [], '新华社'], ['作者：林见川', ['林见川'], null], ['邓小雨（青山县退休教师）', ['邓小雨'], null]])('are read in %p under a text, where the next has none', (line, authors, agency) => {
    expect(read('渡口的船不走了', ...TEXT, line)).toMatchObject({ authors, agency });
  });

  it('takes names of those who wrote and who took pictures, in brackets, for no caption', () => {
    const [first = '', last = ''] = TEXT;
    expect(read('渡口的船不走了', first, `${last}（林见川 苏眉/文 邓以宁/图）`)).toMatchObject({ authors: ['林见川', '苏眉'], captions: [] });
  });

  it('takes the place and the year under an essay for neither text nor headline', () => {
    expect(read('渡口的船不走了', ...TEXT, '二〇二五年十月于青山')).toMatchObject({ title: '渡口的船不走了' });
  });

  it('leaves the source of a text to it, not to the next', () => {
    expect(read('渡口的船不走了', ...TEXT, '（转自“青山发布”微信公众号）')).toMatchObject({ agency: '青山发布' });
  });

  it('gives a reader the letter above his name', () => {
    expect(read('渡口的船不走了', ...TEXT, '读者　林先生').authors).toEqual(['林先生']);
  });

  it('takes two phrases for no names', () => {
    expect(read('渡口的船不走了', '江水清 河面宽', ...TEXT).authors).toEqual([]);
  });

  it('reads what a paragraph opens with though its stray blanks are dropped', () => {
    const [first = '', last = ''] = TEXT;
    expect(read('渡口的船不走了', `[青山时报记者 林见川 苏眉]${first}`, last).authors).toEqual(['林见川', '苏眉']);
  });
});
