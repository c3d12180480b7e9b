import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { contentsOf } from './contents.js';
import { createDocuments } from './documents.js';
import { eventually } from './eventually.js';
import { openStream } from './event-stream.js';
import { PAGES } from './pages.js';
import { PATIENCE } from './patience.js';
import { startServer, temporaryFolder } from './story.fixture.js';

const settled = (client: Client): Promise<true> =>
  eventually('nothing to wait', async () => ((await client.pipeline()).stages.every(({ lag }) => lag.live + lag.backfill === 0) ? true : null));

describe('a restart', () => {
  it('in the middle of the work keeps everything, and goes on by itself', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await startServer({ data });
    const old = await first.client.pushLines(createDocuments(7, 300).map(({ article }) => article), 'lane=backfill');
    for (const { bytes, type } of PAGES) await first.client.push(bytes, { type });
    const stream = await openStream(first.url, 'from=start');
    const { id: seen } = await stream.next();
    stream.close();
    expect((await first.kill()).signal).toBe('SIGKILL');

    const second = await startServer({ data });
    await second.client.until([...PAGES.map(({ id }) => id), ...old], 'done');
    const before = await contentsOf(second.client);
    expect(before.repeated).toEqual([]);
    // Whoever read the stream goes on where they were.
    const resumed = await openStream(second.url, '', seen);
    const titles = new Set<string>();
    while (titles.size < before.ids.length) {
      const { article } = await resumed.next();
      if (article !== null) titles.add(article.id);
    }
    resumed.close();
    await settled(second.client);
    expect((await second.stop()).code).toBe(0);

    const third = await startServer({ data });
    expect(await contentsOf(third.client)).toEqual(before);
    expect(await third.client.pipeline()).toMatchObject({ documents: PAGES.length + old.length, articles: before.ids.length, quarantined: 0 });
    for (const { id, bytes } of PAGES) {
      expect((await third.client.request('GET', `/v1/documents/${id}/original`)).bytes.equals(bytes)).toBe(true);
      expect((await third.client.push(bytes, { type: 'text/plain' })).items[0]?.outcome).toBe('duplicate');
    }
  });
});

describe('SIGTERM under load', () => {
  it('leaves with 0 within 10 s, and nothing that was accepted is lost', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await startServer({ data });
    const accepted: string[] = [];
    let next = 0;
    const sender = async (): Promise<never> => {
      for (;;) {
        const n = next++;
        const batch = createDocuments(n, 50).map(({ article }) => ({ ...article, sourceId: `load-${n}-${article.sourceId}` }));
        accepted.push(...(await first.client.pushLines(batch)));
      }
    };
    // Ended by the stop: what was not answered was not accepted.
    const senders = [sender(), sender()].map((sending) => sending.catch(() => undefined));
    await eventually('the load to be on', async () => (accepted.length >= 400 ? true : null));
    const { code, signal, seconds } = await first.stop();
    await Promise.all(senders);
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(seconds).toBeLessThan(10);

    const second = await startServer({ data });
    await second.client.until(accepted, 'done', 60_000 * PATIENCE);
    expect((await contentsOf(second.client)).repeated).toEqual([]);
  }, 90_000 * PATIENCE);
});
