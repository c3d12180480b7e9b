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

/** What the map says is printed, character by character; a character outside every run as itself if it is no letter. */
function printed(text: string, article: RawArticle): string {
  const lines = text.split('\n');
  const clean = articleText(article);
  let at = 0;
  let out = '';
  for (const [start, end, line, column] of article.provenance.map) {
    out += clean.slice(at, start).replace(/[^\n ]/g, '?') + (lines[line - 1] ?? '').slice(column - 1, column - 1 + end - start);
    at = end;
  }
  return out + clean.slice(at).replace(/[^\n ]/g, '?');
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
      expect(printed(text, article)).toBe(articleText(article));
      expect(RawArticle.safeParse(article).error).toBeUndefined();
    }
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
      for (const article of articles) expect(printed(text, article)).toBe(articleText(article));
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
    expect(article).toMatchObject({ version: 302_000, lane: 'live', receivedAt: '2026-02-03T04:05:06Z', language: 'zh' });
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
