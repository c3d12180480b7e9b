import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { articleId, articleIds, canonicalUrl, documentId, normalizeForId, type NaturalKey } from './identity.js';

const printed: NaturalKey = {
  sourceId: null,
  url: null,
  publication: '青山晚报',
  issueDate: '2025-03-02',
  page: '4',
  title: '雨夜里的修桥人',
  text: '桥修好了。',
};
const other = '另一段文字。';

describe('articleId', () => {
  it.each<[string, Partial<NaturalKey>, Partial<NaturalKey>]>([
    ['the source’s own id, whatever else changes', { sourceId: 'a-1' }, { sourceId: 'a-1', url: 'https://a.cn/1', title: '新题', text: other }],
    ['the address before the printed place', { url: 'https://a.cn/1' }, { url: 'https://A.cn/1#top', title: '新题', text: other }],
    ['the printed place and title before the text', {}, { title: '雨夜里的 “修桥人”', text: other }],
    ['the text where the title is missing', { title: null }, { title: null, page: '5', text: '桥 修好了' }],
    ['the text where the page is missing', { page: null }, { page: null, title: '新题' }],
  ])('is made of %s', (_, first, second) => {
    expect(articleId({ ...printed, ...first })).toBe(articleId({ ...printed, ...second }));
  });

  it.each<[string, Partial<NaturalKey>, Partial<NaturalKey>]>([
    ['own ids', { sourceId: '1' }, { sourceId: '2' }],
    ['publications with the same own id', { sourceId: '1' }, { sourceId: '1', publication: '河谷日报' }],
    ['addresses', { url: 'https://a.cn/?id=1' }, { url: 'https://a.cn/?id=2' }],
    ['pages', {}, { page: '5' }],
    ['days', {}, { issueDate: '2025-03-03' }],
    ['titles', {}, { title: '雨夜里的守桥人' }],
    ['texts of untitled articles', { title: null }, { title: null, text: other }],
    ['an own id and a text that spell the same', { sourceId: 'x' }, { title: null, text: 'x' }],
  ])('tells apart %s', (_, first, second) => {
    expect(articleId({ ...printed, ...first })).not.toBe(articleId({ ...printed, ...second }));
  });
});

describe('articleIds', () => {
  it('gives a lone article the id it has by itself', () => {
    expect(articleIds([printed, { ...printed, page: '5' }])).toEqual([articleId(printed), articleId({ ...printed, page: '5' })]);
  });

  it('tells articles of one key apart by their text, in any order', () => {
    const brief = { ...printed, title: '简讯' };
    const [first, second] = articleIds([brief, { ...brief, text: other }]);
    expect(first).not.toBe(second);
    expect(articleIds([{ ...brief, text: other }, brief])).toEqual([second, first]);
  });

  it('never repeats an id, even for byte-equal repeats', () => {
    const keys = Array.from({ length: 50 }, (_, i) => ({ ...printed, text: i % 3 === 0 ? '同一段' : `段${i % 5}` }));
    expect(new Set(articleIds(keys)).size).toBe(50);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['https://News.Example.CN:443/a?b=2&a=1#x', 'https://news.example.cn/a?a=1&b=2'],
    ['https://n.cn/a?utm_source=x&UTM_Medium=y&id=7', 'https://n.cn/a?id=7'],
    ['https://n.cn/a?utm_source=x', 'https://n.cn/a'],
    [' http://n.cn ', 'http://n.cn/'],
  ])('brings %s to one form', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it.each(['', 'not a url', '/path', 'mailto:a@b.cn'])('knows that %p is no address of a page', (url) => {
    expect(canonicalUrl(url)).toBeNull();
  });
});

describe('the rest of an identity', () => {
  it('is the hash of the bytes for a document', () => {
    expect(documentId(new TextEncoder().encode('渡口'))).toBe(createHash('sha256').update('渡口').digest('hex'));
  });

  it('compares letters and digits only', () => {
    expect(normalizeForId('　“Ｎo.１”——　青山\n晚报！')).toBe('no1青山晚报');
  });
});
