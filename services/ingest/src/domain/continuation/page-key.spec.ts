import { describe, expect, it } from '@jest/globals';
import { pageKey } from './page-key.js';

describe('pageKey', () => {
  it.each([
    ['第三版', '3'], ['三版', '3'], ['3版', '3'], ['03', '3'], ['０３版', '3'], ['第十二版', '12'], ['第二十版', '20'], ['第10版', '10'],
    ['第A07版', 'A7'], ['Ａ７', 'A7'], ['A3版', 'A3'], ['第B12版·经济', 'B12'], ['一二', '12'], ['第3版《要闻》', '3'],
  ])('brings %s to %s', (text, key) => {
    expect(pageKey(text)).toBe(key);
  });

  it.each([null, '', '要闻', '第版', '下版'])('knows no page in %p', (text) => {
    expect(pageKey(text)).toBeNull();
  });
});
