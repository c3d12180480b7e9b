import { describe, expect, it } from '@jest/globals';
import type { SearchDocument, SearchRequest } from './search-index.js';
import { InvalidCursor } from './search-index.js';
import type { OpenSearchIndex, SearchIndexFeatures } from './search-index.contract.js';
import { all, and, facet, ids, phrase, readPages, request, searchDocument, useIndex } from './search-index-probe.contract.js';
import { createRandom, itIf, numbers, shuffled } from './suite.contract.js';

const SORTS = ['date', 'relevance'] as const;
const ROUND = 150;

export function describePages(open: OpenSearchIndex, features: SearchIndexFeatures): void {
  describe('order', () => {
    const used = useIndex(open);
    const dayOf = (n: number): string | null => (n % 7 === 0 ? null : `2024-0${1 + (n % 3)}-1${n % 5}`);
    const documents = numbers(60).map((n) => searchDocument(`d${String(n).padStart(2, '0')}`, { date: dayOf(n), text: '排序' }));

    it('is by date, newest first, equal ones by id, and those without a date last', async () => {
      await used.put(...shuffled(documents, 1));
      const expected = [...documents].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id));
      expect(ids((await used.index.search(request(phrase('排序')))).hits)).toEqual(expected.map(({ id }) => id));
    });

    it('is by relevance, best first, and equal ones by id', async () => {
      const equal = numbers(60).map((n) => searchDocument(`e${String(n).padStart(2, '0')}`, { text: '同等' }));
      await used.put(...shuffled(equal, 2));
      const { hits } = await used.index.search(request(phrase('同等'), { sort: 'relevance' }));
      expect(ids(hits)).toEqual(equal.map(({ id }) => id));
      const filler = '其他的话'.repeat(20);
      await used.put(
        searchDocument('often', { text: `风筝风筝风筝${filler}` }),
        searchDocument('once', { text: `风筝${'天空'.repeat(2)}${filler}` }),
        searchDocument('once, long', { text: `风筝${filler.repeat(10)}` }),
      );
      const ranked = (await used.index.search(request(phrase('风筝'), { sort: 'relevance' }))).hits;
      expect(ids(ranked)).toEqual(['often', 'once', 'once, long']);
      const scores = ranked.map(({ score }) => score ?? Number.NaN);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    it('puts a document with the words in its title before one with them in its text', async () => {
      await used.put(
        searchDocument('b in the text', { title: '钢琴钢琴', text: '灯塔其他其他其他其他' }),
        searchDocument('a in the title', { title: '灯塔钢琴', text: '其他其他其他其他其他' }),
      );
      await used.put(searchDocument('a in the text', { title: '钢琴钢琴', text: '码头其他其他其他其他' }), searchDocument('b in the title', { title: '码头钢琴', text: '其他其他其他其他其他' }));
      for (const [word, first] of [['灯塔', 'a in the title'], ['码头', 'b in the title']] as const) {
        const { hits } = await used.index.search(request(phrase(word), { sort: 'relevance' }));
        expect([hits.length, hits[0]?.id]).toEqual([2, first]);
      }
    });

    it('is the same in an index that was built in another order', async () => {
      const random = createRandom(5);
      const varied = numbers(60).map((n) => searchDocument(`d${n}`, { date: dayOf(n), title: '题目', text: `${'重建'.repeat(1 + random(3))}${'其他'.repeat(random(3))}` }));
      const built = await Promise.all([open(), open()]);
      const orders: unknown[] = [];
      for (const [n, opened] of built.entries()) {
        const { index } = opened;
        await index.put(shuffled(varied, n));
        await index.refresh();
        for (const sort of SORTS) orders.push(ids((await index.search(request(phrase('重建'), { sort }))).hits));
        await opened.dispose();
      }
      expect(orders.slice(2)).toEqual(orders.slice(0, 2));
    });
  });

  describe('pages', () => {
    const used = useIndex(open);
    let rounds = 0;
    /** Documents that only one case knows. */
    async function startRound(count: number, sort: SearchRequest['sort'], size: number): Promise<Round> {
      const name = `round${++rounds}`;
      const random = createRandom(rounds);
      const document = (n: number, version = 1): SearchDocument =>
        searchDocument(`${name} ${String(n).padStart(4, '0')}`, {
          version,
          date: n % 11 === 0 ? null : `20${10 + random(15)}-0${1 + random(9)}-1${random(9)}`,
          text: `${'页码'.repeat(1 + random(4))}${'其他'.repeat(random(20))}`,
          facets: { publication: [name] },
        });
      const documents = numbers(count).map((n) => document(n));
      await used.put(...documents);
      const first = request(and(phrase('页码'), facet('publication', name)), { sort, size });
      return { first, document, expected: documents.map(({ id }) => id) };
    }

    it.each(SORTS)('hold every match once and then end, by %s', async (sort) => {
      for (const size of [1, 7, ROUND - 1, ROUND, ROUND + 1, 1_000]) {
        const { first, expected } = await startRound(ROUND, sort, size);
        const { hits, totals } = await readPages(used.index, first);
        expect(ids(hits).sort()).toEqual(expected);
        expect(totals).toEqual(numbers(Math.ceil(ROUND / size)).map(() => ROUND));
        expect(ids(hits)).toEqual(ids((await used.index.search({ ...first, size: 1_000 })).hits));
      }
    });

    it.each(SORTS)('of 1,000 hold 2,500 matches, by %s', async (sort) => {
      const { first, expected } = await startRound(2_500, sort, 1_000);
      const { hits, totals } = await readPages(used.index, first);
      expect(ids(hits).sort()).toEqual(expected);
      expect(totals).toEqual([2_500, 2_500, 2_500]);
    });

    it.each(SORTS)('see nothing that was added since the first, by %s', async (sort) => {
      const { first, document, expected } = await startRound(ROUND, sort, 20);
      const { hits, totals } = await readPages(used.index, first, async (page) => {
        await used.put(...numbers(10).map((n) => ({ ...document(1_000 + 10 * page + n), date: '2030-01-01', title: '页码' })));
      });
      expect(ids(hits).sort()).toEqual(expected);
      expect(new Set(totals)).toEqual(new Set([ROUND]));
    });

    it.each(SORTS)('see the same when many are added to more than a few pages, by %s', async (sort) => {
      const { first, document, expected } = await startRound(700, sort, 100);
      const { hits } = await readPages(used.index, first, async (page) => {
        await used.put(...numbers(50).map((n) => ({ ...document(1_000 + 50 * page + n), date: '2030-01-01', title: '页码' })));
      });
      expect(ids(hits).sort()).toEqual(expected);
    });

    it.each(SORTS)('see every match once when documents are updated in between, by %s', async (sort) => {
      const { first, document, expected } = await startRound(ROUND, sort, 20);
      const { hits } = await readPages(used.index, first, async (page) => {
        // The last become the first, and the first the last.
        await used.put({ ...document(ROUND - 1 - page, 2 + page), date: '2031-01-01', title: '页码' }, { ...document(page, 2 + page), date: '1990-01-01' });
      });
      expect(ids(hits).sort()).toEqual(expected);
    });

    it.each(SORTS)('are not mixed with those of another who asks the same in between, by %s', async (sort) => {
      const { first, document, expected } = await startRound(ROUND, sort, 20);
      const { hits } = await readPages(used.index, first, async (page) => {
        await used.put({ ...document(ROUND - 1 - page, 2), date: '2031-01-01', title: '页码' });
        // As often as there may be threads or nodes that answer.
        for (const asked of numbers(4)) await used.index.search({ ...first, size: 5 + asked });
      });
      expect(ids(hits).sort()).toEqual(expected);
    });

    it.each(SORTS)('go on after many others have searched, by %s', async (sort) => {
      const { first, document, expected } = await startRound(ROUND, sort, 50);
      const { hits } = await readPages(used.index, first, async (page) => {
        await used.put(...numbers(50).map((n) => ({ ...document(1_000 + 50 * page + n), text: `页码${'很长的话'.repeat(300)}` })));
        await Promise.all(numbers(300).map((n) => used.index.search(request(phrase(`别的${page}x${n}`), { sort }))));
      });
      expect(ids(hits).sort()).toEqual(expected);
    });

    it('leave a document out that was retracted in between, and no other', async () => {
      const { first, document, expected } = await startRound(60, 'date', 20);
      const page = await used.index.search(first);
      const gone = expected.filter((id) => !ids(page.hits).includes(id)).slice(0, 3);
      await used.put(...gone.map((id) => ({ ...document(Number(id.slice(-4)), 2), deleted: true })));
      const { hits } = await readPages(used.index, { ...first, cursor: page.next });
      expect([...ids(page.hits), ...ids(hits)].sort()).toEqual(expected.filter((id) => !gone.includes(id)));
    });

    const few = ROUND;
    const many = Math.min(600, features.snapshotMatches);
    itIf(features.snapshotMatches >= few, 'not this engine')('do not notice that documents begin or cease to match', async () => {
      await expectSnapshot(few);
    });
    itIf(features.snapshotMatches >= 600, `only up to ${features.snapshotMatches} matches here`)('do not notice it however many match', async () => {
      await expectSnapshot(many);
    });
    async function expectSnapshot(count: number): Promise<void> {
      const { first, document, expected } = await startRound(count, 'date', 20);
      await used.put({ ...document(2_000), text: '别的' });
      const { hits } = await readPages(used.index, first, async (page) => {
        await used.put({ ...document(2_000, 2 + page), date: '1990-01-01' }, { ...document(count - 1 - page, 2), text: '别的' });
      });
      expect(ids(hits).sort()).toEqual(expected);
    }

    it('read the same way twice from one cursor', async () => {
      const { first } = await startRound(60, 'relevance', 20);
      const page = await used.index.search(first);
      const [one, two] = [await used.index.search({ ...first, cursor: page.next }), await used.index.search({ ...first, cursor: page.next })];
      expect(ids(two.hits)).toEqual(ids(one.hits));
    });

    it('may be read by many at once', async () => {
      const { first, expected } = await startRound(ROUND, 'relevance', 30);
      const readers = await Promise.all(numbers(8).map(() => readPages(used.index, first)));
      for (const { hits } of readers) expect(ids(hits).sort()).toEqual(expected);
    });

    it.each([40, 200, 1_000])('end where a page of %i is just full', async (size) => {
      const { first } = await startRound(size, 'date', size);
      expect(await used.index.search(first)).toMatchObject({ total: size, next: null });
      const halves = await readPages(used.index, { ...first, size: size / 2 });
      expect(halves.totals).toHaveLength(2);
    });

    const CURSORS: [string, string][] = [
      ['nothing', ''],
      ['a letter', 'x'],
      ['a word', 'garbage'],
      ['signs', '%%%'],
      ['a number', '0'],
      ['JSON', '{}'],
      ['5,000 letters', 'a'.repeat(5_000)],
      ['something encoded', Buffer.from('0.0.0.0').toString('base64url')],
      ['Chinese', '页'],
    ];
    it.each(CURSORS)('are refused for a cursor that no search gave: %s', async (_, cursor) => {
      await expect(used.index.search(request(all, { cursor }))).rejects.toBeInstanceOf(InvalidCursor);
    });
  });
}

interface Round {
  first: SearchRequest;
  document: (n: number, version?: number) => SearchDocument;
  expected: string[];
}
