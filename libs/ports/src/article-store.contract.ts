import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleStore, StoredArticle, StoreOutcome } from './article-store.js';
import { shown, storedArticle } from './article-store-probe.contract.js';
import { describeEmpty } from './article-store-whole.contract.js';
import { ALL_BYTES, bytesOf, hex, itIf, numbers, sha256, shuffled, textOf } from './suite.contract.js';

/** Honest differences between article stores. */
export interface ArticleStoreFeatures {
  survivesRestart: boolean;
  /** `false` where the engine compares versions and writes in two steps: only one writer at a time is safe there. */
  atomicWrites: boolean;
  /** An article that the engine can never store; `null` where it stores whatever the type allows. */
  unstorable: StoredArticle | null;
}

export interface OpenedArticleStore {
  store: ArticleStore;
  /** Closes the store and opens the same data again. */
  reopen?(): Promise<ArticleStore>;
  dispose(): Promise<void>;
}

const kinds = (outcomes: readonly StoreOutcome[]): string[] => outcomes.map(({ kind }) => kind);

/** The promises of ArticleStore, for every adapter. `open` gives an empty store. */
export function articleStoreContract(name: string, open: () => Promise<OpenedArticleStore>, features: ArticleStoreFeatures): void {
  describe(`article store contract: ${name}`, () => {
    let opened: OpenedArticleStore;
    let store: ArticleStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.dispose());
    const getOne = async (key: string): Promise<StoredArticle | null> => (await store.get([sha256(key)]))[0] ?? null;
    const put = async (...articles: StoredArticle[]): Promise<string[]> => kinds(await store.put(articles));

    describeEmpty(open);

    describe('versions', () => {
      it('writes an article that is new', async () => {
        const article = storedArticle('new', 1_000, '新能源');
        expect(await put(article)).toEqual(['written']);
        expect(shown(await getOne('new'))).toEqual(shown(article));
      });

      it('replaces an older version, all of it', async () => {
        await put(storedArticle('replaced', 1, 'old'));
        const newer = storedArticle('replaced', 2, 'new', { documentId: sha256('another document') });
        expect(await put(newer)).toEqual(['written']);
        expect(shown(await getOne('replaced'))).toEqual(shown(newer));
      });

      it('changes nothing when a newer version is there', async () => {
        const newer = storedArticle('newer', 5, 'new');
        await put(newer);
        expect(await put(storedArticle('newer', 4, 'old', { retracted: true }))).toEqual(['older']);
        expect(shown(await getOne('newer'))).toEqual(shown(newer));
      });

      it('tells the same version with the same content from one with other content, and changes nothing', async () => {
        const first = storedArticle('same', 3, 'text');
        await put(first);
        expect(await put(first)).toEqual(['same']);
        expect(await put({ ...first, body: bytesOf('said at another time') })).toEqual(['same']);
        expect(await put(storedArticle('same', 3, 'other'))).toEqual(['conflict']);
        expect(shown(await getOne('same'))).toEqual(shown(first));
      });

      it('tells versions apart up to the largest', async () => {
        const largest = Number.MAX_SAFE_INTEGER;
        expect(await put(storedArticle('large', largest - 1))).toEqual(['written']);
        expect(await put(storedArticle('large', largest))).toEqual(['written']);
        expect(await put(storedArticle('large', largest - 1))).toEqual(['older']);
        expect((await getOne('large'))?.version).toBe(largest);
      });

      it('applies several versions of one id in a batch in order, one outcome each', async () => {
        const batch = [
          storedArticle('batch', 1, 'one'),
          storedArticle('batch', 3, 'three'),
          storedArticle('batch', 2, 'two'),
          storedArticle('batch', 3, 'three'),
          storedArticle('batch', 3, 'other'),
          storedArticle('batch', 4, 'four'),
        ];
        expect(await put(...batch)).toEqual(['written', 'written', 'older', 'same', 'conflict', 'written']);
        expect(shown(await getOne('batch'))).toEqual(shown(batch[5]));
      });

      it('gives one outcome per article, in order', async () => {
        await put(storedArticle('order a', 2, 'a'), storedArticle('order b', 2, 'b'));
        const outcomes = await put(
          storedArticle('order b', 1),
          storedArticle('order c', 1),
          storedArticle('order a', 2, 'a'),
          storedArticle('order b', 3),
          storedArticle('order a', 2, 'other'),
        );
        expect(outcomes).toEqual(['older', 'written', 'same', 'written', 'conflict']);
        expect(await put()).toEqual([]);
      });

      it('ends with the newest, in whatever order versions come and however often', async () => {
        for (const seed of numbers(20)) {
          const versions = [1, 2, 3, 4, 5, 5, 3, 1].map((n) => storedArticle(`shuffled ${seed}`, n, `text ${n}`));
          for (const article of shuffled(versions, seed)) await put(article);
          expect(shown(await getOne(`shuffled ${seed}`))).toEqual(shown(versions[4]));
        }
      });

      itIf(features.atomicWrites, 'this engine compares and writes in two steps')('ends with the newest when versions come at once', async () => {
        const puts = shuffled(numbers(30), 7).map((n) => store.put([storedArticle('at once', n + 1, `text ${n + 1}`)]));
        await Promise.all(puts);
        expect(shown(await getOne('at once'))).toEqual(shown(storedArticle('at once', 30, 'text 30')));
      });
    });

    describe('tombstones', () => {
      it('keeps the newest version, retracted or not, and counts those that are not', async () => {
        const before = await store.count();
        const countAfter = async (version: number, retracted: boolean): Promise<number> => {
          await put(storedArticle('retracted', version, `${version}`, { retracted }));
          return (await store.count()) - before;
        };
        expect(await countAfter(1, false)).toBe(1);
        expect(await countAfter(3, true)).toBe(0);
        // An older version that comes late does not bring it back.
        expect(await countAfter(2, false)).toBe(0);
        expect(await getOne('retracted')).toMatchObject({ version: 3, retracted: true });
        expect(await countAfter(4, true)).toBe(0);
        expect(await countAfter(5, false)).toBe(1);
        expect(await countAfter(5, false)).toBe(1);
        expect(await countAfter(6, false)).toBe(1);
      });

      it('takes a tombstone for an unknown id', async () => {
        const before = await store.count();
        expect(await put(storedArticle('unknown', 2, '', { retracted: true, body: new Uint8Array(0) }))).toEqual(['written']);
        expect(await put(storedArticle('unknown', 1))).toEqual(['older']);
        expect(await store.count()).toBe(before);
        expect(await getOne('unknown')).toMatchObject({ retracted: true });
      });
    });

    describe('reading', () => {
      const BODIES: [string, Uint8Array][] = [
        ['all 256 bytes', ALL_BYTES],
        ['no bytes', new Uint8Array(0)],
        ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
        ['JSON with characters of all planes', bytesOf(JSON.stringify({ text: '新能源𠮷野家😀\u0000\ufeff', $where: 1, 'a.b': 2, ['__proto__']: 3 }))],
        ['5 MB', new Uint8Array(5 * 1024 * 1024).fill(0xe6)],
      ];
      it.each(BODIES)('keeps the body as given: %s', async (title, body) => {
        await put(storedArticle(title, 1, title, { body }));
        expect(hex((await getOne(title))?.body ?? Uint8Array.of(1))).toBe(hex(body));
      });

      it('gets articles in the order of the ids, null where there is none, twice where asked twice', async () => {
        await put(storedArticle('get a', 1), storedArticle('get b', 1));
        const ids = ['get b', 'nowhere', 'get a', 'get b'].map(sha256);
        expect((await store.get(ids)).map((article) => article?.id ?? null)).toEqual([ids[0], null, ids[2], ids[3]]);
        expect(await store.get([])).toEqual([]);
      });

      it('takes and gives 1,000 articles at once', async () => {
        const many = numbers(1_000).map((n) => storedArticle(`many ${n}`, 1, `text ${n}`));
        expect(new Set(await put(...many))).toEqual(new Set(['written']));
        const found = await store.get(many.map(({ id }) => id));
        expect(found.map((article) => article && textOf(article.body))).toEqual(numbers(1_000).map((n) => `text ${n}`));
        expect(new Set(await put(...many))).toEqual(new Set(['same']));
      });
    });

    itIf(features.unstorable !== null, 'this engine stores whatever the type allows')('rejects an article that can never be stored, and stores the others', async () => {
      if (features.unstorable === null) return;
      const [before, bad, after] = await store.put([storedArticle('before', 1), features.unstorable, storedArticle('after', 1)]);
      expect([before?.kind, bad?.kind, after?.kind]).toEqual(['written', 'rejected', 'written']);
      expect([await getOne('before'), await getOne('after')]).toEqual([expect.anything(), expect.anything()]);
    });

    itIf(features.survivesRestart, 'this store lives in memory')('has everything after a restart', async () => {
      await put(storedArticle('restart', 2, 'text'), storedArticle('restart retracted', 2, '', { retracted: true }));
      const [count, checksums, articles] = [await store.count(), await store.checksums(), await store.scan(null, 100)];
      if (opened.reopen === undefined) throw new Error('a store that survives a restart needs `reopen`');
      store = await opened.reopen();
      expect(await store.count()).toBe(count);
      expect(await store.checksums()).toEqual(checksums);
      expect((await store.scan(null, 100)).map(shown)).toEqual(articles.map(shown));
      expect(await put(storedArticle('restart', 1))).toEqual(['older']);
    });
  });
}
