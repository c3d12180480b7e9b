import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { all, ids, request, searchDocument } from '@wenliu/ports/search-index.contract';
import { parseQuery } from '@wenliu/query';
import { OpenSearchClient } from './open-search-client.js';
import { openTemporary, type TemporaryIndex } from './temporary-index.fixture.js';

await useEngine('opensearch', (node) => {
  describe('a cluster that forbids expensive queries', () => {
    let temporary: TemporaryIndex;
    let client: OpenSearchClient;
    const allow = (allowed: false | null): Promise<unknown> =>
      client.call({ method: 'PUT', path: '/_cluster/settings', body: { transient: { 'search.allow_expensive_queries': allowed } } });
    beforeAll(async () => {
      client = new OpenSearchClient({ node });
      temporary = await openTemporary(node);
      await temporary.engine.search.put([searchDocument('a', { title: 'A股企业', text: '外贸企业出口', date: '2024-02-29' }), searchDocument('b', { text: '市场' })]);
      await temporary.engine.search.refresh();
      await allow(false);
    });
    afterAll(async () => {
      await allow(null);
      await client.close();
      await temporary.dispose();
    });

    it('really does', async () => {
      const search = { method: 'POST', path: `/${temporary.options.prefix ?? ''}articles/_search`, body: { query: { prefix: { id: 'a' } } } } as const;
      await expect(client.call(search)).rejects.toThrow(/expensive/);
    });

    it.each(['企业', 'A股 企', '"外贸 出口"~3', 'date:2024 -市场', '出口 OR 进口'])('answers %s', async (written) => {
      for (const sort of ['date', 'relevance'] as const) {
        const { hits } = await temporary.engine.search.search(request(parseQuery(written), { sort, facets: ['place', 'month'] }));
        expect(ids(hits)).toEqual(['a']);
      }
    });

    it('is paged through and compared', async () => {
      const { search } = temporary.engine;
      for (const sort of ['date', 'relevance'] as const) {
        const first = await search.search(request(all, { sort, size: 1 }));
        expect(ids((await search.search(request(all, { sort, size: 1, cursor: first.next }))).hits)).toEqual(['b']);
      }
      expect(ids(await search.scan(null, 1).then(([one]) => search.scan(one?.id ?? null, 5)).then((entries) => entries.map((entry) => ({ ...entry, score: null }))))).toEqual(['b']);
    });
  });
});
