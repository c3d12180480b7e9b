import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { zh } from './zh.js';

/** `path → text` of every leaf; texts with parts are called with a number. */
function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('have the same texts', () => {
    expect(leaves(en, '').map(([path]) => path).sort()).toEqual(leaves(zh, '').map(([path]) => path).sort());
  });

  it.each(['zh', 'en'])('have no empty text in %s', (language) => {
    const empty = leaves(language === 'zh' ? zh : en, '').filter(([, text]) => text === '');
    expect(empty).toEqual([]);
  });

  it('say one and many apart in English', () => {
    expect([en.push.found(1), en.push.found(2)]).toEqual(['1 article', '2 articles']);
    expect(en.search.total('1', true)).toBe('1 article');
  });

  it('name a page as a Chinese paper does', () => {
    expect(['3', '二', 'A02'].map(zh.search.page)).toEqual(['第3版', '第二版', 'A02版']);
  });
});
