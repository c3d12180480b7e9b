import { beforeAll, describe, expect, it } from '@jest/globals';
import { openStream } from './event-stream.js';
import { startServer, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const article = (name: string, n: number) => ({ sourceId: `${name}-${n}`, title: `${name}第${n}篇`, paragraphs: [`这是${name}的第${n}篇，说的是外贸。`] });
const articles = (name: string, count: number) => Array.from({ length: count }, (_, n) => article(name, n));
const titles = (name: string, count: number): string[] => articles(name, count).map(({ title }) => title);

describe('the stream of tagged articles', () => {
  it('begins now, and brings what comes', async () => {
    await server.client.until(await server.client.pushLines(articles('从前', 3)), 'done');
    const stream = await openStream(server.url);
    expect((await stream.next()).article).toBeNull();
    await server.client.pushLines(articles('现在', 3));
    const seen = [await stream.next(), await stream.next(), await stream.next()].map((event) => event.article?.title);
    stream.close();
    expect(seen.sort()).toEqual(titles('现在', 3).sort());
  });

  it('is cut again and again and resumed by Last-Event-ID without loss or repeat', async () => {
    const count = 60;
    const first = await openStream(server.url);
    let last = (await first.next()).id;
    first.close();
    const pushing = (async () => {
      for (const one of articles('断线', count)) await server.client.pushLines([one]);
    })();
    const seen: (string | null)[] = [];
    while (seen.length < count) {
      const stream = await openStream(server.url, '', last);
      for (let n = 0; n < 7 && seen.length < count; n++) {
        const event = await stream.next();
        last = event.id;
        if (event.article !== null) seen.push(event.article.title);
      }
      stream.close();
    }
    await pushing;
    expect(seen.sort()).toEqual(titles('断线', count).sort());
  });

  it('brings from the start, and only what matches', async () => {
    const stream = await openStream(server.url, `from=start&q=${encodeURIComponent('title:断线 外贸')}`);
    await stream.next();
    const seen = [];
    for (let n = 0; n < 60; n++) seen.push((await stream.next()).article?.title);
    stream.close();
    expect(seen.sort()).toEqual(titles('断线', 60).sort());
  });

  it('refuses a wrong query and an id it never gave', async () => {
    const wrong = await server.client.problem('GET', '/v1/stream?q=(');
    expect(wrong).toMatchObject({ status: 400, position: expect.any(Number), hint: expect.any(String) });
    expect(await server.client.problem('GET', '/v1/stream', { headers: { 'last-event-id': 'nonsense' } })).toMatchObject({ status: 400 });
    expect(await server.client.problem('GET', '/v1/stream?from=yesterday')).toMatchObject({ status: 400 });
  });
});
