import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { InvalidCursor, PortMisconfigured } from '@wenliu/ports';
import { all, ids, numbers, request, searchDocument } from '@wenliu/ports/search-index.contract';
import { OpenSearchClient } from './open-search-client.js';
import { openOpenSearch } from './open-search-engine.js';
import { openTemporary, type TemporaryIndex } from './temporary-index.fixture.js';

await useEngine('opensearch', (node) => {
  const document = (n: number, version: number) => searchDocument(`d${String(n).padStart(3, '0')}`, { version, text: '重建' });

  describe('an index that is built anew beside the live one', () => {
    let temporary: TemporaryIndex;
    beforeAll(async () => {
      temporary = await openTemporary(node);
    });
    afterAll(() => temporary.dispose());

    it('has every write, those before, between and after, and nobody sees it grow', async () => {
      const { engine } = temporary;
      const search = engine.search;
      // What the article store would give.
      const store = new Map(numbers(100).map((n) => [n, document(n, 1)]));
      const write = async (n: number, version: number): Promise<void> => {
        store.set(n, document(n, version));
        await search.put([document(n, version)]);
      };
      await search.put([...store.values(), searchDocument('of the old layout only')]);
      await search.refresh();
      const before = await search.search(request(all, { size: 10 }));

      const building = await engine.startBuilding();
      await write(1, 2);
      await building.settled();
      await write(2, 2);
      const read = [...store.values()];
      await write(3, 2);
      await write(200, 1);
      expect((await building.put(read)).filter(({ kind }) => kind === 'rejected')).toEqual([]);
      await search.refresh();
      expect((await search.search(request(all))).total).toBe(102);

      const old = await building.exchange();
      await search.refresh();
      const found = await search.search(request(all));
      expect(ids(found.hits).sort()).toEqual([...store.values()].map(({ id }) => id).sort());
      expect(await search.versions(['d001', 'd002', 'd003', 'd200', 'd000'])).toEqual([2, 2, 2, 1, 1]);
      // A reader goes on in the old index as long as that is there.
      const second = await search.search(request(all, { size: 10, cursor: before.next }));
      expect(second).toMatchObject({ total: 101 });
      for (const name of old) await engine.remove(name);
      await expect(search.search(request(all, { size: 10, cursor: second.next }))).rejects.toBeInstanceOf(InvalidCursor);
      // A writer that has not yet heard that the building is over.
      await write(4, 2);
      await search.refresh();
      expect((await search.versions(['d004']))[0]).toBe(2);
      await temporary.reopen();
    }, 30_000);

    it('takes the place of one that was left half built', async () => {
      const left = await temporary.engine.startBuilding();
      const building = await temporary.engine.startBuilding();
      expect(building.name).not.toBe(left.name);
      await building.abandon();
      expect(await temporary.engine.search.put([document(300, 1)])).toEqual([{ kind: 'written' }]);
    });
  });

  describe('the index at start', () => {
    it('is created once by many that start at once', async () => {
      const temporary = await openTemporary(node);
      const { prefix = '' } = temporary.options;
      const options = { node, prefix: `${prefix}at-once-` };
      const engines = await Promise.all(numbers(4).map(() => openOpenSearch(options)));
      for (const [n, { search }] of engines.entries()) await search.put([document(n, 1)]);
      await engines[0]?.search.refresh();
      expect((await engines[0]?.search.search(request(all)))?.total).toBe(4);
      for (const engine of engines) await engine.close();
      await temporary.dispose();
    });

    it('is refused where it has another layout, with what to do', async () => {
      const temporary = await openTemporary(node);
      const { prefix = '' } = temporary.options;
      const client = new OpenSearchClient({ node });
      await client.call({ method: 'PUT', path: `/${prefix}articles/_mapping`, body: { properties: { added: { type: 'keyword' } } } });
      await client.close();
      await expect(openOpenSearch(temporary.options)).rejects.toThrow(/articles-1 has another layout.*wenliu reindex/);
      await expect(openOpenSearch(temporary.options)).rejects.toBeInstanceOf(PortMisconfigured);
      // Whoever builds it anew may open it.
      await (await openOpenSearch(temporary.options, true)).close();
      await temporary.dispose();
    });
  });
});
