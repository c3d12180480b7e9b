import { describe, expect, it } from '@jest/globals';
import { findDocuments } from './documents.js';

describe('findDocuments', () => {
  it('gives the name without its marks, its mentions and its kind', () => {
    expect(findDocuments('按《上海市绿化条例》，《上海市绿化条例》')).toEqual([
      { title: '上海市绿化条例', kind: '条例', issuer: null, mentions: [[2, 9], [12, 19]] },
    ]);
  });

  it.each([
    ['a name broken over two lines', '《关于加强\n管理的通知》', ['关于加强管理的通知']],
    ['a name inside a name', '《关于修改《森林法》的决定》', ['关于修改《森林法》的决定', '森林法']],
    ['a name in single marks inside a name', '《关于修改〈森林法〉的决定》', ['关于修改〈森林法〉的决定', '森林法']],
    ['no single marks alone', '〈森林法〉', []],
    ['the closed one after one left open', '《残缺，《森林法》公布', ['森林法']],
    ['no name without its opening mark', '残缺》《森林法》', ['森林法']],
    ['no empty name', '《》《 \n》', []],
    ['no name longer than 150 characters', `《${'长'.repeat(151)}》`, []],
    ['nothing in marks that cross', '《甲〈乙》丙〉', ['甲〈乙']],
  ])('finds %s', (_, text, titles) => {
    expect(findDocuments(text).map((document) => document.title)).toEqual(titles);
  });

  it.each([
    ['森林法', '法'],
    ['管理办法', '办法'],
    ['管理办法（试行）', '办法'],
    ['实施意见', '意见'],
    ['“十四五”规划', '规划'],
    ['工作方案', '方案'],
    ['政府工作报告', '报告'],
    ['关于放假的通知', '通知'],
    ['中国书法', null],
    ['红楼梦', null],
    ['法', null],
  ])('says what kind 《%s》 is', (title, kind) => {
    expect(findDocuments(`《${title}》`).map((document) => document.kind)).toEqual([kind]);
  });

  it('reads a megabyte of opening marks in under a second', () => {
    const started = performance.now();
    expect(findDocuments('《'.repeat(1_000_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
