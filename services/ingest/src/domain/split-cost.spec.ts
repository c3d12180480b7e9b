import { readFileSync } from 'node:fs';
import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './page/split-page.js';

const HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const PAGE = readFileSync(new URL('../../../../seeds/page-01.txt', import.meta.url), 'utf8');

/** Twice what the slowest case takes on a busy machine of two cores, and a tenth of what one quadratic step would. */
const BOUND_MS = 3000;

describe('the cost of a page', () => {
  it.each([
    ['2 MB of pages', PAGE.repeat(Math.floor(2_000_000 / new TextEncoder().encode(PAGE).length))],
    ['one long line', '报'.repeat(350_000)],
    ['one long line of quotations and brackets', '中文，a "（“”'.repeat(80_000)],
    ['100,000 short lines', '短行\n'.repeat(100_000)],
    ['25,000 articles', '标题一行\n\n正文一行有句号。\n\n'.repeat(25_000)],
    ['50,000 bylines', '本报记者 苏眉\n'.repeat(50_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['blank room', '　 '.repeat(300_000)],
    ['only punctuation', '，。'.repeat(170_000)],
    ['opening brackets', '（'.repeat(330_000)],
    ['closing brackets', '）'.repeat(330_000)],
    ['lines of brackets', '（（（（）\n'.repeat(60_000)],
    ['closing quotation marks', '”'.repeat(330_000)],
    ['asterisks', '*'.repeat(1_000_000)],
    ['Markdown headings', '# 标\n'.repeat(100_000)],
    ['captions', '苏眉摄\n\n\n图为某地。\n'.repeat(30_000)],
    ['picture stories', '一段正文没有完\n\n\n\n苏眉 摄影报道\n'.repeat(20_000)],
    ['dates', '2024-01-01 '.repeat(90_000)],
    ['gaps', `字\n${'\n'.repeat(20)}`.repeat(20_000)],
  ])('grows with the length: %s', (_, text) => {
    const start = performance.now();
    const { roles } = splitPage(text, HINTS);
    expect(performance.now() - start).toBeLessThan(BOUND_MS);
    expect(roles).toHaveLength(text.split('\n').length);
  });
});
