import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { PortMisconfigured, PortUnavailable, type ArticleEntry, type SearchIndex } from '@wenliu/ports';
import { createRandom, numbers, searchDocument } from '@wenliu/ports/search-index.contract';
import { BULK_LIMITS, BulkWriter } from './bulk-writer.js';
import { startFaultyProxy, type Faults, type FaultyProxy, type RequestFault } from './faulty-proxy.fixture.js';
import { OpenSearchClient } from './open-search-client.js';
import { openOpenSearch, type OpenSearchEngine } from './open-search-engine.js';
import { openTemporary, type TemporaryIndex } from './temporary-index.fixture.js';
import { toLine, writeOperation } from './write-operation.js';

const NONE: Faults = { item: () => null, request: () => 'none' };
const idOf = (n: number): string => n.toString(16).padStart(64, '0');
const document = (n: number, version = 1) => searchDocument(idOf(n), { version, title: `题${n}`, text: `正文${n}` });

await useEngine('opensearch', (node) => {
  describe('a bulk through a faulty network', () => {
    let proxy: FaultyProxy;
    let temporary: TemporaryIndex;
    let engine: OpenSearchEngine;
    let index: SearchIndex;
    beforeAll(async () => {
      proxy = await startFaultyProxy(node, NONE);
      temporary = await openTemporary(node);
      engine = await openOpenSearch({ ...temporary.options, node: proxy.address });
      index = engine.search;
    });
    afterAll(async () => {
      await engine.close();
      await proxy.close();
      await temporary.dispose();
    });

    async function everything(): Promise<ArticleEntry[]> {
      await temporary.engine.search.refresh();
      return temporary.engine.search.scan(null, 10_000);
    }

    it('loses nothing, writes nothing twice, and rejects exactly what the engine refuses', async () => {
      const random = createRandom(11);
      const count = 3_000;
      const poisoned = new Set(numbers(count).filter(() => random(100) === 0).map(idOf));
      const seen = new Set<string>();
      const kinds: RequestFault[] = ['refused', 'dropped', 'truncated', 'shortened', 'emptied'];
      proxy.faults = {
        item: (id) => {
          if (poisoned.has(id)) return 400;
          const chance = random(100);
          return chance < 30 ? 429 : chance < 35 ? 503 : null;
        },
        request: () => {
          const fault = random(5) === 0 ? (kinds[random(kinds.length)] ?? 'none') : 'none';
          seen.add(fault);
          return fault;
        },
      };
      const outcomes = [];
      for (let from = 0; from < count; from += 250) outcomes.push(...(await index.put(numbers(250).map((n) => document(from + n)))));
      proxy.faults = NONE;
      const rejected = outcomes.flatMap(({ kind }, n) => (kind === 'rejected' ? [idOf(n)] : []));
      expect(rejected).toEqual([...poisoned].sort());
      expect(rejected.length).toBeGreaterThan(10);
      // Otherwise not every fault was tried.
      expect([...seen].sort()).toEqual([...kinds, 'none'].sort());
      const expected = numbers(count).map(idOf).filter((id) => !poisoned.has(id));
      expect(await everything()).toEqual(expected.map((id) => ({ id, version: 1, deleted: false })));
    }, 60_000);

    it('never goes back to an older version', async () => {
      const random = createRandom(12);
      proxy.faults = { item: () => (random(3) === 0 ? 429 : null), request: () => (random(4) === 0 ? 'dropped' : 'none') };
      await index.put(numbers(200).flatMap((n) => [document(10_000 + n, 3), document(10_000 + n, 5), document(10_000 + n, 4)]));
      proxy.faults = NONE;
      const written = (await everything()).filter(({ id }) => id >= idOf(10_000));
      expect(new Set(written.map(({ version }) => version))).toEqual(new Set([5]));
      expect(written).toHaveLength(200);
    });

    describe('with little patience', () => {
      let client: OpenSearchClient;
      beforeAll(() => {
        client = new OpenSearchClient({ node: proxy.address, requestTimeoutMs: 2_000 });
      });
      afterAll(() => client.close());
      const write = (...ids: number[]): Promise<unknown> => {
        const operations = ids.map((n) => writeOperation(document(n), toLine(document(n)), `${temporary.options.prefix ?? ''}articles`, true));
        return new BulkWriter(client, { ...BULK_LIMITS, patienceMs: 300 }).write(operations);
      };

      it.each(['refused', 'dropped', 'truncated', 'emptied'] as const)('is unavailable in the end: %s', async (fault) => {
        proxy.faults = { item: () => null, request: () => fault };
        await expect(write(20_000, 20_001)).rejects.toMatchObject({ name: 'PortUnavailable' });
      });

      it('is unavailable when the same documents are put off again and again', async () => {
        proxy.faults = { item: () => 429, request: () => 'none' };
        await expect(write(20_002)).rejects.toBeInstanceOf(PortUnavailable);
      });

      it('stops where the engine does not know us', async () => {
        proxy.faults = { item: () => null, request: () => 'unauthorized' };
        await expect(write(20_004)).rejects.toThrow(/401.*Unauthorized.*user, password/);
        await expect(write(20_004)).rejects.toBeInstanceOf(PortMisconfigured);
      });

      it.each([401, 403])('stops where the engine answers %i to a document', async (status) => {
        proxy.faults = { item: () => status, request: () => 'none' };
        await expect(write(20_003)).rejects.toBeInstanceOf(PortMisconfigured);
      });
    });

    it('goes on with the neighbours of a document that makes the engine refuse the whole request', async () => {
      proxy.faults = NONE;
      const tooLong = searchDocument('长'.repeat(300));
      const outcomes = await index.put([document(30_000), tooLong, document(30_001), document(30_002)]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['written', 'rejected', 'written', 'written']);
    });
  });

  describe('an engine that is not there', () => {
    it('is unavailable', async () => {
      const proxy = await startFaultyProxy(node, NONE);
      await proxy.close();
      await expect(openOpenSearch({ node: proxy.address })).rejects.toMatchObject({ name: 'PortUnavailable' });
    });

    it('is misconfigured where its address is none', async () => {
      await expect(openOpenSearch({ node: 'nonsense' })).rejects.toBeInstanceOf(PortMisconfigured);
    });
  });
});
