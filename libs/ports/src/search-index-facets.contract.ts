import { beforeAll, describe, expect, it } from '@jest/globals';
import { FACET_FIELDS } from '@wenliu/contracts';
import type { FacetName } from './search-index.js';
import type { OpenSearchIndex } from './search-index.contract.js';
import { all, date, facet, not, phrase, request, searchDocument, useIndex } from './search-index-probe.contract.js';
import { numbers } from './suite.contract.js';

export function describeFacets(open: OpenSearchIndex): void {
  describe('facets', () => {
    const used = useIndex(open);
    const place = (n: number): string => (n < 50 ? '上海' : n < 80 ? '北京市' : '广州 A"b');
    beforeAll(async () => {
      await used.put(
        ...numbers(100).map((n) =>
          searchDocument(`f${n}`, {
            date: n % 10 === 0 ? null : `2024-${n < 50 ? '01' : '12'}-31`,
            text: n % 2 === 0 ? '双数' : '单数',
            facets: { place: [place(n)], person: n % 4 === 0 ? ['甲', '乙', '甲'] : ['乙'], page: [`p${n % 40}`] },
          }),
        ),
        searchDocument('dead', { deleted: true, text: '双数', facets: { place: ['上海'] } }),
      );
    });
    const counted = async (query = all, names: FacetName[] = ['place', 'person', 'month'], size = 10) =>
      (await used.index.search(request(query, { facets: names, size }))).facets;

    it('count all matches, not only those of the page, most frequent first', async () => {
      expect(await counted(all, ['place', 'person', 'month'], 1)).toEqual({
        place: [{ value: '上海', count: 50 }, { value: '北京市', count: 30 }, { value: '广州 A"b', count: 20 }],
        person: [{ value: '乙', count: 100 }, { value: '甲', count: 25 }],
        month: [{ value: '2024-01', count: 45 }, { value: '2024-12', count: 45 }],
      });
    });

    it('count the matches of the query only', async () => {
      expect(await counted(phrase('双数'))).toEqual({
        place: [{ value: '上海', count: 25 }, { value: '北京市', count: 15 }, { value: '广州 A"b', count: 10 }],
        person: [{ value: '乙', count: 50 }, { value: '甲', count: 25 }],
        month: [{ value: '2024-01', count: 20 }, { value: '2024-12', count: 20 }],
      });
      expect(await counted(facet('place', '北京市'), ['place'])).toEqual({ place: [{ value: '北京市', count: 30 }] });
      expect(await counted(phrase('没有'), ['place', 'month'])).toEqual({ place: [], month: [] });
    });

    it('have no month for documents without a date', async () => {
      expect(await counted(not(date(null, null)), ['month'])).toEqual({ month: [] });
    });

    it('are those that were asked for', async () => {
      expect(await counted(all, [])).toEqual({});
      expect(Object.keys(await counted(all, [...FACET_FIELDS, 'month'])).sort()).toEqual([...FACET_FIELDS, 'month'].sort());
    });

    it('are the same on every page', async () => {
      const first = request(all, { facets: ['place'], size: 30 });
      const page = await used.index.search(first);
      expect((await used.index.search({ ...first, cursor: page.next })).facets).toEqual(page.facets);
    });

    it('are exact for few matches, and say so', async () => {
      expect(await used.index.search(request(all, { facets: ['place'] }))).toMatchObject({ exact: true, total: 100 });
    });

    it('begin with the most frequent where there are many values', async () => {
      const pages = (await counted(all, ['page'])).page ?? [];
      expect(pages.length).toBeGreaterThanOrEqual(20);
      expect(pages.slice(0, 20).every(({ count }) => count === 3)).toBe(true);
      expect(pages.map(({ count }) => count)).toEqual(pages.map(({ count }) => count).sort((a, b) => b - a));
    });

    it('change with their documents', async () => {
      await used.put(searchDocument('moves', { text: '移动', facets: { place: ['甲地'] } }));
      expect(await counted(phrase('移动'), ['place'])).toEqual({ place: [{ value: '甲地', count: 1 }] });
      await used.put(searchDocument('moves', { version: 2, text: '移动', facets: { place: ['乙地'] } }));
      expect(await counted(phrase('移动'), ['place'])).toEqual({ place: [{ value: '乙地', count: 1 }] });
      await used.put(searchDocument('moves', { version: 3, deleted: true }));
      expect(await counted(phrase('移动'), ['place'])).toEqual({ place: [] });
    });
  });
}
