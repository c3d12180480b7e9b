import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Problem, Receipt } from '@wenliu/contracts';
import { problemOf, type Answer } from './client.js';
import { PATIENCE } from './patience.js';
import { poisonLines } from './poison.js';
import { startServer, type Server } from './story.fixture.js';

const MB = 1024 * 1024;
const DIGITS = '0123456789abcdef';
const LARGE = Buffer.from(Array.from({ length: 21 * MB / 16 }, () => DIGITS).join(''));
const ZEROS = Buffer.alloc(64 * MB);

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('a document that cannot be taken', () => {
  const send = (body: string | Uint8Array, type?: string, headers: Record<string, string> = {}, parameters = ''): Promise<Answer> =>
    server.client.send(body, { type, headers, parameters });

  it.each([
    ['an empty body', 422, () => send('', 'text/plain')],
    ['an empty batch', 422, () => send(' \n\n', 'application/x-ndjson')],
    ['an unknown media type', 415, () => send('%PDF-1.7', 'application/pdf')],
    ['no media type', 415, () => send(Buffer.from('正文'))],
    ['an unknown content-encoding', 415, () => send('正文', 'text/plain', { 'content-encoding': 'rot13' })],
    ['three content-encodings', 415, () => send('正文', 'text/plain', { 'content-encoding': 'gzip, br, gzip' })],
    ['more than 20 MB', 413, () => send(LARGE, 'text/plain')],
    ['more than 20 MB inside gzip', 413, () => send(gzipSync(LARGE, { level: 1 }), 'text/plain', { 'content-encoding': 'gzip' })],
    ['a gzip bomb', 413, () => send(gzipSync(ZEROS), 'text/plain', { 'content-encoding': 'gzip' })],
    ['a brotli bomb', 413, () => send(brotliCompressSync(ZEROS), 'text/plain', { 'content-encoding': 'br' })],
    ['a bomb in a bomb', 413, () => send(gzipSync(brotliCompressSync(ZEROS)), 'text/plain', { 'content-encoding': 'br, gzip' })],
    ['broken gzip', 400, () => send('这不是 gzip', 'text/plain', { 'content-encoding': 'gzip' })],
    ['gzip that is cut short', 400, () => send(gzipSync(randomBytes(20_000)).subarray(0, 5_000), 'text/plain', { 'content-encoding': 'gzip' })],
    ['a wrong lane', 400, () => send('正文', 'text/plain', {}, 'lane=express')],
    ['a wrong date', 400, () => send('正文', 'text/plain', {}, 'issueDate=2024-02-31')],
    ['a wrong revision', 400, () => send('正文', 'text/plain', {}, 'revision=first')],
    ['revision 0', 400, () => send('正文', 'text/plain', {}, 'revision=0')],
    ['too long an idempotency-key', 400, () => send('正文', 'text/plain', { 'idempotency-key': 'k'.repeat(201) })],
  ])('%s is answered with %i, and in words', async (_, status, act) => {
    const problem = problemOf(await act());
    expect(problem).toMatchObject({ status, type: expect.stringMatching(/^https:\/\/wenliu\.dev\/problems\/[a-z-]+$/) });
    expect(problem.detail.length).toBeGreaterThan(10);
  });

  it('a bad line of a batch is rejected and the others are accepted', async () => {
    const batch = '{"paragraphs":["好的一行。"]}\n{"paragraphs":"不是列表"}\nnot json\n{"neither":1}\n{"content":"又是好的一行。"}\n';
    const { items } = await server.client.push(batch, { type: 'application/x-ndjson' });
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'rejected', 'rejected', 'accepted']);
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(items[1]?.problem?.detail).toContain('paragraphs');
    await server.client.until(items.flatMap(({ id }) => (id === null ? [] : [id])), 'done');
  });

  it('leaves nothing behind', async () => {
    expect(await server.client.pipeline()).toMatchObject({ documents: 2, articles: 2, quarantined: 0 });
  });
});

describe('a wrong question', () => {
  it.each([
    ['GET', '/v1/articles?size=0', 400],
    ['GET', '/v1/articles?size=1001', 400],
    ['GET', '/v1/articles?size=many', 400],
    ['GET', '/v1/articles?from=yesterday', 400],
    ['GET', '/v1/articles?month=2024-13', 400],
    ['GET', '/v1/articles?month=24', 400],
    ['GET', '/v1/articles?sort=random', 400],
    ['GET', '/v1/articles?facets=colour', 400],
    ['GET', '/v1/articles?colour=red', 400],
    ['GET', '/v1/articles?cursor=garbage', 400],
        ['GET', '/v1/articles/nothing', 404],
    ['GET', `/v1/articles/${'0'.repeat(64)}`, 404],
    ['GET', `/v1/articles/${'0'.repeat(64)}/trace`, 404],
    ['GET', `/v1/documents/${'0'.repeat(64)}`, 404],
    ['GET', `/v1/documents/${'0'.repeat(64)}/original`, 404],
    ['GET', '/v1/documents/%00', 404],
    ['GET', '/v1/quarantine/nothing', 404],
    ['GET', '/v1/quarantine/a.quarantine.b%2F0%2F999999999999', 404],
    ['GET', '/v1/quarantine?class=odd', 400],
    ['GET', '/v1/quarantine?limit=0', 400],
    ['GET', '/v1/nothing', 404],
    ['GET', '/nothing', 404],
    ['PUT', '/v1/articles', 404],
    ['DELETE', '/v1/documents', 404],
    ['GET', '/v1/articles/%E0%A4%A', 400],
  ])('%s %s is answered with %i as problem details', async (method, path, status) => {
    const problem = await server.client.problem(method, path);
    // A method that a route does not have may also be told so.
    expect(method === 'GET' ? [status] : [status, 405]).toContain(problem.status);
  });

  it.each([
    ['(外贸', 0],
    ['外贸)', 2],
    ['"外贸', 0],
    ['外贸 OR', 5],
    ['colour:red', 0],
    ['date:soon', 5],
    ['"外贸"~x', 4],
    ['""', 0],
    ['一'.repeat(1_001), 1_000],
  ])('the query %#. is answered with where and what to write', async (q, position) => {
    const problem = await server.client.problem('GET', `/v1/articles?q=${encodeURIComponent(q)}`);
    expect(problem).toMatchObject({ status: 400, type: 'https://wenliu.dev/problems/invalid-query', position: expect.any(Number), hint: expect.stringMatching(/.{8}/) });
    expect(Math.abs((problem.position ?? -1) - position)).toBeLessThanOrEqual(5);
  });

  it.each([
    ['half an object', '{"ids":', 400],
    ['a limit of 0', '{"limit":0}', 400],
    ['an unknown id', '{"ids":["nothing"]}', 404],
    ['a command of 2 MB', `"${'x'.repeat(2 * MB)}"`, 413],
  ])('to redrive, %s, is answered with %s', async (...[, body, status]) => {
    const headers = { 'content-type': 'application/json' };
    expect(await server.client.problem('POST', '/v1/quarantine/redrive', { body, headers })).toMatchObject({ status });
  });
});

describe('a poisonous shape', () => {
  it('never breaks the server: every line of a batch has an outcome, and what is accepted comes to an end', async () => {
    const lines = poisonLines();
    const { items } = await server.client.push(Buffer.concat(lines.map(({ bytes }) => Buffer.concat([bytes, Buffer.from('\n')]))), { type: 'application/x-ndjson' });
    // A line of nothing but white space is no item.
    expect(items).toHaveLength(lines.filter(({ blank }) => !blank).length);
    for (const { id } of items.filter(({ outcome }) => outcome === 'accepted')) await ends(id);
    expect(await server.client.isReady()).toBe(true);
  });

  it.each(poisonLines().map((line) => [line.name, line] as const))('%s, sent as JSON, gets an answer that is not 5xx', async (_, { bytes }) => {
    const answer = await server.client.send(bytes, { type: 'application/json' });
    expect([202, 400, 413, 422]).toContain(answer.status);
    if (answer.status !== 202) return void Problem.parse(answer.json());
    const [item] = Receipt.parse(answer.json()).items;
    await ends(item?.id ?? null);
  });

  it('leaves its neighbours searchable', async () => {
    const started = performance.now();
    await server.client.until(await server.client.pushLines([{ paragraphs: ['毒药旁边的一篇。'] }]), 'done');
    expect(performance.now() - started).toBeLessThan(5_000 * PATIENCE);
    expect((await server.client.search({ q: '毒药旁边' })).total).toBe(1);
  });
});

/** Done or quarantined, and what became of it can be read. */
async function ends(id: string | null): Promise<void> {
  if (id === null) throw new Error('accepted without an id');
  const settled = await Promise.any([server.client.until([id], 'done', 10_000 * PATIENCE), server.client.until([id], 'quarantined', 10_000 * PATIENCE)]);
  for (const { articles } of settled) for (const article of articles) if (article.state === 'done') await server.client.request('GET', `/v1/articles/${article.id}`);
  expect((await server.client.trace(id)).hops.length).toBeGreaterThan(1);
}
