import type { PrintedArticle } from '@wenliu/contracts';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { lineCount, toOriginalArticles } from './original-articles.js';

const [FRONT, BACK] = ['1'.repeat(64), '3'.repeat(64)];
const article = (title: string, documentId: string, lines: [number, number][], tail: [number, number][] = []): PrintedArticle =>
  aTaggedArticle({
    title, documentId, page: '1',
    provenance: { lines, map: [], continuations: tail.length === 0 ? [] : [{ documentId: BACK, page: '3', lines: tail, map: [] }] },
  });

describe('the articles of an original', () => {
  it('are numbered as they begin on the page', () => {
    const found = toOriginalArticles([article('后', FRONT, [[20, 22], [9, 9]]), article('先', FRONT, [[2, 5]])], FRONT);
    expect(found.map(({ number, article: { title } }) => [number, title])).toEqual([[1, '先'], [2, '后']]);
  });

  it('have the lines of this page only, and name the other pages', () => {
    const joined = article('两版一篇', FRONT, [[1, 9]], [[30, 33]]);
    expect(toOriginalArticles([joined], FRONT)[0]).toMatchObject({ lines: [[1, 9]], elsewhere: [{ documentId: BACK, page: '3' }] });
    expect(toOriginalArticles([joined], BACK)[0]).toMatchObject({ lines: [[30, 33]], elsewhere: [{ documentId: FRONT, page: '1' }] });
  });

  it('come last where they are printed elsewhere by now', () => {
    const found = toOriginalArticles([article('别处', BACK, [[1, 2]]), article('这里', FRONT, [[7, 8]])], FRONT);
    expect(found.map(({ lines }) => lineCount(lines))).toEqual([2, 0]);
  });
});
