import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { itIf, profile, startServer, temporaryFolder } from './story.fixture.js';

describe('a start is refused, in words and with exit code 1,', () => {
  it('naming all wrong settings at once', async () => {
    const ended = await profile.refused({
      env: {
        WENLIU_LOG_LEVEL: 'loud',
        WENLIU_NLP_WORKERS: '0',
        WENLIU_NLP_SEGMENTER: 'scissors',
        WENLIU_INGEST_MAX_DOCUMENT_MB: 'many',
        WENLIU_INGEST_SETTLE_SECONDS: '-1',
        WENLIU_COLOUR: 'red',
      },
    });
    expect(ended.code).toBe(1);
    for (const name of ['WENLIU_LOG_LEVEL', 'WENLIU_NLP_WORKERS', 'WENLIU_NLP_SEGMENTER', 'WENLIU_INGEST_MAX_DOCUMENT_MB', 'WENLIU_INGEST_SETTLE_SECONDS', 'WENLIU_COLOUR']) {
      expect(ended.stderr).toContain(name);
    }
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it('where the port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    // A server that listens on TCP has such an address.
    const { port } = holder.address() as AddressInfo;
    const ended = await profile.refused({ args: ['--port', String(port)] });
    holder.close();
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(new RegExp(`port ${port} .*taken.*--port`)) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  itIf(profile.features.ownsFolder, 'data is not in a folder', 'where the data folder is a file', async () => {
    const data = join(temporaryFolder(), 'data');
    writeFileSync(data, 'not a folder');
    const ended = await profile.refused({ data });
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining(data) });
  });

  itIf(profile.features.ownsFolder, 'data is not in a folder', 'where a database is not one', async () => {
    const data = join(temporaryFolder(), 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'articles.db'), 'this is no database at all '.repeat(100));
    const ended = await profile.refused({ data });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('articles.db');
  });

  itIf(profile.features.ownsFolder, 'data is not in a folder', 'where another process has the data', async () => {
    const data = join(temporaryFolder(), 'data');
    const first = await startServer({ data });
    const ended = await profile.refused({ data });
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('in use by another Wenliu process') });
    expect(ended.stderr).toContain(data);
    expect(await first.client.isReady()).toBe(true);
  });

  it('and a wrong option with 2', async () => {
    expect((await profile.refused({ args: ['--port', 'eighty'] })).code).toBe(2);
    expect((await profile.refused({ args: ['--colour'] })).code).toBe(2);
  });
});

describe('a stop', () => {
  it('of a server that has nothing to do is quick and leaves with 0', async () => {
    const server = await startServer();
    const { code, seconds, stderr } = await server.stop();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(seconds).toBeLessThan(3);
  });

  it('with a reader on the stream does not wait for it', async () => {
    const server = await startServer();
    const stream = await fetch(`${server.url}/v1/stream`);
    const { code, seconds } = await server.stop();
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(3);
    await stream.text().catch(() => undefined);
  });
});
