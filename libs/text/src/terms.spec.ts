import { describe, expect, it } from '@jest/globals';
import { phraseTerms, termString, units } from './terms.js';

describe('termString', () => {
  it.each([
    ['新能源', '新能 能源 源'],
    ['新能源汽車', '新能 能源 源汽 汽车 车'],
    ['出口增长12.3%，', '出口 口增 增长 长 12 3'],
    ['Ｇ20峰会', 'g20 峰会 会'],
    ['新、\n能　源', '新能 能源 源'],
    ['〇々𠀀丁', '〇々 々𠀀 𠀀丁 丁'],
    ['ニュース速報', 'ニュース 速报 报'],
    ['ﾊﾞｽ Cafe\u0301', 'バス café'],
    ['葛\ufe00城', '葛城 城'],
    ['“——①②”\ufffd\ud800', ''],
    ['', ''],
  ])('makes of %j the terms %j', (text, terms) => {
    expect(termString(text)).toBe(terms);
  });

  it('puts a mark before words, and before nothing else', () => {
    expect(termString('新能源AI車𠀀，5G', '_')).toBe('新能 能源 源 _ai 车𠀀 𠀀 _5g');
    expect(phraseTerms('Cafe\u0301车', '_')).toEqual({ terms: ['_café', '车'], prefix: true });
    expect(termString('a车'.repeat(100), '_').split(' ')).toHaveLength(200);
  });

  it('makes one term for each unit', () => {
    const text = '6月17日，记者 (Li Wei) 报道：𠀀a\u0301bc１２３';
    expect(termString(text).split(' ')).toHaveLength(units(text).length);
  });

  it('lets no character into a term that a tokenizer splits on', () => {
    const everything = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code)).join('');
    const terms = termString(everything);
    expect(terms).not.toMatch(/\p{Cc}|[!-/:-@[-`{-~]|\s\s|[^\S ]/u);
    expect(terms.isWellFormed()).toBe(true);
    expect(terms.length).toBeGreaterThan(100_000);
  });

  it('cuts a word that engines would cut, so that positions stay ours', () => {
    const terms = termString(`${'a'.repeat(300)}报`).split(' ');
    expect(terms.map((term) => term.length)).toEqual([128, 128, 44, 1]);
  });
});

describe('units', () => {
  it('gives the folded text and the offsets of the original', () => {
    const text = '臺、ＡＩ１\n𠀀';
    expect(units(text).map((unit) => [unit.text, text.slice(unit.start, unit.end), unit.isHan])).toEqual([
      ['台', '臺', true],
      ['ai1', 'ＡＩ１', false],
      ['𠀀', '𠀀', true],
    ]);
  });
});

describe('phraseTerms', () => {
  it.each([
    ['新能源', ['新能', '能源'], false],
    ['源', ['源'], true],
    ['AI源', ['ai', '源'], true],
    ['源AI', ['源', 'ai'], false],
    ['“新、能”', ['新能'], false],
    ['𠀀', ['𠀀'], true],
    ['AI', ['ai'], false],
    ['——', [], false],
    ['', [], false],
  ])('asks for %j by %j, prefix %j', (text, terms, prefix) => {
    expect(phraseTerms(text)).toEqual({ terms, prefix });
  });
});
