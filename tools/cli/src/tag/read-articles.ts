import type { RawArticle } from '@wenliu/contracts';
import { describeIssues } from '@wenliu/service-ingest/offline';
import { buffer } from 'node:stream/consumers';
import { completeLines, linesOf } from '../input/complete-lines.js';
import { inputName, openInput, readWhole } from '../input/read-input.js';
import { fillArticle } from './fill-article.js';
import { textArticle } from './text-article.js';

export type ReadArticle = { ok: true; article: RawArticle } | { ok: false; place: string; detail: string };

const BRACE = 0x7b;

/**
 * The articles of one input. `.json` is one article or an array of them; whatever else begins with `{` has one a line, and is
 * read as it comes; anything else is the text of one article.
 */
export async function* readArticles(file: string): AsyncGenerator<ReadArticle> {
  if (/\.json$/i.test(file)) {
    const bytes = await readWhole(file);
    const values = parseWhole(bytes);
    if (values !== null) {
      for (const [i, value] of values.entries()) yield toArticle(value, bytes, `${file}, article ${i + 1}`);
      return;
    }
  }
  const { first, all } = await peek(openInput(file));
  if (first === BRACE) yield* readLines(all, inputName(file));
  else yield { ok: true, article: textArticle(await buffer(all)) };
}

async function* readLines(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<ReadArticle> {
  let number = 0;
  for await (const block of completeLines(chunks)) {
    for (const line of linesOf(block)) {
      number += 1;
      const text = line.toString('utf8').replace(/^\ufeff/, '').trim();
      if (text === '') continue;
      const place = `${name}:${number}`;
      const value = parseJson(text);
      yield value === undefined ? { ok: false, place, detail: 'not JSON' } : toArticle(value, Buffer.from(text), place);
    }
  }
}

function toArticle(value: unknown, bytes: Buffer, place: string): ReadArticle {
  const filled = fillArticle(value, bytes);
  return filled.ok ? filled : { ok: false, place, detail: describeIssues(filled.issues) };
}

function parseWhole(bytes: Buffer): unknown[] | null {
  const value = parseJson(bytes.toString('utf8').replace(/^\ufeff/, ''));
  if (value === undefined) return null;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values;
}

/** The first byte that is no space, and the chunks with the ones that were read for it. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<{ first: number | undefined; all: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let first: number | undefined;
  while (first === undefined) {
    const next = await iterator.next();
    if (next.done === true) break;
    const skip = read.length === 0 && next.value[0] === 0xef ? 3 : 0;
    read.push(next.value);
    first = next.value.subarray(skip).find((byte) => byte > 0x20);
  }
  return { first, all: again(read, iterator) };
}

async function* again(read: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* read;
  yield* { [Symbol.asyncIterator]: () => iterator };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
