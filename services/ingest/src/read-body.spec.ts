import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, createGzip, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { ProblemError } from '@wenliu/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBody } from './read-body.js';

const MB = 1024 * 1024;
const LIMIT = 4 * MB;
const text = Buffer.from('前五月澜州外贸进出口增长一成二。'.repeat(2_000));

const streamOf = (bytes: Uint8Array, chunk = 16_384): Readable =>
  Readable.from(
    (function* () {
      for (let from = 0; from < bytes.length; from += chunk) yield Buffer.from(bytes.subarray(from, from + chunk));
    })(),
    { objectMode: false },
  );
const read = (bytes: Uint8Array, encoding?: string): Promise<Buffer> => readBody(streamOf(bytes), encoding, LIMIT);

async function refusal(reading: Promise<unknown>): Promise<Pick<ProblemError, 'status' | 'slug'>> {
  const error: unknown = await reading.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error(`not refused: ${String(error)}`);
  return { status: error.status, slug: error.slug };
}

describe('readBody', () => {
  it.each([
    [undefined, text],
    ['identity', text],
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['br, gzip', gzipSync(brotliCompressSync(text))],
  ])('gives back what was sent as %s', async (encoding, bytes) => {
    expect((await read(bytes, encoding)).equals(text)).toBe(true);
  });

  it('takes exactly the limit, and not a byte more', async () => {
    expect((await read(Buffer.alloc(LIMIT, 'a'))).length).toBe(LIMIT);
    expect(await refusal(read(Buffer.alloc(LIMIT + 1, 'a')))).toEqual({ status: 413, slug: 'too-large' });
    expect(await refusal(read(gzipSync(randomBytes(LIMIT + 1)), 'gzip'))).toEqual({ status: 413, slug: 'too-large' });
  });

  it('stops reading where the limit is passed: an endless body is refused at once', async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given += 65_536;
          yield Buffer.alloc(65_536);
          if (given > 100 * MB) return;
        }
      })(),
      { objectMode: false },
    );
    const refused = readBody(endless, undefined, LIMIT);
    expect(await refusal(refused)).toMatchObject({ status: 413 });
    expect(given).toBeLessThan(2 * LIMIT);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(64 * MB))],
    ['br', brotliCompressSync(Buffer.alloc(64 * MB))],
    ['zstd', zstdCompressSync(Buffer.alloc(64 * MB))],
    ['br, gzip', gzipSync(brotliCompressSync(Buffer.alloc(64 * MB)))],
  ])('refuses a bomb in %s before it has grown', async (encoding, bytes) => {
    expect((await refusal(read(bytes, encoding))).status).toBe(413);
  });

  it('lets a small body compress as well as it can', async () => {
    const zeros = Buffer.alloc(MB - 1);
    expect((await read(brotliCompressSync(zeros), 'br')).length).toBe(zeros.length);
  });

  it.each([
    ['an unknown encoding', 'rot13', text, 415, 'unsupported-encoding'],
    ['too many encodings', 'gzip, gzip, gzip', gzipSync(text), 415, 'unsupported-encoding'],
    ['what is not gzip', 'gzip', text, 400, 'broken-body'],
    ['gzip that is cut short', 'gzip', gzipSync(text).subarray(0, 200), 400, 'broken-body'],
    ['gzip with a flipped bit', 'gzip', flipped(gzipSync(text)), 400, 'broken-body'],
  ])('refuses %s', async (_, encoding, bytes, status, slug) => {
    expect(await refusal(read(bytes, encoding))).toEqual({ status, slug });
  });

  it('refuses a body that breaks off', async () => {
    const broken = new Readable({ read() { this.push('begun'); this.destroy(new Error('aborted')); } });
    expect(await refusal(readBody(broken, undefined, LIMIT))).toEqual({ status: 400, slug: 'broken-body' });
    const packed = new Readable({ read() { this.push(gzipSync(text).subarray(0, 50)); this.destroy(new Error('aborted')); } });
    expect(await refusal(readBody(packed, 'gzip', LIMIT))).toEqual({ status: 400, slug: 'broken-body' });
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 1;
  return copy;
}

describe('a connection whose body was refused', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((incoming, response) => {
      readBody(incoming, incoming.headers['content-encoding'], LIMIT).then(
        (body) => response.end(String(body.length)),
        (error: unknown) => response.writeHead(error instanceof ProblemError ? error.status : 500).end(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on TCP has such an address.
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = async (body: Uint8Array, headers: Record<string, string> = {}): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: Buffer.from(body), headers, signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status;
  };

  it('gives the answer to who is still sending, and is good for the next request', async () => {
    const large = Buffer.alloc(5 * LIMIT, 'a');
    const packed = gzipSync(Buffer.alloc(64 * MB));
    for (let n = 0; n < 4; n++) {
      expect(await send(large)).toBe(413);
      expect(await send(packed, { 'content-encoding': 'gzip' })).toBe(413);
      expect(await send(text)).toBe(200);
    }
  });

  it('does not leave a reading behind when the sender goes away', async () => {
    const zip = createGzip();
    const sending = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-encoding': 'gzip' } });
    sending.on('error', () => undefined);
    zip.pipe(sending);
    zip.write(text);
    zip.flush();
    await delay(50);
    sending.destroy();
    zip.destroy();
    expect(await send(text)).toBe(200);
  });
});
