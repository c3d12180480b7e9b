import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';
import { page, sha256 } from './pages.js';
import { PATIENCE } from './patience.js';
import { itIf, startServer, temporaryFolder, type Server } from './story.fixture.js';

const SETTLE_SECONDS = PATIENCE;

let server: Server;
let inbox: string;
beforeAll(async () => {
  inbox = temporaryFolder();
  server = await startServer({ inbox, env: { WENLIU_INGEST_SETTLE_SECONDS: String(SETTLE_SECONDS) } });
});

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(inbox, name), content);
const done = (id: string): Promise<unknown> =>
  eventually(`document ${id}`, async () => {
    const answer = await server.client.request('GET', `/v1/documents/${id}`);
    return answer.status === 200 ? server.client.until([id], 'done') : null;
  });
const problemWith = (name: string, there: boolean): Promise<string> =>
  eventually(`the problem with ${name} to be ${there ? 'named' : 'gone'}`, async () => {
    const { problems } = await server.client.pipeline();
    const found = problems.find(({ source }) => source.endsWith(name));
    return (found !== undefined) === there ? (found?.detail ?? '') : null;
  });

describe('the inbox', () => {
  it('leaves a file alone while it grows, and takes it whole when it has stopped', async () => {
    const text = page('page-03.txt').bytes;
    const portion = Math.ceil(text.length / 6);
    put('growing.txt', '');
    for (let from = 0; from < text.length; from += portion) {
      appendFileSync(join(inbox, 'growing.txt'), text.subarray(from, from + portion));
      expect((await server.client.pipeline()).documents).toBe(0);
      await delay(400);
    }
    await done(sha256(text));
    expect((await server.client.pipeline()).documents).toBe(1);
    await eventually('the file in done', async () => (existsSync(join(inbox, 'done', 'growing.txt')) ? true : null));
  });

  it('keeps a batch with bad lines apart, with the reasons, and takes the good lines', async () => {
    const [first, last] = ['{"paragraphs":["批里好的一行。"]}', '{"paragraphs":["批里另一行好的。"]}'] as const;
    put('batch.ndjson', `${first}\n{"paragraphs":7}\nnot json\n${last}\n`);
    await Promise.all([first, last].map((line) => done(sha256(line))));
    await eventually('the batch in failed', async () => (existsSync(join(inbox, 'failed', 'batch.ndjson')) ? true : null));
    const reasons = readFileSync(join(inbox, 'failed', 'batch.ndjson.reason.txt'), 'utf8').trim().split('\n');
    expect(reasons).toEqual([expect.stringMatching(/^item 1: paragraphs/), expect.stringMatching(/^item 2: not JSON/)]);
  });

  it('keeps what it cannot read apart, and says why', async () => {
    put('picture.png', 'png');
    put('empty.txt', '');
    await eventually('both in failed', async () => (['picture.png', 'empty.txt'].every((name) => existsSync(join(inbox, 'failed', name))) ? true : null));
    expect(readFileSync(join(inbox, 'failed', 'picture.png.reason.txt'), 'utf8')).toContain('.txt');
    expect(readFileSync(join(inbox, 'failed', 'empty.txt.reason.txt'), 'utf8')).toContain('empty');
  });

  it('takes folders, and what lies below backfill as backfill', async () => {
    const [live, old] = ['文件夹里的一篇。', '补录的一篇。'] as const;
    mkdirSync(join(inbox, 'looks-like.txt', 'inner'), { recursive: true });
    mkdirSync(join(inbox, 'backfill'));
    put('looks-like.txt/inner/live.txt', live);
    put('backfill/old.txt', old);
    await Promise.all([live, old].map((text) => done(sha256(text))));
    expect((await server.client.document(sha256(live))).lane).toBe('live');
    expect(await server.client.document(sha256(old))).toMatchObject({ lane: 'backfill', name: 'backfill/old.txt', source: { kind: 'inbox' } });
  });

  it('does not look at hidden and unfinished files', async () => {
    for (const name of ['.hidden.txt', 'a.txt.part', 'b.tmp', 'c.txt~']) put(name, `不该看的 ${name}`);
    const shown = '后来的一篇。';
    put('shown.txt', shown);
    await done(sha256(shown));
    await delay(1_200);
    expect(readdirSync(inbox)).toEqual(expect.arrayContaining(['.hidden.txt', 'a.txt.part', 'b.tmp', 'c.txt~']));
  });

  it('names a link to nothing, and takes it when there is something', async () => {
    const target = join(temporaryFolder(), 'target.txt');
    symlinkSync(target, join(inbox, 'dangling.txt'));
    expect(await problemWith('dangling.txt', true)).toContain('ENOENT');
    const metrics = (await server.client.request('GET', '/metrics')).bytes.toString('utf8');
    expect(metrics).toMatch(/wenliu_source_problems\{[^}]*\} 1/);
    const text = '链接后来指向了这一篇。';
    writeFileSync(target, text);
    await done(sha256(text));
    await problemWith('dangling.txt', false);
  });

  it('names a folder in the place of a file', async () => {
    symlinkSync(temporaryFolder(), join(inbox, 'folder.txt'));
    expect(await problemWith('folder.txt', true)).toContain('EISDIR');
    rmSync(join(inbox, '.processing', 'folder.txt'), { force: true });
    await problemWith('folder.txt', false);
  });

  itIf(process.getuid?.() !== 0 && process.platform !== 'win32', 'root may read everything', 'names a file it may not read, and takes it when it may', async () => {
    const text = '起初不许读的一篇。';
    put('forbidden.txt', text);
    chmodSync(join(inbox, 'forbidden.txt'), 0o000);
    expect(await problemWith('forbidden.txt', true)).toContain('EACCES');
    chmodSync(join(inbox, '.processing', 'forbidden.txt'), 0o600);
    await done(sha256(text));
  });

  it('is made where it is missing, and what a crash left half done is taken up again', async () => {
    const folder = join(temporaryFolder(), 'new', 'inbox');
    const text = '崩溃时正在处理的一篇。';
    mkdirSync(join(folder, '.processing'), { recursive: true });
    writeFileSync(join(folder, '.processing', 'left.txt'), text);
    const second = await startServer({ inbox: folder });
    await eventually('the file in done', async () => (existsSync(join(folder, 'done', 'left.txt')) ? true : null));
    await second.client.until([sha256(text)], 'done');
    await second.stop();
    const third = await startServer({ inbox: join(temporaryFolder(), 'not', 'there', 'yet') });
    expect((await third.client.pipeline()).problems).toEqual([]);
  });
});
