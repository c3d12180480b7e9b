import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';
import { PATIENCE } from './patience.js';
import { createRandom, pick } from './random.js';
import { startServer, type Server } from './story.fixture.js';

const BACKFILL = 3_000;
const BATCH = 500;
const LIVE_WITHIN_MS = 5_000 * PATIENCE;

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const SENTENCES = ['全市完成外贸进出口总值同比增长一成二。', '记者从市商务局获悉，服务点办理业务一千余笔。', '村里的学校今年新建了图书室。', '骑手与平台之间的劳动争议案件有所增加。', '港口集装箱吞吐量再创新高。'];

function oldArticle(n: number): unknown {
  const random = createRandom(n);
  const paragraph = (): string => Array.from({ length: 8 }, () => pick(random, SENTENCES)).join('');
  return { sourceId: `old-${n}`, publication: '旧报', issueDate: '2001-02-03', title: `旧闻第${n}篇`, paragraphs: [paragraph(), paragraph(), paragraph()] };
}

async function backfillLag(): Promise<number> {
  const { stages } = await server.client.pipeline();
  return stages.reduce((sum, { lag }) => sum + lag.backfill, 0);
}

describe('live', () => {
  it(`is searchable in less than ${LIVE_WITHIN_MS} ms while ${BACKFILL} old articles wait`, async () => {
    for (let n = 0; n < BACKFILL; n += BATCH) {
      await server.client.pushLines(Array.from({ length: BATCH }, (_, i) => oldArticle(n + i)), 'lane=backfill');
    }
    expect(await backfillLag()).toBeGreaterThan(1_000);
    const started = performance.now();
    await server.client.pushLines([{ sourceId: 'now', title: '刚刚发生的事', paragraphs: ['这一篇不排在旧闻后面。'] }]);
    await eventually('the live article', async () => ((await server.client.search({ q: '"不排在旧闻后面"' })).total === 1 ? true : null));
    const took = performance.now() - started;
    const lag = await backfillLag();
    expect(took).toBeLessThan(LIVE_WITHIN_MS);
    expect(lag).toBeGreaterThan(0);
  });

  it('and backfill both arrive whole', async () => {
    await eventually('nothing to wait', async () => ((await backfillLag()) === 0 ? true : null), 60_000 * PATIENCE);
    const items = await server.client.searchAll({ publication: '旧报', size: '1000' });
    expect(new Set(items.map(({ id }) => id)).size).toBe(BACKFILL);
    expect((await server.client.pipeline()).articles).toBe(BACKFILL + 1);
  }, 90_000 * PATIENCE);
});
