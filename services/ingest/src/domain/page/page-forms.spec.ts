import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n'), NO_HINTS).drafts;
const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来。';

describe('the forms of other papers', () => {
  it('takes the name of a column over a headline for its kicker', () => {
    const [, article] = split(['公园添了四十张长椅', '本报记者 林见川', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。', '渡口札记', '老船工和他收起来的缆绳', '本报记者 苏眉', TEXT]);
    expect(article).toMatchObject({ kicker: '渡口札记', title: '老船工和他收起来的缆绳' });
  });

  it('opens a brief at each ornament', () => {
    const drafts = split([`▲渡口收起缆绳　${TEXT}（苏眉）`, '', `▲公园添了长椅　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。（林见川）`]);
    expect(drafts.map(({ title, byline }) => [title, byline.authors[0]?.name])).toEqual([
      ['渡口收起缆绳', '苏眉'],
      ['公园添了长椅', '林见川'],
    ]);
  });

  it('reads the labels of an e-paper', () => {
    const drafts = split([
      '引题：三代人一条船',
      '标题：渡口收起了缆绳',
      '作者：本报记者 苏眉',
      '正文：',
      `　　${TEXT}`,
      '字数：120　浏览：15',
      '标题：公园添了长椅',
      '正文：',
      '　　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。',
    ]);
    expect(drafts.map(({ kicker, title }) => [kicker, title])).toEqual([
      ['三代人一条船', '渡口收起了缆绳'],
      [null, '公园添了长椅'],
    ]);
  });

  it('tells a story by its picture apart from the article above it', () => {
    const drafts = split(['老船工和他收起来的缆绳', '本报记者 苏眉', TEXT, '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。', '林见川 摄']);
    expect(drafts.map(({ byline }) => byline.authors[0]?.name)).toEqual(['苏眉', '林见川']);
  });

  it('tells a long caption with a day of its own apart, wherever it is printed', () => {
    const story = '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只，都是他们自己扎的，飞得最高的一只是一条渡船，船上坐着一个用竹篾扎成的小小的老船工。　林见川 摄';
    const drafts = split(['老船工和他收起来的缆绳', '', '本报记者 苏眉', '', TEXT, '', story, '', '公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title, captions }) => [title, captions.length])).toEqual([['老船工和他收起来的缆绳', 0], [null, 0], ['公园添了四十张长椅', 0]]);
  });

  it.each(['新华社/远方', '林见川 摄影报道'])('tells a story with its day apart that ends with %p', (credit) => {
    const story = `6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。当地今年把三处渡口改成了公园，每天有三百人来。 ${credit}`;
    const drafts = split(['老船工和他收起来的缆绳', '', '本报记者 苏眉', '', TEXT, '', story, '', '公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title }) => title)).toEqual(['老船工和他收起来的缆绳', null, '公园添了四十张长椅']);
  });

  it('signs a report with the names below it where its dateline names nobody', () => {
    const drafts = split(['渡口收起了缆绳', `本报讯　${TEXT}`, '记者 苏眉', '公园添了四十张长椅', '本报讯（记者 林见川）县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ byline }) => byline.authors.map(({ name }) => name))).toEqual([['苏眉'], ['林见川']]);
  });

  it('reads names below a part of a text behind it', () => {
    const [article] = split(['渡口还开不开', '', '编辑同志：', '', `${TEXT}我每天走这条路，盼着渡口再开。`, '', '青山县　卢见川', '', '编者附言　卢见川的来信说出了许多人的心里话，本报已经转给县里的交通局。', '', '公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(article?.lines.filter((line) => line % 2 === 1)).toEqual([1, 3, 5, 7, 9]);
  });

  it.each(['城市　CITY', '民生·过冬'])('takes %p above the head of the page for its section', (section) => {
    const { drafts, roles } = splitPage([section, '青山日报　2026年3月5日　星期四', '', '老船工和他收起来的缆绳', '', TEXT].join('\n'), NO_HINTS);
    expect(roles[0]).toBe('section');
    expect(drafts).toMatchObject([{ kicker: null, title: '老船工和他收起来的缆绳' }]);
  });

  it('takes the name of a column under the head of the page for the kicker of what follows', () => {
    const [article] = split(['3　青山日报　2026年3月5日　星期四', '', '渡口札记', '', '□ 本报记者 苏眉', '', '老船工和他收起来的缆绳', '', TEXT]);
    expect(article).toMatchObject({ kicker: '渡口札记', title: '老船工和他收起来的缆绳' });
  });

  it('tells the name of a column at the top of a page, with names below it or not, from the name of the page', () => {
    const below = (...names: string[]): string[] => ['', ...names.flatMap((name) => [name, '']), '老船工和他收起来的缆绳', '', TEXT, '', '孩子们来看的时候，他就讲一遍从前的事。'];
    expect(split(['渡口走笔', ...below()])[0]).toMatchObject({ kicker: '渡口走笔', title: '老船工和他收起来的缆绳' });
    expect(split(['渡口走笔', ...below('□ 本报记者 苏眉')])[0]).toMatchObject({ kicker: '渡口走笔', title: '老船工和他收起来的缆绳', byline: { authors: [{ name: '苏眉' }] } });
    expect(split(['各地新亮点', ...below()])[0]).toMatchObject({ kicker: null, title: '老船工和他收起来的缆绳' });
  });

  it('takes no item of an announced list for a headline', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', `${TEXT}县里的方案提出：`, '▶到明年，渡口全部改建成公园', '▶船工转岗一个不落', '▶老船送进博物馆', TEXT]);
    expect(drafts.map(({ title }) => title)).toEqual(['渡口收起了缆绳']);
  });

  it('takes numbered words under pictures for captions', () => {
    const [article] = split(['渡口最后一天', '本报记者 苏眉', TEXT, '①老船工把渡口的缆绳一圈圈收好，放进木箱。', '②孩子们坐最后一班船过河，在船头挥手。', TEXT]);
    expect(article?.captions.map(({ text }) => text.slice(0, 1))).toEqual(['①', '②']);
  });

  it('takes a short first line over a few paragraphs for the headline', () => {
    const [article] = split(['渡口今天很安静', '', '　　这是正文的第一段，县交通局今天表示，渡口客流增长。', '　　第二段说明了原因，一共有三条。']);
    expect(article).toMatchObject({ title: '渡口今天很安静' });
  });

  it('takes the headline over a story told by its picture for its own', () => {
    const drafts = split(['老船工和他收起来的缆绳', '本报记者 苏眉', TEXT, '', '公园放风筝', '', '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。', '林见川 摄影报道']);
    expect(drafts.map(({ title }) => title)).toEqual(['老船工和他收起来的缆绳', '公园放风筝']);
  });

  it('gives no other headline to a brief that opens with its own', () => {
    const drafts = split([`【渡口的缆绳送进了博物馆】${TEXT}`, '', '公园添了长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title }) => title)).toEqual(['渡口的缆绳送进了博物馆', '公园添了长椅']);
  });

  it.each([
    ['苏见川', '苏见川'],
    ['县粮站 卢见川', '卢见川'],
    ['镇江 卢见川', '卢见川'],
  ])('reads the writer under his text: %p', (foot, name) => {
    const drafts = split(['公园添了四十张长椅', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。', foot, '渡口收起了缆绳', '本报记者 林见川', TEXT]);
    expect(drafts.map(({ byline }) => byline.authors.map((author) => author.name))).toEqual([[name], ['林见川']]);
  });

  it('takes the name of a column over headlines with ornaments for no headline', () => {
    const { drafts, roles } = splitPage(['环河速览', '■ 渡口收起了缆绳', TEXT, '■ 公园添了四十张长椅', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。'].join('\n'), NO_HINTS);
    expect(roles[0]).toBe('section');
    expect(drafts).toHaveLength(2);
  });

  it('reads a pen name set wide under the headline', () => {
    expect(split(['渡口收起了缆绳', '晓 雾', TEXT])[0]?.byline.authors).toEqual([{ name: '晓雾', role: '作者' }]);
  });

  it('takes the name of a column set wide for no headline', () => {
    const { drafts, roles } = splitPage(['渡 口 快 讯', '', '公园添了长椅', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。'].join('\n'), NO_HINTS);
    expect(drafts).toMatchObject([{ title: '公园添了长椅', section: '渡口快讯' }]);
    expect(roles[0]).toBe('section');
  });

  it.each(['据《青山晚报》', '据《青山财经》周刊'])('takes a title in book marks for a headline, and %p for the source', (source) => {
    const [article] = split(['《收起来的缆绳》', '', TEXT, '', source]);
    expect(article).toMatchObject({ title: '《收起来的缆绳》', lines: [1, 2, 3, 4, 5] });
  });

  it('reads the name of an outsider behind what he is', () => {
    const [article] = split(['渡口收起了缆绳', TEXT, '镇上的人每天都来看，孩子们问老船工什么时候再开船，他说不开了。', '（作者系青山大学教授） 林见川', '公园添了四十张长椅', '本报记者 苏眉', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(article).toMatchObject({ title: '渡口收起了缆绳', byline: { authors: [{ name: '林见川', role: '作者' }] } });
  });

  it('takes the words of a second picture for a caption, too, where both stand within a sentence', () => {
    const [article] = split(['渡口最后一天', '', '本报记者 苏眉', '', '老船工把石阶一级一级扫干净，对来看的孩子们说：“船都收好', '', '', '', '渡口停着最后一条渡船。', '', '苏眉在岸上看老船工。', '', '了，你们下学再来玩。”孩子们在石阶上坐到天黑。', '', TEXT]);
    expect(article?.captions.map(({ text }) => text)).toEqual(['渡口停着最后一条渡船。', '苏眉在岸上看老船工。']);
    expect(article?.paragraphs[0]).toContain('船都收好了');
  });

  it('gives a headline below to the report above rather than to a story told by its picture', () => {
    const drafts = split(['本报记者 苏眉', `${TEXT}老船工在渡口撑了四十年船，渡口的石阶被踩得发亮。`, '', '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。', '林见川 摄影报道', '', '青山县的渡口收起缆绳', '', '公园添了四十张长椅', '本报记者 苏眉', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title }) => title)).toEqual(['青山县的渡口收起缆绳', null, '公园添了四十张长椅']);
  });

  it('takes what says where it goes on for the end of the text above, whatever it speaks of', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', TEXT, '镇上的人每天都来看，孩子们问老船工什么时候再开船，他说不开了。', '变化是从一张图开始的。（下转第三版）', '公园添了四十张长椅', '本报记者 林见川', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title, continuesTo }) => [title, continuesTo])).toEqual([['渡口收起了缆绳', '第三版'], ['公园添了四十张长椅', null]]);
  });

  it.each([
    ['2024年11月16日 星期六', '各县新事'],
    ['第08版', '各县新事'],
    ['各县新事', '要闻'],
  ])('takes a column\'s name beside the furniture at the head of a page for furniture: %p, %p', (first, second) => {
    const { drafts, roles } = splitPage([first, '', second, '', '公园添了长椅', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。'].join('\n'), NO_HINTS);
    expect(drafts).toMatchObject([{ kicker: null, title: '公园添了长椅' }]);
    expect(roles[first === '各县新事' ? 0 : 2]).toBe('section');
  });

  it('takes a sentence with its writer in brackets for no headline', () => {
    const drafts = split(['渡口收起了缆绳', '', TEXT, '', '老船工、镇长参加交接。（记者 苏见川）', '', '公园添了长椅', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title, byline }) => [title, byline.authors.length])).toEqual([['渡口收起了缆绳', 1], ['公园添了长椅', 0]]);
  });

  it('mends the words under a picture, and leaves the name behind them', () => {
    const words = ['老 船工把渡口的缆绳一圈圈收好,放进了博物馆送 来的木箱里,渡口从此安静下来。', '县 城的三座公园昨天添了四十张长椅,都是木头 做的,走累了可以坐。', '●老船工在渡 口收起"缆绳"。 苏 眉 摄', '孩子们每天都 来看他,问他什么时 候再开船。'];
    const [article] = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', ...words.flatMap((line) => [line, ''])]);
    expect(article?.captions).toMatchObject([{ text: '●老船工在渡口收起“缆绳”。 苏 眉 摄', credit: '苏 眉 摄' }]);
    expect(article?.repairs).toContainEqual(expect.objectContaining({ reason: 'quotation-marks', line: 9 }));
  });

  it('goes on with a text under its next number, behind whatever stands between', () => {
    const part = (number: string, text: string) => [`${number}　${text}`, TEXT.replace('老船工', text.slice(0, 3))];
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', TEXT, ...part('壹', '缆绳有多长'), ...part('贰', '木箱有多重'), '公园添了四十张长椅', '本报记者 林见川', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。', ...part('叁', '船票有多旧')]);
    expect(drafts.map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([['渡口收起了缆绳', 7], ['公园添了四十张长椅', 1]]);
  });

  it('takes who stands where in a picture for its caption, also within a sentence', () => {
    const [article] = split(['渡口最后一天', '', '本报记者 苏眉', '', '老船工把石阶一级一级扫干净，对来看的孩子们说：“船都收好', '', '老船工（左）把缆绳交给镇长。', '', '了，你们下学再来玩。”孩子们在石阶上坐到天黑。']);
    expect(article?.captions.map(({ text }) => text)).toEqual(['老船工（左）把缆绳交给镇长。']);
    expect(article?.paragraphs).toHaveLength(1);
  });

  it('takes a headline below for the title of a text that stands under the name of a column', () => {
    const drafts = split(['渡口基层一线见闻', '', '本报记者 苏眉', '', `${TEXT}镇上的人每天都来看渡口的缆绳。`, '', '老船工收起了渡口的缆绳', '——青山渡口最后一班船见闻', '', '■公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ kicker, title }) => [kicker, title])).toEqual([['渡口基层一线见闻', '老船工收起了渡口的缆绳'], [null, '公园添了四十张长椅']]);
  });

  it.each([
    ['青山矿运输队 卢见川', '卢见川'],
    ['青山县　小学教师　周末', '周末'],
  ])('takes %p below a text for its writer', (foot, name) => {
    const drafts = split(['渡口收起了缆绳', TEXT, foot, '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只，都是他们自己扎的，飞得最高的一只是一条渡船。']);
    expect(drafts[0]?.byline.authors.map((author) => author.name)).toEqual([name]);
  });

  it.each([['01　太顺的水', '02　一条船上的三年里'], ['5:40 天还没有亮', '7:05 第一班船']])('takes parts with numbers or hours for subheads, though they look like the head of a page: %s', (first, second) => {
    const { drafts, roles } = splitPage(['渡口收起了缆绳', '', '本报记者 苏眉', '', TEXT, '', first, '', TEXT.replace('缆绳', '船桨'), '', second, '', TEXT.replace('缆绳', '船票')].join('\n'), NO_HINTS);
    expect(drafts.map((draft) => draft.title)).toEqual(['渡口收起了缆绳']);
    expect([roles[6], roles[10]]).toEqual([null, null]);
  });

  it('takes no note in brackets for a headline', () => {
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', TEXT, '', '（文中船工均为化名）', '', '公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(drafts.map(({ title }) => title)).toEqual(['渡口收起了缆绳', '公园添了四十张长椅']);
  });

  it('reads the writer behind the office that he works for, under the headline', () => {
    const [article] = split(['一张船票吵了四个月', '', '青山县司法局 卢见川', '', TEXT]);
    expect(article).toMatchObject({ title: '一张船票吵了四个月', byline: { authors: [{ name: '卢见川', role: '作者' }] } });
  });

  it.each([['青山日报', '本报'], ['青山日報', '本報'], [null, '青山日报'], ['绿水日报', '青山日报']])('knows the paper’s own reporters on a page of %p', (publication, agency) => {
    const role = `${agency === '本報' ? '青山日報' : '青山日报'}全媒体记者`;
    const [article] = splitPage(['渡口收起了缆绳', '', `${role} 苏眉`, '', TEXT].join('\n'), { ...NO_HINTS, publication }).drafts;
    expect(article).toMatchObject({ agency, byline: { authors: [{ name: '苏眉', role }] } });
  });

  it('takes the lines over a subtitle for its title, below a text too', () => {
    const [article] = split(['本报记者 苏眉', '', TEXT, '', TEXT.replace('缆绳', '船桨'), '', TEXT.replace('缆绳', '船票'), '', '他的家在河上', '', '四十年，在渡口收放缆绳', '', '——记老船工', '', '公园添了四十张长椅', '', '本报记者 林见川', '', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。']);
    expect(article).toMatchObject({ kicker: '他的家在河上', title: '四十年，在渡口收放缆绳', subtitle: '——记老船工' });
  });
});
