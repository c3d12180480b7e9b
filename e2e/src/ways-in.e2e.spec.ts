import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { eventually } from './eventually.js';
import { PAGES } from './pages.js';
import { profile, startServer, temporaryFolder } from './story.fixture.js';

const IDS = PAGES.map(({ id }) => id);

/** What must not depend on the way in: everything but who brought it, when, and by which segmenter it was cut. */
async function arrived(client: Client): Promise<unknown> {
  const views = await client.until(IDS, 'done');
  const articles = await Promise.all(views.flatMap((view) => view.articles.map(({ id }) => client.article(id))));
  return {
    documents: views.map(({ id, mediaType, bytes, articles }) => ({ id, mediaType, bytes, articles })),
    articles: articles.map(({ id, version, documentId, publication, issueDate, page, title, byline, paragraphs, captions, provenance }) => ({
      id, version, documentId, publication, issueDate, page, title, byline, paragraphs, captions, provenance,
    })),
  };
}

describe('the pages of seeds/', () => {
  let overHttp: unknown;

  beforeAll(async () => {
    const { client } = await startServer();
    for (const { bytes, type, name, id } of PAGES) {
      const receipt = await client.push(bytes, { type, parameters: `name=${name}` });
      expect(receipt.items).toEqual([{ index: 0, id, outcome: 'accepted' }]);
    }
    overHttp = await arrived(client);
  });

  it('give the same documents, articles and versions through the inbox', async () => {
    const inbox = temporaryFolder();
    const { client } = await startServer({ inbox });
    for (const { path, name } of PAGES) copyFileSync(path, join(inbox, name));
    await eventually('all files to be done', async () => {
      const { documents } = await client.pipeline();
      return documents === PAGES.length ? true : null;
    });
    expect(await arrived(client)).toEqual(overHttp);
    await eventually('all files to lie in done', async () => (readdirSync(join(inbox, 'done')).length === PAGES.length ? true : null));
  });

  it('give the same through `wenliu push`, and with the other segmenter', async () => {
    const { client, url } = await startServer({ env: { WENLIU_NLP_SEGMENTER: 'nodejs-jieba' } });
    const ran = await profile.command(['push', ...PAGES.map(({ path }) => path), '--url', url, '--wait']);
    // A busy machine is told of the progress.
    expect(ran.stderr).not.toContain('wenliu:');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`pushed ${PAGES.length}: ${PAGES.length} accepted`) });
    expect(await arrived(client)).toEqual(overHttp);
  });
});
