import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchResult } from '@wenliu/contracts';
import { PAGES } from './pages.js';
import { startWithPages, type Server } from './story.fixture.js';

let server: Server;
let all: SearchResult['items'];
beforeAll(async () => {
  server = await startWithPages();
  all = await server.client.searchAll({ size: '1000' });
});

const ids = (items: SearchResult['items']): string[] => items.map(({ id }) => id);
const idsWhere = (holds: (article: SearchResult['items'][number]['article']) => boolean): string[] =>
  all.filter(({ article }) => holds(article)).map(({ id }) => id).sort();

describe('search', () => {
  it('without words finds every article, newest first, each once', async () => {
    const documents = await Promise.all(PAGES.map(({ id }) => server.client.document(id)));
    const expected = documents.flatMap(({ articles }) => articles.map(({ id }) => id));
    expect(ids(all).sort()).toEqual([...new Set(expected)].sort());
    const dates = all.map(({ article }) => article.issueDate).filter((date) => date !== null);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it.each(['publication', 'page', 'person', 'place', 'organization', 'author', 'language'])('counts the facet %s as its filter finds', async (facet) => {
    const { facets, exact, total } = await server.client.search({ facets: facet, size: '1' });
    const counts = facets[facet] ?? [];
    expect({ exact, total }).toEqual({ exact: true, total: all.length });
    expect(counts.length).toBeGreaterThan(0);
    for (const { value, count } of counts.slice(0, 8)) {
      expect(await server.client.search({ [facet]: value, size: '1' })).toMatchObject({ total: count });
    }
  });

  it('counts months as the month filter finds them', async () => {
    const { facets } = await server.client.search({ facets: 'month', size: '1' });
    const months = facets['month'] ?? [];
    expect(months.length).toBeGreaterThan(3);
    for (const { value, count } of months) expect(await server.client.search({ month: value, size: '1' })).toMatchObject({ total: count });
  });

  it('narrows by several filters at once', async () => {
    const paper = '澜州日报';
    const items = await server.client.searchAll({ publication: paper, language: 'zh' });
    expect(ids(items).sort()).toEqual(idsWhere((article) => article.publication === paper && article.language === 'zh'));
    const two = new URLSearchParams([['person', '汤慕青'], ['person', '费立群']]);
    const both = await server.client.request('GET', `/v1/articles?${two}`);
    expect(both.json()).toMatchObject({ total: 1, items: [{ article: { title: '前五月澜州外贸进出口增长一成二' } }] });
  });

  it('takes date ranges, open at either end, with both days included', async () => {
    const dates = [...new Set(all.map(({ article }) => article.issueDate).filter((date) => date !== null))].sort();
    const [first = '', second = ''] = dates;
    const last = dates.at(-1) ?? '';
    const totalOf = async (parameters: Record<string, string>): Promise<number> => (await server.client.search({ ...parameters, size: '1' })).total;
    const dated = (holds: (date: string) => boolean): number => all.filter(({ article }) => article.issueDate !== null && holds(article.issueDate)).length;
    // Articles of pages without a date of their own may have one from their dateline.
    expect(await totalOf({ from: first, to: first })).toBeGreaterThanOrEqual(dated((date) => date === first));
    expect(await totalOf({ from: first, to: last })).toBe(await totalOf({ q: `date:${first}..${last}` }));
    expect(await totalOf({ to: first })).toBe(await totalOf({ q: `date:..${first}` }));
    expect(await totalOf({ from: second })).toBe(await totalOf({ q: `date:${second}..` }));
    expect(await totalOf({ from: '2099-01-01' })).toBe(0);
    expect(await totalOf({ from: first, to: last })).toBe((await totalOf({ from: first })) - (await totalOf({ from: '2099-01-01' })));
  });

  it('sorts by date or by relevance, the same every time', async () => {
    for (const sort of ['date', 'relevance']) {
      const once = ids(await server.client.searchAll({ q: '企业', sort, size: '3' }));
      expect(once.length).toBeGreaterThan(6);
      expect(ids(await server.client.searchAll({ q: '企业', sort, size: '1000' }))).toEqual(once);
    }
    const { items } = await server.client.search({ q: '企业', sort: 'relevance' });
    const scores = items.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('understands the grammar as it is written down', async () => {
    const found = async (q: string): Promise<string[]> => ids(await server.client.searchAll({ q, size: '1000' })).sort();
    const [firms, markets, both, either, without] = await Promise.all([found('企业'), found('市场'), found('企业 市场'), found('企业 OR 市场'), found('企业 -市场')]);
    expect(Math.min(both.length, without.length, markets.length)).toBeGreaterThan(0);
    expect(both).toEqual(firms.filter((id) => markets.includes(id)));
    expect(either).toEqual([...new Set([...firms, ...markets])].sort());
    expect(without).toEqual(firms.filter((id) => !markets.includes(id)));
    expect(await found('title:外贸')).toEqual(idsWhere(({ kicker, title, subtitle }) => `${kicker ?? ''} ${title ?? ''} ${subtitle ?? ''}`.includes('外贸')));
    expect(await found('person:费立群')).toEqual(idsWhere(({ persons }) => persons.some(({ name }) => name === '费立群')));
    expect(await found('author:靳书远')).toEqual(idsWhere(({ byline }) => byline.authors.some(({ name }) => name === '靳书远')));
  });
});

describe('paging', () => {
  it('neither repeats nor leaves out while more is taken in', async () => {
    const { client } = server;
    const found: string[] = [];
    const pushed: string[] = [];
    let page = await client.search({ size: '5', sort: 'date' });
    for (let n = 0; ; n++) {
      found.push(...ids(page.items));
      if (page.next === null) break;
      const article = { sourceId: `paging-${n}`, publication: '翻页日报', issueDate: '2026-12-31', title: `翻页期间第${n}篇`, paragraphs: ['翻页的时候又来了一篇。'] };
      const added = await client.pushLines([article]);
      if (n % 4 === 0) await client.until(added, 'done');
      pushed.push(...added);
      page = await client.search({ size: '5', sort: 'date', cursor: page.next });
    }
    expect(found).toEqual(ids(all));
    await client.until(pushed, 'done');
    expect((await client.search({ publication: '翻页日报', size: '1' })).total).toBe(pushed.length);
  });
});

describe('a document', () => {
  it.each(PAGES.map((page) => [page.name, page] as const))('%s gives its original back, byte for byte, and as text', async (_, page) => {
    const original = await server.client.request('GET', `/v1/documents/${page.id}/original`);
    expect(original.bytes.equals(page.bytes)).toBe(true);
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    const text = await server.client.request('GET', `/v1/documents/${page.id}/original?as=text`);
    expect(text.bytes.toString('utf8').split('\n').length).toBe(page.bytes.toString('utf8').split('\n').length);
    expect(text.headers.get('content-type')).toContain('text/plain');
  });

  it.each(PAGES.map((page) => [page.name, page] as const))('%s is traced from its receipt to every article searchable', async (_, page) => {
    const { articles } = await server.client.document(page.id);
    const stages = async (id: string): Promise<string[]> => {
      const { hops } = await server.client.trace(id);
      const times = hops.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      return hops.map(({ service, stage, outcome }) => `${service}/${stage}: ${outcome}`);
    };
    const ofDocument = ['ingest/receive-document: accepted', 'ingest/split-document: forward'];
    expect(await stages(page.id)).toEqual(ofDocument);
    for (const { id } of articles) expect(await stages(id)).toEqual([...ofDocument, 'nlp/tag-article: forward', 'indexer/index-article: forward']);
  });
});
