import { describe, expect, it } from '@jest/globals';
import { isBlank, sameMarks, sameWords } from './printed-form.js';

describe('sameWords', () => {
  it.each([
    ['１２．５％（试）', '12.5%(试)'],
    ['“通水”了', '「通 水」了'],
    ['## **荒坡**', '荒坡'],
    ['——柳沟见闻', '--柳沟见闻'],
    ['柳沟　乡', '柳沟乡'],
  ])('takes %j and %j for the same', (a, b) => {
    expect(sameWords(a)).toBe(sameWords(b));
  });

  it('tells other words apart', () => {
    expect(sameWords('己通水')).not.toBe(sameWords('已通水'));
    expect(sameWords(null)).toBe('');
  });
});

describe('sameMarks', () => {
  it('forgives spaces and commas, not quotation marks and width', () => {
    expect(sameMarks('水， 通了')).toBe(sameMarks('水通 了'));
    expect(sameMarks('"水"')).not.toBe(sameMarks('“水”'));
    expect(sameMarks('１')).not.toBe(sameMarks('1'));
  });
});

describe('isBlank', () => {
  it('is true of nothing and of white space of any width', () => {
    expect(['', ' ', '　\t', undefined].map(isBlank)).toEqual([true, true, true, true]);
    expect(isBlank('。')).toBe(false);
  });
});
