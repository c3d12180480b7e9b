import { describe, expect, it } from '@jest/globals';
import { areNeighbours, charLikelihood, gainOfJoining, parseLikelihood, readBackward, readForward, tailLikelihood, wordLikelihood } from './words.js';

describe('words', () => {
  it('knows words, and how common they are', () => {
    expect(wordLikelihood('博物馆', 0, 3)).toBeLessThan(0);
    expect(wordLikelihood('我们', 0, 2)).toBeGreaterThan(wordLikelihood('博物馆', 0, 3));
    expect(wordLikelihood('馆缆', 0, 2)).toBe(-Infinity);
  });

  it('finds the likeliest words of a text, whatever the script', () => {
    const whole = parseLikelihood('信息技术');
    expect(whole).toBeGreaterThan(parseLikelihood('信息技') + parseLikelihood('术') + 5);
    expect(parseLikelihood('信息技術')).toBe(whole);
    expect(parseLikelihood('')).toBe(0);
  });

  it('finds the same words from either end', () => {
    for (const text of ['信息技术', '会议通报了', '馆缆', '人']) expect(readBackward(text).whole).toBeCloseTo(readForward(text).whole, 5);
  });

  it('knows characters, and those that end words', () => {
    expect(charLikelihood('的'.charCodeAt(0))).toBeGreaterThan(charLikelihood('缆'.charCodeAt(0)));
    expect(tailLikelihood('们'.charCodeAt(0))).toBeGreaterThan(tailLikelihood('缆'.charCodeAt(0)));
  });
});

describe('neighbours', () => {
  const together = (pair: string): boolean => areNeighbours(pair.charCodeAt(0), pair.charCodeAt(1));

  it('are what stands side by side in a word, or in two that often follow each other', () => {
    for (const pair of ['博物', '物馆', '家主']) expect(together(pair)).toBe(true);
  });

  it('are few', () => {
    const chars = [...'博馆缆梯彭锸硅禾赊'];
    const pairs = chars.flatMap((a) => chars.map((b) => a + b));
    expect(pairs.filter(together).length).toBeLessThan(pairs.length / 4);
  });
});

describe('the gain of joining', () => {
  const gain = (tail: string, head: string): number => gainOfJoining(readForward(tail), readBackward(head));

  it('is what the whole is likelier than its halves', () => {
    for (const [tail, head] of [['加强城', '市管理'], ['代表大', '会开幕'], ['经济', '发展'], ['桌子', '主席']] as const) {
      expect(gain(tail, head)).toBeCloseTo(parseLikelihood(tail + head) - parseLikelihood(tail) - parseLikelihood(head), 5);
    }
  });

  it('is high within a word, and between words that often stand together', () => {
    expect(gain('加强城', '市管理')).toBeGreaterThan(5);
    expect(gain('国家', '主席')).toBeGreaterThan(2);
    expect(gain('主席', '桌子')).toBeLessThan(0);
  });

  it('is nothing where there is nothing to join', () => {
    expect(gain('', '会议')).toBe(0);
    expect(gain('会议', '')).toBe(0);
  });
});
