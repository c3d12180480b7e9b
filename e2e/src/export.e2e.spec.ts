import { readFileSync, readdirSync, rmSync, truncateSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { PAGES } from './pages.js';
import { profile, startServer, temporaryFolder, type Server } from './story.fixture.js';

const HINTED = { title: '两个版本的标题', paragraphs: ['这条消息说了发行的日期和版次。'], sourceId: 'hinted' };
const PARAMETERS = `source=agency&publication=${encodeURIComponent('文流日报')}&issueDate=2024-03-01&page=A7&revision=3`;

async function contents(client: Client): Promise<unknown> {
  const ids = (await client.documents()).map(({ id }) => id);
  const views = await client.until(ids, 'done');
  const articles = await Promise.all(views.flatMap((view) => view.articles.map(({ id }) => client.article(id))));
  return articles.map(({ id, version, documentId, publication, issueDate, page, source, title, paragraphs }) => ({
    id, version, documentId, publication, issueDate, page, source: source.id, title, paragraphs,
  }));
}

describe('wenliu export', () => {
  let first: Server;
  let folder: string;
  let exported: unknown;

  beforeAll(async () => {
    first = await startServer();
    for (const { bytes, type, name } of PAGES.slice(0, 4)) await first.client.push(bytes, { type, parameters: `name=${name}` });
    await first.client.push(JSON.stringify(HINTED), { type: 'application/json', parameters: PARAMETERS });
    exported = await contents(first.client);
    folder = join(temporaryFolder(), 'copy');
    const ran = await profile.command(['export', folder, '--url', first.url]);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('5 documents written') });
  });

  it('writes every original as it was handed in', () => {
    for (const { id, bytes } of PAGES.slice(0, 4)) expect(readFileSync(join(folder, 'originals', id)).equals(bytes)).toBe(true);
    expect(readdirSync(join(folder, 'originals'))).toHaveLength(5);
  });

  it('gives the same ids, versions and texts when it is pushed into another', async () => {
    const second = await startServer();
    const ran = await profile.command(['push', folder, '--url', second.url, '--wait']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('pushed 5: 5 accepted') });
    expect(await contents(second.client)).toEqual(exported);
  });

  it('completes a folder that a kill left unfinished', async () => {
    const list = join(folder, 'documents.ndjson');
    const lines = readFileSync(list, 'utf8').trimEnd().split('\n');
    const last = lines.at(-1) ?? '';
    truncateSync(list, statSync(list).size - Math.floor(Buffer.byteLength(last) / 2));
    const { id } = JSON.parse(last) as { id: string };
    rmSync(join(folder, 'originals', id));
    const ran = await profile.command(['export', folder, '--url', first.url]);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('1 documents written, 4 were there') });
    expect(readFileSync(list, 'utf8').trimEnd().split('\n').sort()).toEqual(lines.sort());
  });
});
