import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[], hints = NO_HINTS) => splitPage(lines.join('\n'), hints);

const WRAPPED = [
  '青山晚报',
  '2025年6月18日　星期三',
  '03版　民　生',
  '责任编辑：林见川',
  '',
  '新桥通车第一天',
  '老渡口的船，今天歇了',
  '本报记者 苏眉 通讯员 邓以宁',
  '　　清晨五点，渡口的灯照例亮了，却没有人来坐',
  '船。老船工把缆绳一圈圈收好，放进博物馆送来的',
  '木箱里。',
  '　　“水还是那条水。”他说，“路换了个走法，人',
  '还得过河。”',
  '老船工收起缆绳。（苏眉 摄）',
  '',
  '县城添了三座口袋公园',
  '　　本报讯（记者 林见川）昨日，位于老城墙根的',
  '三座口袋公园同时开放，总面积不到两个篮球场，',
  '却种下了四十种本地草木。',
];

/** A column's last line before a picture. */
const CUT = '这座老桥修了三年，桥面换成了本地产的青石，桥墩补了七处，桥头的石狮子洗去了墨迹，只有桥栏';

describe('splitPage', () => {
  it('leaves rows of a table and entries of a list each by itself, without a full stop', () => {
    const list = ['青山渡　　三级　　每日12班', '河口渡　　二级　　每日8班', '老城渡　　二级　　每日6班', '石桥渡　　停用'];
    const opening = ['　　本报讯（记者 苏眉）昨日，青山县新桥通车，县里的渡口从此只剩下四座，每座的等级和班次都印在船票背后。', '　　青山县交通局说，四座渡口的班次如下：'];
    const { drafts } = split(['新桥通车第一天', '', ...opening.flatMap((line) => [line, '']), ...list, '', '　　老船工说，桥是好桥，他还是想坐一回船，县里的渡口他都记得。']);
    expect(drafts.map(({ paragraphs }) => paragraphs.slice(2, 6))).toEqual([list]);
    expect(drafts[0]?.complete).toBe(true);
  });

  it('reads names in brackets that the column broke', () => {
    const columns = ['　　本报讯（记者 林见川', '苏眉 通讯员 邓以宁）清晨', '五点，渡口的灯照例亮了，却', '没有人来坐船。老船工把缆绳', '一圈圈收好，放进博物馆送来', '的木箱里，说水还是那条水。'];
    const { drafts } = split(['新桥通车第一天', ...columns]);
    expect(drafts[0]?.byline.authors.map(({ name }) => name)).toEqual(['林见川', '苏眉', '邓以宁']);
    expect(drafts[0]?.paragraphs[0]).toContain('（记者 林见川 苏眉 通讯员 邓以宁）清晨');
  });

  it('goes on with an interview by who speaks, also where answers lost their ends', () => {
    const turns = ['青山晚报：您在渡口撑了多少年船？', '林见川：四十年。那时候桥还没有影子，一天要过河两百多回，最忙的是开学那几天，船上坐的全是', '青山晚报：新桥通车以后呢？', '林见川：船停了，人没有停。我每天还是到渡口来，给来看船的孩子们讲从前的事，讲缆绳怎么收，讲'];
    const report = ['县城添了三座口袋公园', '本报讯（记者 苏眉）昨日，位于老城墙根的三座口袋公园同时开放，总面积不到两个篮球场，却种下了四十种本地草木。'];
    const rest = ['“船是渡口的眼睛”', '青山晚报：以后谁来收缆绳？', '林见川：总有人收。我教了两个徒弟，一个会打结，一个会看水，加起来就是一个船工。'];
    const { drafts } = split(['对话最后的船工', '本报记者 邓以宁', ...turns, ...report, ...rest].flatMap((line) => [line, '']));
    expect(drafts.map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([['对话最后的船工', 7], ['县城添了三座口袋公园', 1]]);
  });

  it('leaves out the last row of a column that is printed again by itself', () => {
    const text = ['本报讯（记者 苏眉）昨日，青山县新桥通车，老船工把缆绳一圈圈收好，放进博物馆送来的木箱里。', '木箱里。', '县里的渡口从此只剩下四座，每座的等级和班次都印在船票背后，老船工都记得。'];
    const { drafts } = split(['新桥通车第一天', ...text].flatMap((line) => [line, '']));
    expect(drafts.map(({ paragraphs }) => paragraphs)).toEqual([[text[0], text[2]]]);
    expect(drafts[0]?.repairs).toMatchObject([{ reason: 'doubled', line: 5, printed: '木箱里。', text: '' }]);
  });

  it('takes a place by itself for no name of an author', () => {
    const text = '本报讯 镇社会工作办与五家配送站点签约，送餐途中发现路面塌陷的，拍照上传即可，上月以来已经上报问题九十三件。';
    expect(split(['曹桥镇', '外卖骑手当起移动探头', text].flatMap((line) => [line, ''])).drafts).toMatchObject([{ kicker: '曹桥镇', title: '外卖骑手当起移动探头', byline: { authors: [] } }]);
  });

  it('reads a page whose numbers stand apart, or are set in wide digits', () => {
    const text = '新华社青山 12 月 11 日电（记者 林见川）青山县新桥 11 日通车，桥长 240 米，宽 8 米，修了 3 年，用去 1200 吨青石。';
    const wide = text.replace(/ (?=\d)|(?<=\d) /gu, '').replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const printed of [text, wide]) {
      const { drafts } = split(['新桥通车第一天', '', printed]);
      expect(drafts).toMatchObject([{ title: '新桥通车第一天', agency: '新华社', dateline: { raw: '新华社青山12月11日电' }, byline: { authors: [{ name: '林见川' }] } }]);
      expect(drafts[0]?.paragraphs[0]).toContain('青山县新桥11日通车，桥长240米，宽8米，修了3年');
    }
  });

  it('reads a page alike however many blank lines stand between all of its lines', () => {
    const read = (blanks: number) => split(WRAPPED.filter((line) => line !== '').flatMap((line) => [line, ...Array.from({ length: blanks }, () => '')])).drafts.map(({ title, paragraphs }) => [title, ...paragraphs]);
    expect(read(3)).toEqual(read(1));
  });

  it('takes what stands in a sentence of a column, from its day down to the photographer, for the words of a picture', () => {
    const column = ['　　清晨五点，渡口的灯照例亮了，却没', '有人来坐船。老船工把缆绳一圈圈收好，', '放进博物馆送来的木箱里，木箱里还有一', '3月6日，青山渡口，老船工把收好的缆绳', '交给博物馆。', '本报见习记者 苏眉 摄', '盏马灯和四十年的船票。他说，水还是那', '条水，路换了个走法，人还得过河，孩子', '们来看的时候，他就讲一遍从前的事。'];
    const { drafts } = split(['新桥通车第一天', '本报记者 林见川', ...column]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.captions.flatMap(({ lines }) => lines)).toEqual([[6, 6], [7, 7], [8, 8]]);
    expect(drafts[0]?.paragraphs.join('')).toContain('木箱里还有一盏马灯');
  });

  it('parts a hard-wrapped page into its articles and its furniture', () => {
    const { drafts, roles } = split(WRAPPED);
    expect(drafts.map((draft) => draft.title)).toEqual(['新桥通车第一天', '县城添了三座口袋公园']);
    expect(drafts[0]).toMatchObject({
      subtitle: '老渡口的船，今天歇了',
      publication: '青山晚报',
      issueDate: '2025-06-18',
      page: '3',
      section: '民生',
      agency: '本报',
      lines: [6, 7, 8, 9, 10, 11, 12, 13, 14],
      captions: [{ text: '老船工收起缆绳。（苏眉 摄）', credit: '苏眉 摄', lines: [[14, 14]] }],
      complete: true,
    });
    expect(drafts[0]?.byline.authors).toEqual([{ name: '苏眉', role: '本报记者' }, { name: '邓以宁', role: '通讯员' }]);
    expect(roles.slice(0, 5)).toEqual(['masthead', 'date', 'page-number', 'staff', 'blank']);
  });

  it('joins the lines of a paragraph without a trace', () => {
    expect(split(WRAPPED).drafts[0]?.paragraphs).toEqual([
      '清晨五点，渡口的灯照例亮了，却没有人来坐船。老船工把缆绳一圈圈收好，放进博物馆送来的木箱里。',
      '“水还是那条水。”他说，“路换了个走法，人还得过河。”',
    ]);
  });

  it('reads the reporter and the agency from the first words of the text', () => {
    const [, article] = split(WRAPPED).drafts;
    expect(article).toMatchObject({ agency: '本报', dateline: { raw: '本报讯', agency: '本报', place: null, date: null } });
    expect(article?.byline.authors).toEqual([{ name: '林见川', role: '记者' }]);
    expect(article?.paragraphs[0]).toMatch(/^本报讯（记者 林见川）昨日/);
  });

  it('goes on with a sentence behind the picture that cut it', () => {
    const { drafts } = split(['标题在这里', '', '记者 苏眉', '', CUT, '', '', '', '工人在铺青石。', '', '还是旧时的样子。']);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.paragraphs).toEqual([`${CUT}还是旧时的样子。`]);
    expect(drafts[0]?.captions.map((caption) => caption.text)).toEqual(['工人在铺青石。']);
  });

  it('leaves one article whole, subheads and all', () => {
    const text = '这座桥修了三年，桥面换成了青石，来往的人都说走着踏实。';
    const { drafts } = split(['青石桥的三年', '', '本报记者 苏眉', '', text, '', '石头从哪里来', '', text, '', '工匠到哪里去', '', text]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.paragraphs).toEqual([text, '石头从哪里来', text, '工匠到哪里去', text]);
  });

  it('tells Markdown titles from subheads by their level', () => {
    const { drafts } = split(['## 青石桥', '', '#### ■ 苏眉 林见川', '', '第一段文字。', '', '#### 三年', '', '第二段文字。', '', '## 木船', '', '第三段文字。']);
    expect(drafts.map((draft) => [draft.title, draft.paragraphs.length])).toEqual([['青石桥', 3], ['木船', 1]]);
    expect(drafts[0]?.byline.authors.map((author) => author.name)).toEqual(['苏眉', '林见川']);
  });

  it('marks what another page begins or ends', () => {
    const { drafts } = split(['桥的后半段', '', '（上接第一版）桥面换成了青石。', '', '来往的人都说踏实。（下转第三版）']);
    expect(drafts[0]).toMatchObject({ continuedFrom: '第一版', continuesTo: '第三版', complete: false });
  });

  it('knows that a text cut off is not complete', () => {
    expect(split(['桥的前半段', '', CUT]).drafts[0]?.complete).toBe(false);
  });

  it('believes the publisher before the page', () => {
    const { drafts } = split(WRAPPED, { ...NO_HINTS, publication: '河谷日报', issueDate: '2025-06-19', page: 'A3' });
    expect(drafts[0]).toMatchObject({ publication: '河谷日报', issueDate: '2025-06-19', page: 'A3' });
  });

  it('puts the event on the day of its dateline', () => {
    const { drafts } = split(['2025年1月2日 星期四 第4版', '', '山谷来客', '', '新华社昆明12月30日电（记者苏眉）一群斑头雁落在了水田里。']);
    expect(drafts[0]).toMatchObject({ agency: '新华社', eventTime: '2024-12-30T00:00:00+08:00' });
  });

  it.each([
    ['a sentence', ['今天下雨。']],
    ['words without a full stop', ['今天下雨']],
    ['names alone', ['本报记者 苏眉', '本报记者 林见川']],
  ])('loses nothing of %s', (_, lines) => {
    expect(split(lines).drafts.map((draft) => draft.paragraphs)).toEqual([lines]);
  });

  it('finds no article in blank lines and furniture', () => {
    expect(split(['', '　', '第3版', '--------', '']).drafts).toEqual([]);
  });
});
