import { describe, expect, it } from '@jest/globals';
import { oddsOfPair, rankOf, unpackModel } from '@wenliu/text/model';
import { readJiebaWords } from './jieba-words.js';
import { readModel } from './model.js';
import { pack } from './pack.js';

const log10 = (odds: number): string => (odds / Math.LN10).toFixed(6);
const LINES = [
  '\\data\\',
  'ngram 1=4',
  '\\1-grams:',
  `${log10(-5)}\t国家\t${log10(-0.5)}`,
  `${log10(-6)}\t主席\t${log10(-0.25)}`,
  `${log10(-9)}\t桌子`,
  `${log10(-9.5)}\t太长的词语\t0`,
  '',
  '\\2-grams:',
  `${log10(-2)}\t国家 主席\t0`,
  `${log10(-7.4)}\t国家 桌子\t0`,
  `${log10(-1)}\t主席 太长的词语`,
  '\\3-grams:',
  `${log10(-1)}\t国家 主席 桌子`,
];

describe('the language model', () => {
  const model = readModel(LINES, new Map([['博物馆', -10], ['国家', -1]]), 2);
  const unpacked = unpackModel(pack(model));
  const rank = (word: string): number => rankOf(unpacked.words, word, 0, word.length);

  it('has the words by how common they are, without those that are too long', () => {
    expect(model.words.map(({ text }) => text)).toEqual(['国家', '主席', '桌子', '博物馆']);
  });

  it('says the same when it was packed', () => {
    expect(rank('国家')).toBe(0);
    expect(rank('国')).toBe(-1);
    expect(unpacked.odds[rank('国家')]).toBeCloseTo(-5, 1);
    expect(unpacked.odds[rank('博物馆')]).toBeCloseTo(-10, 1);
    expect(oddsOfPair(unpacked.pairs, rank('国家'), rank('主席'))).toBeCloseTo(-2, 1);
    expect(oddsOfPair(unpacked.pairs, rank('主席'), rank('国家'))).toBeCloseTo(0);
  });

  it('keeps the pairs that tell most', () => {
    const [first] = readModel(LINES, new Map(), 1).pairs.filter(({ size }) => size > 0);
    expect([...(first ?? []).keys()]).toEqual([1]);
  });

  it('leaves to all other words what the pairs leave', () => {
    const { words, pairs } = model;
    const behind = pairs[0] ?? new Map<number, number>();
    const others = words.reduce((sum, { odds }, at) => (behind.has(at) ? sum : sum + Math.exp(odds)), 0);
    const all = words.reduce((sum, { odds }) => sum + Math.exp(odds), 0);
    const counted = [...behind.values()].reduce((sum, odds) => sum + Math.exp(odds), 0);
    expect(counted + Math.exp(words[0]?.backOff ?? 0) * (1 - (all - others))).toBeCloseTo(1, 6);
  });
});

describe('the dictionary', () => {
  it("reads the words of jieba's dictionary that are not rare", () => {
    const words = readJiebaWords('国家 60 n\n会议 20 n\n馆缆 19 x\n');
    expect([...words.keys()]).toEqual(['国家', '会议']);
    expect(words.get('国家')).toBeCloseTo(Math.log(60 / 99), 6);
  });
});
