import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleSummary, PipelineStatus, Trace } from '@wenliu/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonLines, runWenliu, startServer, temporaryFolder, type Ran, type RunningServer } from './run-wenliu.fixture.js';

const PAGE = '标题写在第一行\n\n　　这是正文的第一段，上海市长今天表示，新能源汽车出口增长。\n　　第二段说明了原因，一共有三条。\n';

let server: RunningServer;
const ask = (...args: string[]): Promise<Ran> => runWenliu([...args, '--url', server.url]);
const pages = join(temporaryFolder(), 'pages');

beforeAll(async () => {
  mkdirSync(join(pages, 'inner'), { recursive: true });
  writeFileSync(join(pages, 'a.txt'), PAGE);
  writeFileSync(join(pages, 'inner', 'b.ndjson'), '{"sourceId":"1","title":"一","paragraphs":["北京的消息。"]}\n\n{"paragraphs":0}\n');
  writeFileSync(join(pages, 'inner', 'broken.txt'), Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 7 + 131 * i) % 256));
  writeFileSync(join(pages, 'notes.xyz'), 'x');
  server = await startServer();
});
afterAll(() => server.stop());

describe('against a running server', () => {
  it('push takes a folder, names what is rejected or passed over, and waits', async () => {
    const ran = await ask('push', pages, '--wait');
    expect(ran.stdout).toContain('pushed 4: 3 accepted, 0 duplicate, 1 rejected');
    expect(ran.stdout).toContain('searchable: 2 of 3');
    expect(ran.stderr).toContain('notes.xyz');
    expect(ran.stderr).toMatch(/b\.ndjson:3: rejected: paragraphs/);
    expect(ran.stderr).toMatch(/inner\/broken\.txt: quarantined at split-document/);
    expect(ran.code).toBe(1);
  });

  it('push again sends only what was not acknowledged', async () => {
    const ran = await ask('push', pages);
    expect(ran.stdout).toContain('pushed 4: 0 accepted, 1 duplicate, 1 rejected, 2 sent before');
  });

  it('push of the same bytes is a duplicate, one object a document', async () => {
    const ran = await ask('push', join(pages, 'a.txt'), '--json', '--wait');
    expect(jsonLines(ran)).toEqual([{ place: join(pages, 'a.txt'), id: expect.any(String), outcome: 'duplicate' }]);
    expect(ran.code).toBe(0);
  });

  it('trace shows a document with its articles, and an article with its document', async () => {
    const [item] = jsonLines(await ask('push', join(pages, 'a.txt'), '--json'));
    const id = String(item?.['id']);
    const document = await ask('trace', id);
    expect(document.stdout).toMatch(/document a\.txt: done[^]*ingest\/split-document +forward/);
    const [traced] = jsonLines(await ask('trace', id, '--json'));
    expect(Trace.parse(traced).id).toBe(id);
    const article = /^([0-9a-f]{64}) +done/m.exec(document.stdout)?.[1] ?? '';
    expect((await ask('trace', article)).stdout).toMatch(new RegExp(`from document ${id}[^]*nlp/tag-article`));
    expect(await ask('trace', 'nothing')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no') });
  });

  it('status and topics say how far behind', async () => {
    const [status] = jsonLines(await ask('status', '--json'));
    expect(PipelineStatus.parse(status)).toMatchObject({ documents: 3, quarantined: 1 });
    expect((await ask('status')).stdout).toMatch(/tag-article +0 +0/);
    expect(jsonLines(await ask('topics', '--json'))[0]).toMatchObject({ name: 'document.received.v1', readers: [{ stage: 'split-document' }] });
  });

  it('quarantine lists, shows and sends back', async () => {
    const [entry] = jsonLines(await ask('quarantine', 'list', '--json', '--class', 'rejected'));
    expect(entry).toMatchObject({ stage: 'split-document', reason: 'undecodable-bytes' });
    const id = String(entry?.['id']);
    expect((await ask('quarantine', 'show', id)).stdout).toMatch(/reason +undecodable-bytes/);
    expect(jsonLines(await ask('quarantine', 'redrive', '--dry-run', '--json'))).toEqual([{ matched: 1, redriven: 0, dryRun: true }]);
    expect(jsonLines(await ask('quarantine', 'redrive', id, '--json'))).toEqual([{ matched: 1, redriven: 1, dryRun: false }]);
    expect(await ask('quarantine', 'list', '--stage', 'no-such-stage')).toMatchObject({ code: 0, stdout: 'nothing is in quarantine\n' });
    expect((await ask('quarantine', 'show', 'nothing')).code).toBe(1);
  });

  it('tail follows from the start, and what matches only', async () => {
    const all = jsonLines(await ask('tail', 'article.tagged.v1', '--from', 'start', '--limit', '2')).map((line) => ArticleSummary.parse(line));
    expect(all).toHaveLength(2);
    const [match] = jsonLines(await ask('tail', 'article.tagged.v1', '--from', 'start', '--where', '新能源', '--limit', '1'));
    expect(match).toMatchObject({ title: '标题写在第一行' });
    const wrong = await ask('tail', 'article.tagged.v1', '--where', '( ');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('at character') });
  });

  it('doctor finds the server', async () => {
    const port = new URL(server.url).port;
    const ran = await runWenliu(['doctor', '--json'], { env: { WENLIU_HTTP_PORT: port } });
    const levels = Object.fromEntries<unknown>(jsonLines(ran).map(({ name, level }) => [String(name), level]));
    expect(levels).toMatchObject({ node: 'ok', sqlite: 'ok', settings: 'ok', jieba: 'ok', dictionary: 'ok', data: 'ok', port: 'ok', server: 'ok' });
    expect(ran.code).toBe(0);
  });
});
