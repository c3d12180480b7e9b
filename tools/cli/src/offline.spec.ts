import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RawArticle, TaggedArticle } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { jsonLines, runWenliu, temporaryFolder } from './run-wenliu.fixture.js';

const PAGE = fileURLToPath(new URL('../../../seeds/page-01.txt', import.meta.url));
const folder = temporaryFolder();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('wenliu split', () => {
  it('gives RawArticle lines that are the same every time', async () => {
    const [first, second] = await Promise.all([runWenliu(['split', '--json', PAGE]), runWenliu(['split', PAGE, '--json'])]);
    const articles = jsonLines(first).map((line) => RawArticle.parse(line));
    expect(articles.length).toBeGreaterThan(1);
    expect(second.stdout).toBe(first.stdout);
    expect(first.code).toBe(0);
  });

  it('can be read without --json', async () => {
    const { stdout } = await runWenliu(['split', PAGE]);
    expect(stdout).toContain('1 of');
    expect(stdout).not.toContain('"paragraphs"');
  });

  it('explains every line of the original, as a table and as JSON', async () => {
    const [table, json] = await Promise.all([runWenliu(['split', '--explain', PAGE]), runWenliu(['split', '--explain', '--json', PAGE])]);
    const printed = readFileSync(PAGE, 'utf8').trimEnd().split('\n');
    const lines = jsonLines(json);
    expect(lines.map(({ line, text }) => [line, text])).toEqual(printed.map((text, i) => [i + 1, text]));
    expect(lines.filter(({ article, articleId }) => (article === null) !== (articleId === null))).toEqual([]);
    expect(table.stdout).toContain(printed[6]);
    expect(table.stdout).toMatch(/^ +7 +1 {2}title /m);
    // Not to a terminal: no colours.
    expect(table.stdout).not.toContain('\u001b');
  });

  it('splits the rest when a file cannot be read, and ends with 1', async () => {
    const bytes = '标题一行\n\n这是正文的第一段，说明了今天发生的事情。\n';
    const good = file('good.txt', bytes);
    const ran = await runWenliu(['split', '--json', '/no/such/page.txt', folder, file('x.zip', 'PK'), good]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/page\.txt: there is no such file[^]*is a folder[^]*x\.zip: the file name says nothing known/);
    expect(jsonLines(ran)[0]).toMatchObject({ documentId: createHash('sha256').update(bytes).digest('hex') });
  });

  it('takes stdin, hints and a type', async () => {
    const ran = await runWenliu(['split', '-', '--json', '--type', 'application/x-ndjson', '--publication', '文流日报', '--date', '2024-01-10'], {
      stdin: '{"paragraphs":["第一篇的正文。"]}\n{"content":1}\n{"content":"第二篇的正文，也有一句话。"}\n',
    });
    expect(jsonLines(ran)).toHaveLength(2);
    expect(jsonLines(ran)[1]).toMatchObject({ publication: '文流日报', issueDate: '2024-01-10' });
    expect(ran.stderr).toContain('stdin, item 2:');
    expect(ran.code).toBe(1);
  });
});

describe('wenliu tag', () => {
  it('takes what split gives', async () => {
    const { stdout } = await runWenliu(['split', '--json', PAGE]);
    const ran = await runWenliu(['tag', '-'], { stdin: stdout });
    const tagged = jsonLines(ran).map((line) => TaggedArticle.parse(line));
    expect(tagged.map(({ id }) => id)).toEqual(jsonLines({ ...ran, stdout }).map(({ id }) => id));
  });

  it('takes lines with little, JSON and text, and names the lines that are none', async () => {
    const lines = file('lines.jsonl', '{"id":"mine","paragraphs":["上海市长表示。"]}\n\nnonsense\n');
    const array = file('array.json', '[\n{"id":"one","paragraphs":["一。"]},\n{"id":"two","paragraphs":["二。"]}\n]');
    const ran = await runWenliu(['tag', lines, array, file('text.txt', '上海市长表示。\n')]);
    expect(jsonLines(ran).map(({ id }) => id)).toEqual(['mine', 'one', 'two', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(jsonLines(ran)[0]).toMatchObject({ places: [{ name: '上海' }], nlp: { segmenter: 'node-rs-jieba' } });
    expect(ran.stderr).toContain('lines.jsonl:3: not JSON');
    expect(ran.code).toBe(1);
  });
});

describe('wenliu segment', () => {
  it('keeps the lines and parts words by two spaces', async () => {
    const ran = await runWenliu(['segment', '-'], { stdin: '上海市长表示\n\nhello 世界\r\n' });
    expect(ran.stdout).toBe('上海  市长  表示\n\nhello  世界\n');
  });
});

describe('wenliu', () => {
  it.each([
    [[], 2],
    [['nonsense'], 2],
    [['split'], 2],
    [['split', '--date', '2024-02-30', 'x.txt'], 2],
    [['status', '--url', 'nonsense'], 2],
    [['quarantine', 'list', '--limit', '0'], 2],
    [['up', '--port', '70000'], 2],
    [['--help'], 0],
    [['push', '--help'], 0],
    [['tail', 'article.raw.v1'], 1],
  ])('%j ends with %i', async (args, code) => {
    expect((await runWenliu(args)).code).toBe(code);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const articles = file('many.jsonl', '{"paragraphs":["上海市长表示。"]}\n'.repeat(3000));
    expect(await runWenliu(['tag', articles], { firstChunkOnly: true })).toMatchObject({ code: 0, stderr: '' });
  });
});
