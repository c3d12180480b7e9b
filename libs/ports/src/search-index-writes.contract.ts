import { describe, expect, it } from '@jest/globals';
import type { IndexEntry } from './search-index.js';
import type { OpenSearchIndex, SearchIndexFeatures } from './search-index.contract.js';
import { all, facet, find, phrase, request, searchDocument, useIndex } from './search-index-probe.contract.js';
import { itIf, numbers, shuffled } from './suite.contract.js';

export function describeWrites(open: OpenSearchIndex, features: SearchIndexFeatures): void {
  describe('putting', () => {
    const used = useIndex(open);
    const total = async (): Promise<number> => (await used.index.search(request(all, { size: 1 }))).total;

    it('finds nothing in an empty index', async () => {
      expect(await used.index.search(request(all, { facets: ['place', 'month'] }))).toEqual({
        total: 0, exact: true, hits: [], next: null, facets: { place: [], month: [] },
      });
      expect(await used.index.versions(['nowhere'])).toEqual([null]);
      expect(await used.put()).toEqual([]);
    });

    it('finds a document after refresh, with its version', async () => {
      expect(await used.put(searchDocument('new', { version: 7, text: '苹果' }))).toEqual(['written']);
      const page = await used.index.search(request(phrase('苹果')));
      expect(page).toMatchObject({ total: 1, exact: true, hits: [{ id: 'new', version: 7 }], next: null });
      expect(await used.index.versions(['new'])).toEqual([7]);
    });

    it('replaces an older version: what it said is not found any more', async () => {
      await used.put(searchDocument('replaced', { version: 1, title: '旧题', text: '香蕉', date: '2020-01-01', facets: { place: ['旧地'] } }));
      const before = await total();
      expect(await used.put(searchDocument('replaced', { version: 2, title: '新题', text: '樱桃', date: '2021-01-01', facets: { place: ['新地'] } }))).toEqual(['written']);
      expect(await total()).toBe(before);
      for (const gone of [phrase('香蕉'), phrase('旧题'), facet('place', '旧地')]) expect(await find(used.index, gone)).toEqual([]);
      for (const there of [phrase('樱桃'), phrase('新题', 'title'), facet('place', '新地')]) expect(await find(used.index, there)).toEqual(['replaced']);
    });

    it.each([['the same', 5], ['an older', 4]])('changes nothing for %s version', async (_, version) => {
      const id = `kept ${version}`;
      await used.put(searchDocument(id, { version: 5, text: `葡萄${version}` }));
      expect(await used.put(searchDocument(id, { version, text: '草莓' }))).toEqual(['older']);
      expect(await find(used.index, phrase('草莓'))).toEqual([]);
      expect(await find(used.index, phrase(`葡萄${version}`))).toEqual([id]);
      expect(await used.index.versions([id])).toEqual([5]);
    });

    it('tells versions apart up to the largest', async () => {
      const largest = Number.MAX_SAFE_INTEGER;
      expect(await used.put(searchDocument('large', { version: largest - 1 }), searchDocument('large', { version: largest }))).toEqual(['written', 'written']);
      expect(await used.put(searchDocument('large', { version: largest - 1 }))).toEqual(['older']);
      expect(await used.index.versions(['large'])).toEqual([largest]);
    });

    it('gives one outcome per document, in order, several versions of one id too', async () => {
      const put = (id: string, version: number) => searchDocument(id, { version, text: `龙眼${version}` });
      const outcomes = await used.put(put('o1', 2), put('o2', 1), put('o1', 1), put('o1', 3), put('o2', 1));
      expect(outcomes).toEqual(['written', 'written', 'older', 'written', 'older']);
      expect(await find(used.index, phrase('龙眼3'))).toEqual(['o1']);
      expect(await find(used.index, phrase('龙眼2'))).toEqual([]);
    });

    it('ends with the newest, in whatever order versions come', async () => {
      for (const seed of numbers(10)) {
        const versions = numbers(6).map((n) => searchDocument(`shuffled ${seed}`, { version: n + 1, text: `荔枝${n + 1}`, deleted: n === 3 }));
        for (const document of shuffled(versions, seed)) await used.put(document);
      }
      expect(await find(used.index, phrase('荔枝6'))).toEqual(numbers(10).map((seed) => `shuffled ${seed}`).sort());
      for (const n of numbers(5)) expect(await find(used.index, phrase(`荔枝${n + 1}`))).toEqual([]);
    });

    it('never finds a tombstone, keeps its version, and lets no older write bring the document back', async () => {
      await used.put(searchDocument('dead', { version: 1, title: '山竹', text: '山竹', facets: { place: ['山竹'] } }));
      const before = await total();
      expect(await used.put(searchDocument('dead', { version: 3, deleted: true }))).toEqual(['written']);
      expect(await used.put(searchDocument('dead', { version: 2, title: '山竹', text: '山竹', facets: { place: ['山竹'] } }))).toEqual(['older']);
      for (const query of [phrase('山竹'), facet('place', '山竹')]) expect(await find(used.index, query)).toEqual([]);
      expect(await total()).toBe(before - 1);
      expect(await used.index.versions(['dead'])).toEqual([3]);
      expect((await used.index.search(request(all, { facets: ['place'] }))).facets.place?.map(({ value }) => value)).not.toContain('山竹');
    });

    it('finds a document that is newer than its tombstone', async () => {
      await used.put(searchDocument('back', { version: 1, text: '石榴' }), searchDocument('back', { version: 2, deleted: true, text: '石榴' }));
      expect(await find(used.index, phrase('石榴'))).toEqual([]);
      expect(await used.put(searchDocument('back', { version: 3, text: '石榴' }))).toEqual(['written']);
      expect(await find(used.index, phrase('石榴'))).toEqual(['back']);
    });

    it('takes a tombstone for an unknown id, and a tombstone over a tombstone', async () => {
      const before = await total();
      expect(await used.put(searchDocument('never', { version: 5, deleted: true }))).toEqual(['written']);
      expect(await used.put(searchDocument('never', { version: 6, deleted: true }))).toEqual(['written']);
      expect(await used.put(searchDocument('never', { version: 4, text: '柠檬' }))).toEqual(['older']);
      expect(await find(used.index, phrase('柠檬'))).toEqual([]);
      expect([await total(), await used.index.versions(['never'])]).toEqual([before, [6]]);
    });

    it('names the version of each id in the order asked', async () => {
      await used.put(searchDocument('v1', { version: 1 }), searchDocument('v2', { version: 2 }));
      expect(await used.index.versions(['v2', 'nowhere', 'v1', 'v2'])).toEqual([2, null, 1, 2]);
      expect(await used.index.versions([])).toEqual([]);
    });

    it('scans ascending by id, tombstones included, beginning behind the last', async () => {
      const own = shuffled(numbers(50), 4).map((n) => searchDocument(`scan ${String(n).padStart(2, '0')}`, { version: n + 1, deleted: n % 5 === 0 }));
      await used.put(...own);
      const expected = own.map(({ id, version, deleted }) => ({ id, version, deleted })).sort((a, b) => (a.id < b.id ? -1 : 1));
      const seen: IndexEntry[] = [];
      for (let after = 'scan'; seen.length < 50; after = seen.at(-1)?.id ?? '') {
        const page = await used.index.scan(after, 7);
        expect(page.length).toBeGreaterThan(0);
        seen.push(...page);
      }
      expect(seen.slice(0, 50)).toEqual(expected);
      expect((await used.index.scan('scan 3', 1)).map(({ id }) => id)).toEqual(['scan 30']);
      const [first] = await used.index.scan(null, 1);
      expect((first?.id ?? '') <= 'scan 00').toBe(true);
      expect(await used.index.scan('\uffff', 10)).toEqual([]);
    });

    it('takes 1,000 documents at once, and again', async () => {
      const many = numbers(1_000).map((n) => searchDocument(`many ${n}`, { text: `榴莲 m${n}` }));
      expect(new Set(await used.put(...many))).toEqual(new Set(['written']));
      expect((await used.index.search(request(phrase('榴莲'), { size: 1 }))).total).toBe(1_000);
      expect(await find(used.index, phrase('m700'))).toEqual(['many 700']);
      expect(new Set(await used.put(...many))).toEqual(new Set(['older']));
    });

    it('takes texts of every kind', async () => {
      const odd = ['', ' \n\t', '\u0000\u0001', '"quoted" AND (x* OR NEAR:y) ^ \\ {z}', '𠮷野家😀', '\ud800', 'x'.repeat(40_000), '龥'.repeat(20_000), "'; DROP TABLE docs; --"];
      const documents = odd.map((text, n) => searchDocument(`odd ${n}`, { title: text, text, facets: { place: [text] } }));
      expect(new Set(await used.put(...documents))).toEqual(new Set(['written']));
      expect(await find(used.index, phrase('𠮷野'))).toEqual(['odd 4']);
      expect(await find(used.index, phrase('quoted" AND'))).toEqual(['odd 3']);
      expect(await find(used.index, facet('place', odd[3] ?? ''))).toEqual(['odd 3']);
    });

    itIf(features.survivesRestart, 'this index lives in memory')('has everything after a restart', async () => {
      await used.put(searchDocument('restart', { version: 3, text: '椰子' }), searchDocument('restart dead', { version: 3, deleted: true }));
      const before = await find(used.index, all);
      await used.restart();
      expect(await find(used.index, all)).toEqual(before);
      expect(await find(used.index, phrase('椰子'))).toEqual(['restart']);
      expect(await used.put(searchDocument('restart dead', { version: 2, text: '椰子' }))).toEqual(['older']);
    });
  });
}
