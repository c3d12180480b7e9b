import { RawArticle } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { fillArticle } from './fill-article.js';
import { textArticle } from './text-article.js';
import { wordsOf } from './words.js';

const BYTES = Buffer.from('{}');

describe('fillArticle', () => {
  it('makes a whole article of paragraphs alone, and leaves them as they are', () => {
    const filled = fillArticle({ paragraphs: [' 上海市长表示。\n', ''] }, BYTES);
    expect(filled.ok && RawArticle.parse(filled.article)).toMatchObject({ paragraphs: [' 上海市长表示。\n', ''], version: 100_000, language: 'zh', lane: 'live' });
  });

  it('keeps what is given, whatever the id looks like', () => {
    const given = { id: 'no-hash', version: 7001, title: '标题', documentId: 'd', quality: 0.5, language: 'en', paragraphs: ['a'] };
    const filled = fillArticle(given, BYTES);
    expect(filled.ok && filled.article).toMatchObject(given);
  });

  it.each([
    ['a byline as one reads it', { byline: '本报记者 王建军' }, { byline: { authors: [{ name: '王建军' }] } }],
    ['null for nothing', { lane: null, captions: null, title: null }, { lane: 'live', captions: [], title: null }],
    ['a retraction', { retracted: true }, { change: { kind: 'retracted' } }],
    ['a revision', { revision: 3 }, { version: 300_000 }],
  ])('takes %s', (_, fields, expected) => {
    const filled = fillArticle({ paragraphs: ['字'], ...fields }, BYTES);
    expect(filled.ok && filled.article).toMatchObject(expected);
  });

  it.each([[{}], [{ paragraphs: 'text' }], [[]], [null], [{ paragraphs: [], quality: 3 }]])('says what is wrong with %j', (value) => {
    expect(fillArticle(value, BYTES).ok).toBe(false);
  });

  it('gives one id for one text, whatever it came in', () => {
    const ids = [BYTES, Buffer.from('other')].map((bytes) => {
      const filled = fillArticle({ paragraphs: ['同一篇文章。'] }, bytes);
      return filled.ok ? filled.article.id : null;
    });
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('textArticle', () => {
  it('takes each line for a paragraph and maps it to its place', () => {
    const article = textArticle(Buffer.from('　　第一段。\n\n第二段。\n'));
    expect(article.paragraphs).toEqual(['第一段。', '第二段。']);
    expect(article.provenance.map).toEqual([
      [0, 4, 1, 3],
      [5, 9, 3, 1],
    ]);
  });

  it('refuses a text without any', () => {
    expect(() => textArticle(Buffer.from(' \n'))).toThrow('no text');
  });
});

describe('wordsOf', () => {
  it('parts words by their lengths and leaves out white space', () => {
    expect(wordsOf('上海 hello　好', { lengths: [2, 1, 5, 1, 1], tags: ['ns', 'x', 'eng', 'x', 'a'] })).toEqual({
      words: ['上海', 'hello', '好'],
      tags: ['ns', 'eng', 'a'],
    });
  });
});
