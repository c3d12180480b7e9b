import { describe, expect, it } from '@jest/globals';
import { junctionOdds, readEdges, repeatedAt } from './junction.js';

const odds = (before: string, next: string) => junctionOdds(readEdges(before), readEdges(next));

describe('junctionOdds', () => {
  it.each([
    ['a word', '老船工说，修桥的技', '术是跟师傅学的。'],
    ['a number', '这座桥全长20', '4米，两岸各有一座亭子。'],
    ['a number and its unit', '桥面铺了1500', '块青石。'],
    ['a change and its share', '前三季度，渡口的客流量同比增长', '21.4%，其中学生占一半。'],
    ['a list', '他带来了缆绳、木箱', '、马灯和一本账。'],
    ['a row of words', '修桥以后，货可以在渡口直接装', '箱、直接过秤，省下了一大半的钱。'],
    ['a quotation', '他说：“水还是那条', '水。”说完就走了。'],
    ['a fragment printed twice', '镇上把老渡口的缆绳送进了博物馆', '老渡口的缆绳送进了博物馆，木箱也在。'],
  ])('is high where the cut went through %s', (_, before, next) => {
    expect(odds(before, next)).toBeGreaterThan(1.5);
  });

  it.each([
    ['the next begins a day', '新桥修好以后，来往的人越来越', '5月2日，老船工收起了缆绳。'],
    ['the sentence was over', '新桥修好了。', '，来往的人越来越多。'],
    ['the next begins a quotation', '新桥修好以后，镇上', '“今天还开船吗？”有人问。'],
  ])('is low where %s', (_, before, next) => {
    expect(odds(before, next)).toBeLessThan(-1);
  });
});

describe('readEdges', () => {
  it.each([
    ['，来往的人越来越多。', -6],
    ['的老船工收起了缆绳。', -4],
    ['21.4%，其中学生占一半。', -3],
  ])('knows that no text begins with %p', (text, opens) => {
    expect(readEdges(text).opens).toBe(opens);
  });

  it.each(['和平年代，船工的日子也不好过。', '与会的船工说，路换了个走法。', '近日，新桥通车。', '21.4%的船工已经转岗。'])('knows that a text may begin with %p', (text) => {
    expect(readEdges(text).opens).toBeGreaterThan(-1);
  });

  it('knows the end of an article by the mark behind it, and a day by where it is one', () => {
    expect(readEdges('新桥修好了。▲').end).toBe('closed');
    expect(readEdges('当地时间5月11日，新桥通车。').dated).toBe(true);
    expect(readEdges('昨天上午，孩子们在新桥上放风筝。').dated).toBe(true);
  });

  it('knows a sentence of its own by who was there', () => {
    expect(readEdges('青山县、渡口街道和航运公司负责同志作了交流发言。').opens).toBeGreaterThan(readEdges('青山县、渡口街道和航运公司负责同志都来了。').opens);
    expect(readEdges('副县长苏眉参加调研。').opens).toBeGreaterThan(readEdges('副县长苏眉走上渡船。').opens);
    expect(readEdges('林见川、苏眉、孔令山等参加交接。').opens).toBeGreaterThan(readEdges('林见川、苏眉、孔令山都来了。').opens);
  });
});

describe('repeatedAt', () => {
  it('counts what is printed on both sides of a break', () => {
    expect(repeatedAt('他把缆绳送进了镇上的博物馆', '送进了镇上的博物馆，还有木箱。')).toBe(9);
    expect(repeatedAt('他把缆绳送进了博物馆', '博物馆很小。')).toBe(0);
  });
});
