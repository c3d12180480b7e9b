import { describe, expect, it } from '@jest/globals';
import { authorsByRole, languageTag, webAddress } from './article-facts.js';

describe('facts of an article', () => {
  it('groups authors that follow each other with one role', () => {
    const authors = [
      { name: '季沐青', role: '记者' },
      { name: '阮若川', role: '记者' },
      { name: '葛守仁', role: '通讯员' },
    ];
    expect(authorsByRole({ byline: { raw: null, authors, photographers: [] } })).toEqual([
      { role: '记者', names: ['季沐青', '阮若川'] },
      { role: '通讯员', names: ['葛守仁'] },
    ]);
  });

  it('links to web addresses only', () => {
    expect(webAddress('https://example.org/a')).toBe('https://example.org/a');
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress(null)).toBeNull();
  });

  it('names the writing for the glyphs', () => {
    expect(languageTag({ language: 'zh', script: 'Hant' })).toBe('zh-Hant');
    expect(languageTag({ language: 'en', script: null })).toBe('en');
  });
});
