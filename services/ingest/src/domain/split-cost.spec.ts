import { readFileSync } from 'node:fs';
import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './page/split-page.js';

const HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const PAGE = readFileSync(new URL('../../../../seeds/page-01.txt', import.meta.url), 'utf8');

/** Bytes of the shorter text; below, the time is that of starting. */
const SHORT = 50_000;
/** How much longer the other text is: far enough that noise lies well between linear and quadratic. */
const TIMES = 4;
/** A linear step takes TIMES as long, one quadratic step TIMES². */
const RATIO = TIMES ** 1.5;
/** Shorter times say nothing. */
const NOISE_MS = 20;

/** A busy machine may spoil a measurement, and does not make a quadratic step cheap. */
const ATTEMPTS = 3;

/** Processor time, which a busy machine changes less than the clock, in milliseconds. */
function costOf(text: string): number {
  const start = process.cpuUsage();
  const { roles } = splitPage(text, HINTS);
  const { user, system } = process.cpuUsage(start);
  expect(roles).toHaveLength(text.split('\n').length);
  return (user + system) / 1000;
}

/** How much more TIMES the text costs: the least of a few attempts, as many as it takes. */
function growthOf(text: string): number {
  let [short, long] = [Infinity, Infinity];
  for (let i = 0; i < ATTEMPTS && !(long / Math.max(NOISE_MS, short) < RATIO); i += 1) {
    short = Math.min(short, costOf(text));
    long = Math.min(long, costOf(text.repeat(TIMES)));
  }
  return long / Math.max(NOISE_MS, short);
}

describe('the cost of a page', () => {
  it.each([
    ['pages', PAGE],
    ['one long line', '报'],
    ['one long line of quotations and brackets', '中文，a "（“”'],
    ['one long line of words and blanks', '渡口 新桥 '],
    ['short lines', '短行\n'],
    ['short articles', '标题一行\n\n正文一行有句号。\n\n'],
    ['bylines', '本报记者 苏眉\n'],
    ['blank lines', '\n'],
    ['blank room', '　 '],
    ['only punctuation', '，。'],
    ['opening brackets', '（'],
    ['closing brackets', '）'],
    ['lines of brackets', '（（（（）\n'],
    ['closing quotation marks', '”'],
    ['asterisks', '*'],
    ['Markdown headings', '# 标\n'],
    ['captions', '苏眉摄\n\n\n图为某地。\n'],
    ['picture stories', '一段正文没有完\n\n\n\n苏眉 摄影报道\n'],
    ['dates', '2024-01-01 '],
    ['gaps', `字\n${'\n'.repeat(20)}`],
    ['broken sentences', '老船工收起了缆绳，走到渡口，看见河上起了雾，新桥在雾里，\n'],
  ])('grows with the length: %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(SHORT / new TextEncoder().encode(unit).length));
    expect(growthOf(text)).toBeLessThan(RATIO);
  });
});
