import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './word-vectors.js';

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function likeness(one: string, other: string): number {
  const [a, b] = [subjectOf(one), subjectOf(other)];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('subjectOf', () => {
  it.each([
    ['稻田里的秧苗已经返青', '农民忙着给麦地施肥', '球队在加时赛中扳平比分'],
    ['医院的急诊科新添了病床', '护士们给患者量血压', '高速公路的桥墩全部浇筑完成'],
    ['股市收盘时三大指数齐跌', '银行下调了存款利率', '画家在美术馆展出山水长卷'],
  ])('finds %s nearer to %s than to %s, with hardly a word in common', (text, near, far) => {
    expect(likeness(text, near)).toBeGreaterThan(likeness(text, far) + 0.1);
  });

  it('reads traditional characters as their simplified forms', () => {
    expect(likeness('醫院的護士給患者量血壓', '医院的护士给患者量血压')).toBeCloseTo(1, 5);
  });

  it('says of many words what it says of few', () => {
    const [one, many] = [subjectOf('医院新添病床'), subjectOf('医院新添病床'.repeat(500))];
    for (let i = 0; i < one.length; i += 1) expect(many[i]).toBeCloseTo(500 * (one[i] ?? 0), 1);
  });

  it('says nothing of what is no Chinese word', () => {
    expect(subjectOf('2024-05-01 12:30 ▲').every((value) => value === 0)).toBe(true);
  });
});
