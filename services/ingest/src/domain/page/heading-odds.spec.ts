import { describe, expect, it } from '@jest/globals';
import { isOfValues } from './heading-odds.js';
import { isItem, isRow } from './items.js';
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

  it('takes a short line above a list for its title', () => {
    const over = (...below: string[]): number => oddsOf('近日各渡口客流', [FERRY, '', '近日各渡口客流', '', ...below, '', FERRY, '', FERRY]);
    expect(over('东渡三百人', '西渡一百人', '南渡九十人', '北渡七十人')).toBeGreaterThan(over('东渡三百人，西渡一百人，南渡九十人，北渡七十人。'));
  });

  it('takes what begins with a number for a headline also below the rows of a table', () => {
    const rows = ['1　青山队　2　0　0　6', '2　渡口队　1　1　0　4'];
    expect(oddsOf('1.2万人跑过新桥　半程马拉松刷新纪录', [...rows, '1.2万人跑过新桥　半程马拉松刷新纪录', '青山讯（记者苏眉）昨晨，新桥上响起了脚步声，老船工也在渡口看。'])).toBeGreaterThan(0);
  });

  it('takes a wish at the end of an editorial for no headline', () => {
    expect(oddsOf('预祝大会圆满成功！', [FERRY, '', '预祝大会圆满成功！', '', '渡口的灯亮了', '', FERRY])).toBeLessThan(1);
  });

  it('takes the first of two lines of a headline, with its comma, for a headline over an indented text', () => {
    expect(oddsOf('青山：旧缆绳不下河，', [...COLUMN, '口没有了。', '青山：旧缆绳不下河，', '进了博物馆', '　　青山日报讯（记者苏眉）老船', ...COLUMN.slice(1)])).toBeGreaterThan(1);
  });

  it('takes a line over the name of a column, below a whole paragraph, for a headline behind its text', () => {
    const title = '图书馆：除了书，什么都借给乘船的人';
    expect(oddsOf(title, [FERRY, title, '◎环球扫描', `◆青山　${FERRY}`])).toBeGreaterThan(0);
  });

  it('takes two clauses without a full stop between a headline and names for its deck', () => {
    const deck = '船票涨了两成，客流只少了一成；三处渡口添了夜班船';
    expect(oddsOf(deck, [FERRY, '渡口的夜班船还要不要开', deck, '本报记者 苏眉', FERRY])).toBeGreaterThan(0);
  });

  it('takes who wrote or called for the kicker of a headline', () => {
    expect(oddsOf('读者来电：', [FERRY, '', '读者来电：', '', '渡口的灯亮了没有', '', FERRY])).toBeGreaterThan(0);
  });

  it.each(['远航：', '滕老师：', '闵一舟读者：', '《渡口记》　林见川 著　青山出版社'])('takes %p for no headline', (line) => {
    expect(oddsOf(line, [FERRY, line, FERRY])).toBeLessThan(0);
  });

  it('takes an hour over what happened then for a subhead', () => {
    expect(oddsOf('16日17:40 船工收起缆绳', [FERRY, '16日17:40 船工收起缆绳', FERRY.repeat(2)])).toBeGreaterThan(0);
  });

  it('takes what somebody said, cut short, for no headline', () => {
    expect(oddsOf('县文物局局长苏眉表示，新桥旁边的老渡口', [FERRY, '县文物局局长苏眉表示，新桥旁边的老渡口', FERRY])).toBeLessThan(0);
    expect(oddsOf('2025年6月17日，新桥旁边的老渡口', [FERRY, '2025年6月17日，新桥旁边的老渡口', FERRY])).toBeLessThan(0);
  });

  it('knows a headline that begins in the line above', () => {
    const lines = [FERRY, '接到陌生电话后，', '船工差点卖了船', '本报记者 苏眉', FERRY];
    expect(oddsOf('接到陌生电话后，', lines)).toBeGreaterThan(0);
    expect(oddsOf('接到陌生电话后，', [FERRY, '接到陌生电话后，', FERRY])).toBeLessThan(0);
  });

  it('knows a phrase for a headline where every paragraph is whole', () => {
    const whole = oddsOf('名词解释', [FERRY, '名词解释', FERRY, FERRY]);
    expect(whole).toBeGreaterThan(oddsOf('名词解释', [FERRY, '名词解释', FERRY, FERRY.slice(0, -4)]));
  });

  it('takes what breaks off right behind its first words for a headline rather than a paragraph', () => {
    const below = (text: string): number => oddsOf('船开得走，也要收得住', [FERRY, text, '船开得走，也要收得住', FERRY]);
    expect(below(FERRY)).toBeGreaterThan(0);
    expect(below(FERRY)).toBeGreaterThan(below(FERRY.slice(0, 40)));
  });

  it('is surer of a headline over a subtitle', () => {
    const over = (...below: string[]): number => oddsOf('把渡口还给孩子们', [FERRY, '', '把渡口还给孩子们', ...below, FERRY]);
    expect(over('——船工转岗见闻')).toBeGreaterThan(over('船工转岗见闻') + 1);
  });

  it('takes a question in quotation marks for a headline, and what somebody said for none', () => {
    expect(oddsOf('“渡口没有了，船还能开吗？”', ['船工信箱', '“渡口没有了，船还能开吗？”', FERRY])).toBeGreaterThan(-2);
    expect(oddsOf('“渡口没有了。船还能开吗？”', ['船工信箱', '“渡口没有了。船还能开吗？”', FERRY])).toBeLessThan(-10);
  });

  it('is surer of a headline over a dateline, below text that is broken off', () => {
    const over = (below: string): number => oddsOf('今年将改造十五座渡口', [FERRY.slice(0, 40), '今年将改造十五座渡口', below]);
    expect(over(`本报讯（记者 林见川）${FERRY}`)).toBeGreaterThan(over(FERRY) + 0.5);
  });

  it('takes a number with a fraction for no item', () => {
    expect(oddsOf('15.48亿千瓦！渡口的灯都亮了', ['渡口用电创新高', '15.48亿千瓦！渡口的灯都亮了', FERRY])).toBeGreaterThan(0);
  });

  it('takes points of a list over a text for no headlines', () => {
    expect(oddsOf('·渡口停航', ['渡口的船不走了', '·渡口停航', '·新桥通车', FERRY])).toBeLessThan(0);
  });

  it('takes a full line of a narrow column for no headline, where a word is broken at its edge', () => {
    expect(oddsOf('口没有了，船还在，缆绳也还在木箱', [...COLUMN, '口没有了，船还在，缆绳也还在木箱', '里。'])).toBeLessThan(0);
  });

  it('takes a full line over the short end of its sentence for no headline', () => {
    const line = '一场船票和缆绳的展览下月在码头';
    expect(oddsOf(line, [...COLUMN, '口没有了，船还在。', line, '开放。', ...COLUMN])).toBeLessThan(0);
    expect(oddsOf(line, [...COLUMN, '口没有了，船还在。', line, '老船工和他的渡口', ...COLUMN])).toBeGreaterThan(0);
  });

  it('is sure of a headline between reporters\' names and another headline', () => {
    const lines = ['桥修好了', '本报记者 苏眉', '渡口安静下来', '老船工和他的缆绳', '本报记者 林见川', FERRY];
    expect(oddsOf('渡口安静下来', lines)).toBeGreaterThan(oddsOf('桥修好了', lines));
  });

  it('knows a line wider than its column for a headline', () => {
    const wide = '老渡口改成了青山县第一座水边的公园';
    expect(oddsOf(wide, [...COLUMN.map((line) => line.slice(0, 13)), '不滑。', wide, ...COLUMN.map((line) => line.slice(0, 13))])).toBeGreaterThan(0);
  });
});

describe('isItem and isRow', () => {
  it.each(['2日8时20分　渡口停航', '6月18日 19:30　新桥通车', '2024年　渡口建成'])('knows %p for an entry of a chronicle', (text) => {
    expect(isItem(text)).toBe(true);
  });

  it('takes the deck between a headline and names for one, wide as it is', () => {
    const deck = '没有船过不了河，桥修好要等三年，石阶一涨水就看不见……记者走访两岸五所学校门口和十一名船工';
    expect(oddsOf(deck, ['孩子们怎样过河', deck, '本报记者 林见川', FERRY])).toBeGreaterThan(0);
    expect(oddsOf(deck, ['孩子们怎样过河', deck, FERRY])).toBeLessThan(0);
    const wire = '新华社南京9月19日电（记者 苏眉）没有船过不了河，桥修好要等三年，石阶一涨水就看不见';
    expect(oddsOf(wire, ['孩子们怎样过河', wire, '本报记者 林见川', FERRY])).toBeLessThan(0);
  });

  it('knows values and what they are of, three in a row', () => {
    const lines = readLines(['［数读］', '58年：渡口的年纪', '28名：转岗的船工', '63次：居民开过的会', '9点：开船']);
    expect(lines.map((_, i) => isOfValues(lines, i))).toEqual([false, true, true, true, true]);
    expect(isOfValues(lines.slice(0, 3), 1)).toBe(false);
  });

  it('knows results of matches for a row', () => {
    expect(isRow('青山 87∶79 渡口　　河湾 102∶95 石桥')).toBe(true);
    expect(isRow('射门 青山14 渡口9')).toBe(true);
    expect(isRow('青山2∶1渡口(次回合11月22日19∶30 青山体育场)')).toBe(true);
    expect(isRow('青山队出场:林见川;苏眉、邓以宁')).toBe(true);
  });

  it.each(['7月 26日，上游开闸', '2024年渡口的一天', '6月18日，新桥通车', '青山队87∶79胜渡口队', '30年 一条船'])('leaves %p alone', (text) => {
    expect(isItem(text) || isRow(text)).toBe(text.startsWith('30年'));
  });
});
