import { beforeAll, describe, expect, it } from '@jest/globals';
import { page, sha256 } from './pages.js';
import { startServer, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const total = async (q: string): Promise<number> => (await server.client.search({ q, size: '1' })).total;

describe('a page that is printed again', () => {
  const first = page('page-01.txt');
  const correct = (from: string, to: string): Buffer => Buffer.from(first.bytes.toString('utf8').replace(from, to));
  const second = correct('186.4亿元', '186.9亿元');
  const third = correct('186.4亿元', '999.9亿元');

  it('replaces the text of its articles where its revision is newer', async () => {
    await server.client.push(first.bytes, { type: 'text/plain' });
    const [before] = await server.client.until([first.id], 'done');
    await server.client.push(second, { type: 'text/plain', parameters: 'revision=2' });
    const [after] = await server.client.until([sha256(second)], 'done');
    expect(after?.articles.map(({ id }) => id)).toEqual(before?.articles.map(({ id }) => id));
    expect(Math.min(...(after?.articles ?? []).map(({ version }) => version))).toBeGreaterThan(Math.max(...(before?.articles ?? []).map(({ version }) => version)));
    expect([await total('"186.4亿元"'), await total('"186.9亿元"')]).toEqual([0, 1]);
    const [article] = after?.articles ?? [];
    expect((await server.client.article(article?.id ?? '')).paragraphs[0]).toContain('186.9亿元');
  });

  it('changes nothing where its revision is older', async () => {
    const articles = await server.client.searchAll({ size: '1000' });
    await server.client.push(third, { type: 'text/plain', parameters: 'revision=1' });
    const [late] = await server.client.until([sha256(third)], 'done');
    expect([...new Set(late?.articles.map(({ state }) => state))]).toEqual(['discarded']);
    expect([await total('"999.9亿元"'), await total('"186.9亿元"')]).toEqual([0, 1]);
    expect(await server.client.searchAll({ size: '1000' })).toEqual(articles);
  });

  it('leaves a trace of every version, oldest first', async () => {
    const [view] = await server.client.until([sha256(second)], 'done');
    const { hops } = await server.client.trace(view?.articles[0]?.id ?? '');
    expect(hops.map(({ at }) => at)).toEqual(hops.map(({ at }) => at).sort());
    expect(hops.filter(({ stage }) => stage === 'index-article').map(({ outcome, reason }) => reason ?? outcome)).toEqual(['forward', 'forward', 'older-version']);
  });
});

describe('a retraction', () => {
  const article = { sourceId: 'retracted-1', publication: '撤稿日报', title: '一篇后来撤回的报道', paragraphs: ['这篇报道后来被证明是误会。'] };
  const retraction = { ...article, revision: 2, retracted: true };

  it('takes the article out of search and answers 404 or 410 for it', async () => {
    const [document] = await server.client.until(await server.client.pushLines([article]), 'done');
    const id = document?.articles[0]?.id ?? '';
    expect(await total('后来被证明是误会')).toBe(1);
    const before = (await server.client.pipeline()).articles;
    await server.client.until(await server.client.pushLines([retraction]), 'done');
    expect(await total('后来被证明是误会')).toBe(0);
    const { facets } = await server.client.search({ facets: 'publication', size: '1' });
    expect(facets['publication']?.map(({ value }) => value)).not.toContain('撤稿日报');
    expect([404, 410]).toContain((await server.client.problem('GET', `/v1/articles/${id}`)).status);
    expect((await server.client.pipeline()).articles).toBe(before - 1);
  });

  it('is not undone by an older version that comes late', async () => {
    const late = { ...article, paragraphs: ['这篇报道后来被证明是误会，不过这一版来晚了。'] };
    await server.client.until(await server.client.pushLines([late]), 'done');
    expect(await total('后来被证明是误会')).toBe(0);
  });

  it('is undone by a newer version', async () => {
    await server.client.until(await server.client.pushLines([{ ...article, revision: 3 }]), 'done');
    expect(await total('后来被证明是误会')).toBe(1);
  });
});

describe('the same again', () => {
  it('is a duplicate, on its own or within a batch, and changes nothing', async () => {
    const bytes = page('page-02.txt').bytes;
    expect((await server.client.push(bytes, { type: 'text/plain' })).items[0]?.outcome).toBe('accepted');
    expect((await server.client.push(bytes, { type: 'text/plain' })).items[0]?.outcome).toBe('duplicate');
    const line = JSON.stringify({ sourceId: 'twice', paragraphs: ['一批里有两份。'] });
    const { items } = await server.client.push(`${line}\n${line}\n`, { type: 'application/x-ndjson' });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'duplicate']);
    await server.client.until(items.flatMap(({ id }) => (id === null ? [] : [id])), 'done');
    expect(await total('一批里有两份')).toBe(1);
  });

  it('with one idempotency-key gets the first answer; another body under that key is refused', async () => {
    const body = JSON.stringify({ sourceId: 'idempotent', paragraphs: ['只算一次。'] });
    const sending = { type: 'application/json', headers: { 'idempotency-key': 'key-1' } };
    const first = await server.client.push(body, sending);
    expect(first.items[0]?.outcome).toBe('accepted');
    expect(await server.client.push(body, sending)).toEqual(first);
    const refused = await server.client.send('{"paragraphs":["另一篇"]}', sending);
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({ type: expect.stringContaining('idempotency-key-reused') });
  });
});
