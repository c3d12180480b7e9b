import type { RawArticle } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { f1, type Measure } from './measures.js';
import { articleOf, goldOf, PAGE } from './page.fixture.js';
import { scorePage } from './score-page.js';

const score = (measure: Measure, articles: RawArticle[], gold = goldOf()): number | undefined => {
  const count = scorePage(gold, PAGE, articles).of(measure);
  return count === undefined ? undefined : f1(count);
};

describe('a page', () => {
  it('scores 1 on every measure when it was split as the gold says', () => {
    const tally = scorePage(goldOf(), PAGE, [articleOf()]);
    expect(tally.counts().map(([measure, count]) => [measure, f1(count)])).toEqual(
      ['lines', 'articles', 'reading order', 'title', 'kicker', 'authors', 'agency', 'complete or cut', 'captions', 'lines kept whole', 'lines joined'].map((measure) => [measure, 1]),
    );
    expect(tally.errors).toEqual([]);
  });

  it('scores 0 on every measure of an article that was not found', () => {
    const tally = scorePage(goldOf({ dateline: '本报讯', continued_from: '第一版' }), PAGE, []);
    expect(tally.counts().map(([, count]) => f1(count))).toEqual(tally.counts().map(() => 0));
  });

  it.each<[Measure, Partial<RawArticle>, number]>([
    ['title', { title: '柳沟乡通水' }, 0],
    ['title', { title: '“荒坡” 喝上了自来水' }, 1],
    ['kicker', { kicker: null }, 0],
    ['kicker', { kicker: '开渠三年 又添新井' }, 1],
    ['authors', { byline: { raw: null, authors: [], photographers: [] } }, 0],
    ['authors', { byline: { raw: null, authors: [{ name: '边一山', role: '' }, { name: '通水', role: '' }], photographers: [] } }, 2 / 3],
    ['agency', { agency: '新华社' }, 0],
    ['complete or cut', { complete: false }, 0],
    ['reading order', { provenance: { lines: [[6, 6], [1, 5]], map: [], continuations: [] } }, 0],
    ['lines', { provenance: { lines: [[1, 4], [6, 6]], map: [], continuations: [] }, captions: [] }, 5 / 6],
    ['articles', { provenance: { lines: [[1, 4], [6, 6]], map: [], continuations: [] }, captions: [] }, 0],
    ['captions', { captions: [] }, 0],
    ['lines joined', { paragraphs: ['柳沟乡的抽水站昨天正式通水，一百二十', '户人家的水缸从此不再见底。'] }, 0],
    ['lines kept whole', { paragraphs: ['柳沟乡的抽水站昨天正式通水，一百二十', '户人家的水缸。'] }, 1 / 2],
  ])('counts %s of %j as %d', (measure, other, expected) => {
    expect(score(measure, [articleOf(other)])).toBeCloseTo(expected, 10);
  });

  it('counts a dateline and a continuation that are made up', () => {
    const made = articleOf({ dateline: { raw: '本报讯', agency: '本报', place: null, date: null }, continuedFrom: '第一版' });
    expect([score('dateline', [made]), score('continued from', [made])]).toEqual([0, 0]);
    expect([score('dateline', [articleOf()]), score('continued from', [articleOf()])]).toEqual([undefined, undefined]);
  });

  it('measures nothing of a short line, of a line with damage, or of a line that stands whole in the head', () => {
    const damaged = goldOf({}, [{ line: 4, certainty: 'sure' }]);
    expect(scorePage(damaged, PAGE, [articleOf({ paragraphs: [] })]).of('lines kept whole')).toEqual({ hit: 0, given: 1, expected: 1 });
    expect(scorePage(goldOf({ blocks: [[1, 4], [6, 6]] }), PAGE, [articleOf()]).of('lines kept whole')).toEqual({ hit: 2, given: 2, expected: 2 });
  });

  it('takes a line of residue that an article has for wrong', () => {
    const gold = goldOf({ blocks: [[2, 4], [6, 6]], kicker: null });
    expect(score('lines', [articleOf()], gold)).toBeCloseTo(5 / 6, 10);
  });
});

describe('damage', () => {
  const damage = { line: 4, printed: '一百二十', right: '一百二十二', certainty: 'sure' };

  it.each([
    ['a right reading in the text', damage, '一百二十二户', 1],
    ['what is printed', damage, '一百二十户', 0],
    ['a guess', { ...damage, certainty: 'guess' }, '一百二十户', undefined],
    ['no right reading', { ...damage, right: null }, '一百二十户', undefined],
    ['a fragment that must go and is there', { ...damage, right: '' }, '一百二十户', 0],
    ['a fragment that must go and is gone', { ...damage, right: '' }, '户', 1],
    ['lines that no article has', { ...damage, line: [8, 9] }, '一百二十二户', 0],
  ])('counts %s', (_, one, words, expected) => {
    expect(score('damage mended', [articleOf({ paragraphs: [`柳沟乡的抽水站昨天正式通水，${words}人家。`] })], goldOf({}, [one]))).toBe(expected);
  });

  it('across a join counts the join when its right reading is in one paragraph', () => {
    const mended = articleOf({ paragraphs: ['柳沟乡的抽水站昨天正式通水，一百二十二户人家。'] });
    expect(score('lines joined', [mended])).toBe(0);
    expect(score('lines joined', [mended], goldOf({}, [{ line: [4, 6], printed: '二十户', right: '二十二户', certainty: 'sure' }]))).toBe(1);
  });
});
