import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { encodeAs } from './encode.js';
import { page, sha256 } from './pages.js';
import { startServer, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const SIMPLIFIED = page('page-01.txt').bytes.toString('utf8');
/** Written for this test: every character is in Big5. */
const TRADITIONAL = [
  '海港日報　二○二四年三月五日　星期二　第三版　本地',
  '',
  '漁港新碼頭下月啟用',
  '本報記者　林知遠',
  '　　昨日，記者從漁業管理處獲悉，歷時兩年興建的新碼頭已經完工，預計下月正式啟用。',
  '　　管理處表示，新碼頭可同時停泊四十艘漁船，並設有製冰廠和魚貨拍賣場。',
  '　　漁民陳先生說，以後不必再排隊等候卸貨，「一天可以多跑一趟」。',
].join('\n');

/** What was printed, whatever bytes it came in. */
async function articlesOf(bytes: Uint8Array, type: string): Promise<unknown> {
  const id = sha256(bytes);
  const { items } = await server.client.push(bytes, { type });
  expect(items).toEqual([{ index: 0, id, outcome: 'accepted' }]);
  const [view] = await server.client.until([id], 'done');
  const articles = await Promise.all((view?.articles ?? []).map((article) => server.client.article(article.id)));
  const original = await server.client.request('GET', `/v1/documents/${id}/original`);
  expect(original.bytes.equals(bytes)).toBe(true);
  return articles.map(({ id: articleId, version, title, byline, paragraphs, captions, issueDate, provenance }) => ({
    articleId, version, title, byline, paragraphs, captions, issueDate, provenance,
  }));
}

describe('a simplified page', () => {
  let expected: unknown;
  beforeAll(async () => {
    expected = await articlesOf(Buffer.from(SIMPLIFIED), 'text/plain');
  });

  it.each([
    ['gb18030', 'text/plain; charset=gb18030'],
    ['gb18030', 'text/plain'],
    ['utf-16le', 'text/plain'],
    ['utf-16be', 'text/plain'],
    ['utf-8 with BOM', 'text/plain; charset=utf-8'],
  ] as const)('in %s, sent as %s, gives the same articles', async (charset, type) => {
    // A line more, so that the same page in the same encoding is another document.
    const text = type.includes('charset=gb') ? `${SIMPLIFIED}\n` : SIMPLIFIED;
    expect(await articlesOf(encodeAs(charset, text), type)).toEqual(expected);
  });
});

describe('a traditional page', () => {
  it.each([['text/plain; charset=big5'], ['text/plain']])('in Big5, sent as %s, gives the same articles as in UTF-8', async (type) => {
    const text = `${TRADITIONAL}${'\n'.repeat(type.length)}`;
    const expected = await articlesOf(Buffer.from(text), 'text/plain');
    expect(expected).toMatchObject([{ title: '漁港新碼頭下月啟用' }]);
    expect(await articlesOf(encodeAs('big5', text), type)).toEqual(expected);
  });
});

describe('a compressed body', () => {
  it.each([
    ['gzip', gzipSync, 'page-02.txt'],
    ['deflate', deflateSync, 'page-03.txt'],
    ['br', brotliCompressSync, 'page-05.txt'],
    ['zstd', zstdCompressSync, 'page-06.txt'],
  ] as const)('in %s is the document inside it', async (encoding, compress, name) => {
    const { bytes } = page(name);
    const { items } = await server.client.push(compress(bytes), { type: 'text/plain', headers: { 'content-encoding': encoding } });
    expect(items).toEqual([{ index: 0, id: sha256(bytes), outcome: 'accepted' }]);
    await server.client.until([sha256(bytes)], 'done');
  });

  it('may be compressed twice', async () => {
    const { bytes } = page('page-07.txt');
    const { items } = await server.client.push(gzipSync(brotliCompressSync(bytes)), { type: 'text/plain', headers: { 'content-encoding': 'br, gzip' } });
    expect(items).toEqual([{ index: 0, id: sha256(bytes), outcome: 'accepted' }]);
  });
});
