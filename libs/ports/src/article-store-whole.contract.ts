import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BucketChecksum, StoredArticle } from './article-store.js';
import { shown, storedArticle } from './article-store-probe.contract.js';
import type { OpenedArticleStore } from './article-store.contract.js';
import { numbers, sha256, shuffled } from './suite.contract.js';

const sumOf = (buckets: readonly BucketChecksum[]): number => buckets.reduce((sum, { count }) => sum + count, 0);

/** Cases about all that a store holds, each with a store of its own. */
export function describeEmpty(open: () => Promise<OpenedArticleStore>): void {
  describe('as a whole', () => {
    let one: OpenedArticleStore;
    let two: OpenedArticleStore;
    beforeAll(async () => {
      [one, two] = [await open(), await open()];
    });
    afterAll(async () => {
      await one.dispose();
      await two.dispose();
    });
    const articles = numbers(300).map((n) => storedArticle(`whole ${n}`, 2 + (n % 3), `text ${n}`, { retracted: n % 10 === 0 }));

    it('is empty at first', async () => {
      expect(await one.store.count()).toBe(0);
      expect(await one.store.scan(null, 10)).toEqual([]);
      const buckets = await one.store.checksums();
      expect(buckets.map(({ bucket, count }) => [bucket, count])).toEqual(numbers(256).map((n) => [n, 0]));
      expect(new Set(buckets.map(({ checksum }) => checksum)).size).toBe(1);
    });

    it('has equal checksums for equal content, whatever the order it came in', async () => {
      await one.store.put(articles);
      for (const article of shuffled(articles, 3)) await two.store.put([{ ...article, version: 1, contentHash: sha256('earlier') }, article]);
      const buckets = await one.store.checksums();
      expect(await two.store.checksums()).toEqual(buckets);
      expect(sumOf(buckets)).toBe(300);
      for (const { bucket, count } of buckets) {
        expect(count).toBe(articles.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) === bucket).length);
      }
    });

    it('counts articles that are not retracted', async () => {
      expect(await one.store.count()).toBe(270);
    });

    it('scans ascending by id, beginning behind the last, tombstones included', async () => {
      const expected = articles.map(({ id }) => id).sort();
      const seen: string[] = [];
      for (let after: string | null = null; ; after = seen.at(-1) ?? null) {
        const page: StoredArticle[] = await one.store.scan(after, 37);
        if (page.length === 0) break;
        expect(page.length).toBe(Math.min(37, 300 - seen.length));
        seen.push(...page.map(({ id }) => id));
      }
      expect(seen).toEqual(expected);
      expect((await one.store.scan(null, 1)).map(shown)).toEqual([shown(articles.find(({ id }) => id === expected[0]))]);
      // Behind an id that is not there, and behind the last.
      const between = `${expected[4]?.slice(0, 63) ?? ''}g`;
      expect((await one.store.scan(between, 2)).map(({ id }) => id)).toEqual(expected.filter((id) => id > between).slice(0, 2));
      expect(await one.store.scan(expected.at(-1) ?? '', 10)).toEqual([]);
    });

    it('tells what is there without the articles, the same way', async () => {
      const expected = articles.map(({ id, version, retracted }) => ({ id, version, deleted: retracted })).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(await one.store.entries(null, 1_000)).toEqual(expected);
      expect(await one.store.entries(expected[9]?.id ?? null, 5)).toEqual(expected.slice(10, 15));
      expect(await one.store.entries(expected.at(-1)?.id ?? null, 5)).toEqual([]);
      const [prefix] = expected[7]?.id.match(/^../) ?? [''];
      expect((await one.store.entries(prefix, 1))[0]).toEqual(expected.find(({ id }) => id.startsWith(prefix)));
    });

    const CHANGES: [string, (article: StoredArticle) => StoredArticle][] = [
      ['version', (article) => ({ ...article, version: article.version + 10 })],
      ['version and content', (article) => ({ ...article, version: article.version + 10, contentHash: sha256('changed') })],
    ];
    it.each(CHANGES)('has another checksum in the bucket of an article whose %s changed, and in no other', async (_, change) => {
      const before = await two.store.checksums();
      const [article] = await two.store.get([articles[5]?.id ?? '']);
      if (article === null || article === undefined) throw new Error('the article is not there');
      await two.store.put([change(article)]);
      const after = await two.store.checksums();
      const differing = after.filter(({ checksum }, n) => checksum !== before[n]?.checksum).map(({ bucket }) => bucket);
      expect(differing).toEqual([Number.parseInt(article.id.slice(0, 2), 16)]);
      expect(sumOf(after)).toBe(300);
      await one.store.put([change(article)]);
      expect(await one.store.checksums()).toEqual(after);
    });

    it('has other checksums where only the content differs, and the same after a write that changed nothing', async () => {
      const [a, b] = [storedArticle('differs', 7, 'a'), storedArticle('differs', 7, 'b')];
      await one.store.put([a]);
      await two.store.put([b]);
      const [ofOne, ofTwo] = [await one.store.checksums(), await two.store.checksums()];
      expect(ofOne.filter(({ checksum }, n) => checksum !== ofTwo[n]?.checksum)).toHaveLength(1);
      await one.store.put([b, { ...a, version: 6 }, a]);
      expect(await one.store.checksums()).toEqual(ofOne);
    });
  });
}
