import { Problem } from '@wenliu/contracts';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { forwardToIngest } from './forward-to-ingest.js';

const started: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

/** Says what came in, byte for byte. */
async function startIngest(): Promise<string> {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.post('/v1/*', (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body.toString('base64') : '';
    return reply.status(202).header('x-from', 'ingest').send({ url: request.url, type: request.headers['content-type'], encoding: request.headers['content-encoding'], bytes });
  });
  started.push(server);
  return server.listen({ port: 0, host: '127.0.0.1' });
}

async function startApi(upstream: string): Promise<string> {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.get('/v1/documents', () => 'the list');
  await forwardToIngest(server, upstream);
  started.push(server);
  return server.listen({ port: 0, host: '127.0.0.1' });
}

describe('what only ingest takes', () => {
  it('goes on to it with its bytes and parameters, and its answer comes back', async () => {
    const api = await startApi(await startIngest());
    const body = gzipSync('一页报纸');
    const answer = await fetch(`${api}/v1/documents?name=%E4%B8%80.txt&lane=backfill`, { method: 'POST', body, headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip' } });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-from')).toBe('ingest');
    expect(await answer.json()).toEqual({ url: '/v1/documents?name=%E4%B8%80.txt&lane=backfill', type: 'text/plain', encoding: 'gzip', bytes: body.toString('base64') });
    const reprocess = await fetch(`${api}/v1/reprocess`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(await reprocess.json()).toMatchObject({ url: '/v1/reprocess', bytes: Buffer.from('{}').toString('base64') });
  });

  it('leaves the rest to the api', async () => {
    const api = await startApi(await startIngest());
    expect(await (await fetch(`${api}/v1/documents`)).text()).toBe('the list');
  });

  it('is answered with 503, when to come back and what to look at, while ingest is away', async () => {
    const api = await startApi('http://127.0.0.1:1');
    const answer = await fetch(`${api}/v1/documents`, { method: 'POST', body: '一页', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(Problem.parse(await answer.json()).detail).toContain('WENLIU_API_INGEST_URL');
  });
});
