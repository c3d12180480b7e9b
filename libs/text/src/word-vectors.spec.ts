import { describe, expect, it } from '@jest/globals';
import { addSubject, SUBJECT_SIZE } from './word-vectors.js';

function subjectOf(text: string): number[] {
  const sum = new Float32Array(SUBJECT_SIZE);
  addSubject(text, sum);
  return [...sum];
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function likeness(one: string, other: string): number {
  const [a, b] = [subjectOf(one), subjectOf(other)];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('addSubject', () => {
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

  it('adds nothing for what is no Chinese word', () => {
    expect(subjectOf('2024-05-01 12:30 ▲').every((value) => value === 0)).toBe(true);
  });
});
