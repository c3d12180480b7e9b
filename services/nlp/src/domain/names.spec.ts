import { createSegmenter, type Segmenter } from '@wenliu/tokenizer';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { findOrganizations } from './organizations.js';
import { findPersons } from './persons.js';
import { findPlaces } from './places.js';
import { viewTokens, type TokenView } from './token-view.js';

let segmenter: Segmenter;
beforeAll(async () => {
  segmenter = await createSegmenter('node-rs-jieba');
});
const view = (text: string): TokenView => viewTokens(text, segmenter.segment(text));
const noOne: ReadonlySet<string> = new Set();

describe('findPersons', () => {
  it.each([
    ['a name of the dictionary', '王建军说', ['王建军']],
    ['a surname and a given name cut apart', '歌手李雪莲说', ['李雪莲']],
    ['a name the dictionary lacks', '社长徐心华、总编辑吴佩民出席', ['徐心华', '吴佩民']],
    ['a compound surname', '诸葛亮说', ['诸葛亮']],
    ['a compound surname cut from its given name', '主任欧阳自远说', ['欧阳自远']],
    ['a transcribed name', '总统克林顿说', ['克林顿']],
    ['names joined by a middle dot', '前雇员爱德华·斯诺登、', ['爱德华·斯诺登']],
    ['three parts with two dots', '作家加西亚·马尔克斯·洛佩兹说', ['加西亚·马尔克斯·洛佩兹']],
    ['no ordinary word that is tagged as a name', '明天多云，顾客在温馨的林区安静', []],
    ['no weather that looks like a name', '受强降雨和强对流影响', []],
    ['no country that is tagged as a name', '乌克兰和阿根廷', []],
    ['no inhabitant', '瑞典人喜欢', []],
  ])('finds %s', (_, text, names) => {
    expect(findPersons(view(text), noOne).persons.map((person) => person.name)).toEqual(names);
  });

  it.each([
    ['局长王建军说', '局长'],
    ['王建军教授说', '教授'],
    ['副局长王建军说', '副局长'],
    ['总书记王建军说', '总书记'],
    ['王建军说', null],
    ['经济增长王建军说', null],
  ])('reads the role in %s', (text, role) => {
    expect(findPersons(view(text), noOne).persons.map((person) => person.role)).toEqual([role]);
  });

  it('lists a person once, with every mention and the first role', () => {
    expect(findPersons(view('王建军说。王建军局长说。'), noOne).persons).toEqual([
      { name: '王建军', role: '局长', organization: null, mentions: [[0, 3], [5, 8]] },
    ]);
  });
});

describe('findOrganizations', () => {
  it.each([
    ['a body of the dictionary', '国务院决定', ['国务院']],
    ['a place and its body', '记者从上海市青浦区教育局获悉', ['上海市青浦区教育局']],
    ['a company with a new name', '澳大利亚利富国际有限公司总经理到会', ['澳大利亚利富国际有限公司']],
    ['a national body', '国家统计局公布', ['国家统计局']],
    ['a body inside a body as one', '北京大学医学院学生', ['北京大学医学院']],
    ['a team', '青岛海牛队获胜', ['青岛海牛队']],
    ['no sort of bodies', '上市公司和公司、学校', []],
    ['no ordinary word with such an end', '社会各界抓住机会，全局在胸', []],
    ['no title between two bodies', '北京大学教授、清华大学教授', ['北京大学', '清华大学']],
  ])('finds %s', (_, text, names) => {
    expect(findOrganizations(view(text), new Uint8Array(200)).map((body) => body.name)).toEqual(names);
  });
});

describe('findPlaces', () => {
  it.each([
    ['each part of an address', '上海市青浦区', ['上海市', '青浦区']],
    ['a name with its class apart', '奥地利维也纳市市长', ['奥地利', '维也纳市']],
    ['a country the dictionary takes for a person', '在乌克兰举行', ['乌克兰']],
    ['a country written with one character', '美方', []],
    ['no ordinary word tagged as a place', '城市和山区的高原', []],
  ])('finds %s', (_, text, names) => {
    expect(findPlaces(view(text), new Uint8Array(200)).map((place) => place.name)).toEqual(names);
  });

  it('leaves alone what is part of a name', () => {
    const tokens = view('上海');
    expect(findPlaces(tokens, Uint8Array.of(1))).toEqual([]);
    expect(findPlaces(tokens, Uint8Array.of(0))).toHaveLength(1);
  });
});
