import { readdirSync, readFileSync } from 'node:fs';
import { articleText, RawArticle, type DocumentReceived, type MediaType } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { documentId } from './identity.js';
import { splitDocument } from './split-document.js';
import type { SplitResult } from './split-result.js';

const SEEDS = new URL('../../../../seeds/', import.meta.url);
const pages = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.txt'))
  .map((name): [string, string] => [name, readFileSync(new URL(name, SEEDS), 'utf8')]);

function received(bytes: Uint8Array, mediaType: MediaType, id = 'inbox'): DocumentReceived {
  return {
    id: documentId(bytes),
    name: null,
    mediaType,
    encoding: null,
    bytes: bytes.length,
    source: { id, kind: 'inbox', name: id },
    lane: 'live',
    hints: { publication: null, issueDate: null, page: null, url: null, revision: 3 },
    receivedAt: '2026-02-03T04:05:06Z',
    reprocess: false,
  };
}

function split(text: string, mediaType: MediaType = 'text/plain'): SplitResult {
  const bytes = new TextEncoder().encode(text);
  return splitDocument(received(bytes, mediaType), bytes);
}

function articlesOf(result: SplitResult): RawArticle[] {
  return result.kind === 'articles' ? result.articles : [];
}

/** How many articles or pieces of residue have each line; all must be 1. */
function cover(text: string, result: SplitResult): number[] {
  const owners = text.split('\n').map(() => 0);
  if (result.kind !== 'articles') return owners.map(() => 1);
  const ranges = [...result.articles.flatMap((article) => article.provenance.lines), ...result.residue.map((piece) => piece.lines)];
  for (const [first, last] of ranges) for (let line = first; line <= last; line += 1) owners[line - 1] = (owners[line - 1] ?? 0) + 1;
  return owners;
}

/** One form for what is printed and what is read: width, quotation marks. */
const formOf = (text: string): string => text.normalize('NFKC').replace(/[“”„"]/g, '"').replace(/[‘’']/g, "'").replace(/[—－]/g, '-');

/** Where a span of the clean text is printed and how it reads there; characters outside every run are in `added`. */
function printedSpan(text: string, article: RawArticle, start: number, end: number): { pieces: [clean: string, printed: string, line: number, column: number][]; added: string } {
  const lines = text.split('\n');
  const clean = articleText(article);
  const pieces: [string, string, number, number][] = [];
  let added = '';
  let at = start;
  for (const [from, to, line, column] of article.provenance.map) {
    if (to <= start || from >= end) continue;
    added += clean.slice(at, Math.max(at, from));
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    pieces.push([clean.slice(first, last), (lines[line - 1] ?? '').slice(column - 1 + first - from, column - 1 + last - from), line, column + first - from]);
    at = last;
  }
  return { pieces, added: added + clean.slice(at, end) };
}

/** Every character reads as it is printed but for its form, or a repair says why not. */
function expectPrinted(text: string, article: RawArticle, start: number, end: number): void {
  const { pieces, added } = printedSpan(text, article, start, end);
  const mended = new Set(article.repairs.flatMap((repair) => [...repair.printed].map((_, i) => `${repair.line} ${repair.column + i}`)));
  for (const [clean, printed, line, column] of pieces) {
    expect(printed).toHaveLength(clean.length);
    for (let i = 0; i < clean.length; i += 1) {
      const isSame = formOf(clean.charAt(i)) === formOf(printed.charAt(i)) || mended.has(`${line} ${column + i}`);
      expect({ clean: clean.charAt(i), printed: printed.charAt(i), line, column: column + i, isSame }).toMatchObject({ isSame: true });
    }
  }
  const inserted = article.repairs.filter((repair) => repair.text.length > repair.printed.length).flatMap((repair) => [...repair.text]);
  for (const char of added.replace(/[\n ]/g, '')) expect(inserted).toContain(char);
}

function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const ODD = ['', '　', '\t', '# ', '##x', '**', '** **', '——', '（', '（（（', '摄', '（摄）', '本报讯', '记者', '■ 苏眉', '第1版', '据《甲报》'].concat(
  ['苏眉 摄影报道', '本报记者 苏眉摄', '图为石桥。', '（上接第一版）', '2024-01-01', '作者：苏眉　来源：', '🀄', 'I am here. ', '上一版', '新华社北京12月11日电'],
);

describe('splitDocument', () => {
  it.each(pages)('gives every line of %s to one owner and maps every character to its place', (_, text) => {
    const result = split(text);
    expect(result).toMatchObject({ kind: 'articles', encoding: 'utf-8', lossy: false, lines: text.split('\n').length });
    expect(cover(text, result).every((owners) => owners === 1)).toBe(true);
    for (const article of articlesOf(result)) {
      expectPrinted(text, article, 0, articleText(article).length);
      expect(RawArticle.safeParse(article).error).toBeUndefined();
    }
  });

  it('maps a thousand random spans of clean text back to what is printed', () => {
    const random = randomOf(7);
    const found = pages.flatMap(([, text]) => articlesOf(split(text)).map((article): [string, RawArticle] => [text, article]));
    for (let i = 0; i < 1000; i += 1) {
      const [text, article] = found[random(found.length)] ?? ['', undefined];
      if (article === undefined) continue;
      const length = articleText(article).length;
      const start = random(length);
      expectPrinted(text, article, start, Math.min(length, start + 1 + random(40)));
    }
  });

  it('says of each printed line what it is, whose, and why', () => {
    const [, text] = pages[0] ?? ['', ''];
    const result = split(text);
    if (result.kind !== 'articles') throw new Error('there are articles on this page');
    expect(result.notes.map((note) => note.line)).toEqual(text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1])));
    for (const { line, article, role } of result.notes) {
      const owner = result.articles.findIndex(({ provenance }) => provenance.lines.some(([first, last]) => first <= line && line <= last));
      expect([line, role === 'residue' ? -1 : article]).toEqual([line, owner]);
    }
  });

  it.each<[string, string, string]>([
    ['English', 'The bridge opened today. People came from both banks to see it.\n\nThe old boatman gave his ropes to the museum.\n', 'not-chinese'],
    ['Tibetan', 'བོད་ཀྱི་ཡུལ་དུ་ཆར་པ་བབས། ཞིང་པ་ཚོ་དགའ་བོ་བྱུང་།\n', 'not-chinese'],
    ['no punctuation', '新桥今天通车两岸来了许多人老船工把缆绳送给了镇上的博物馆他说路换了个走法人还得过河\n'.repeat(3), 'no-punctuation'],
    ['a table', '| 名次 | 球队 | 胜 |\n|---|---|---|\n| 1 | 青山 | 3 |\n| 2 | 河谷 | 2 |\n', 'table-or-list'],
    ['source code', 'export function add(a: number, b: number) {\n  return a + b;\n}\n', 'not-chinese'],
  ])('loses nothing of %s and says what is wrong with it', (_, text, doubt) => {
    const result = split(text);
    expect(cover(text, result).every((owners) => owners === 1)).toBe(true);
    expect(articlesOf(result).flatMap((article) => article.doubts)).toContain(doubt);
    for (const article of articlesOf(result)) expect(article.quality).toBeLessThan(0.8);
  });

  it('leaves a long story whole', () => {
    const chapter = ['第一章', '', '老船工走到渡口，天还没有亮，河上起了雾。', '', '“今天还开船吗？”有人问。', '', '他没有回答，只把缆绳一圈一圈收好，放进木箱里。', ''];
    expect(articlesOf(split(Array.from({ length: 30 }, () => chapter).flat().join('\n')))).toHaveLength(1);
  });

  it('does so for any lines in any order', () => {
    const pool = pages.flatMap(([, text]) => text.split('\n'));
    const random = randomOf(20_260_203);
    for (let round = 0; round < 1500; round += 1) {
      const lines = Array.from({ length: random(30) }, () => {
        const line = (random(3) === 0 ? ODD[random(ODD.length)] : pool[random(pool.length)]) ?? '';
        return line.slice(random(5) === 0 ? random(8) : 0, random(5) === 0 ? random(40) : undefined).toWellFormed();
      });
      const text = lines.join('\n');
      const result = split(text);
      const articles = articlesOf(result);
      expect({ text, owners: cover(text, result) }).toEqual({ text, owners: text.split('\n').map(() => 1) });
      for (const article of articles) expectPrinted(text, article, 0, articleText(article).length);
      expect(new Set(articles.map((article) => article.id)).size).toBe(articles.length);
    }
  });

  it('gives the same articles to every way in, but for who delivered them', () => {
    const bytes = new TextEncoder().encode(pages[0]?.[1] ?? '');
    const [inbox, cli] = ['inbox', 'cli'].map((id) => articlesOf(splitDocument(received(bytes, 'text/plain', id), bytes)));
    expect(inbox?.map((article) => article.id)).toEqual(cli?.map((article) => article.id));
    expect(inbox).toEqual(cli?.map((article, i) => ({ ...article, source: inbox?.[i]?.source })));
  });

  it('takes version, lane and time from what was received', () => {
    const [article] = articlesOf(split('今天下雨。'));
    expect(article).toMatchObject({ version: 304_000, lane: 'live', receivedAt: '2026-02-03T04:05:06Z', language: 'zh' });
    expect(article?.change).toEqual({ kind: 'created', reason: null, fields: [] });
  });

  it.each(['', '\n \n　\n', '\ufeff', '\u0000\u0001', '第3版\n'])('knows that %j holds no article', (text) => {
    expect(split(text)).toEqual({ kind: 'empty' });
  });

  it('fails on bytes that are no text', () => {
    const bytes = new Uint8Array(64).fill(0xff);
    expect(splitDocument(received(bytes, 'text/plain'), bytes)).toMatchObject({ kind: 'failed', reason: 'undecodable-bytes' });
  });
});
