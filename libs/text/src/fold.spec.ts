import { describe, expect, it } from '@jest/globals';
import { fold, foldChar } from './fold.js';

describe('fold', () => {
  it.each([
    ['新能源汽車產業發展', '新能源汽车产业发展'],
    ['衞生署與檯灣臺北', '卫生署与台湾台北'],
    ['ＡＢＣ１２３％（“Ｘ”）', 'abc123%(“x”)'],
    ['GDP　Ａ', 'gdp a'],
    ['⼈⼯智能', '人工智能'],
    ['ÉCOLE ПРИВЕТ', 'école привет'],
    ['澜州日报', '澜州日报'],
    ['', ''],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps what would change its length, so offsets stay those of the original', () => {
    // İ lower-cases to two units, ㎡ and ① are signs, 㗲 has a simplified form outside the basic plane.
    for (const text of ['İ', '㎡', '①', 'ß', '㗲', '𠀀', '\ud800', '\udc00a']) {
      expect(fold(text)).toBe(text);
    }
  });

  it('gives every code unit one code unit that folds to itself', () => {
    const moved = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => foldChar(foldChar(code)) !== foldChar(code),
    );
    expect(moved).toEqual([]);
  });

  it('folds a text as it folds its code units one by one', () => {
    const text = '臺灣Ｇ20峰會，𠀀A\ud800。';
    const codes = Array.from({ length: text.length }, (_, at) => foldChar(text.charCodeAt(at)));
    expect(fold(text)).toBe(String.fromCharCode(...codes));
  });
});
