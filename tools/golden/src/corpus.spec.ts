import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readPages, type Page } from './corpus.js';
import { linesOf } from './gold.js';
import { f1, threeDigits } from './measures.js';
import { isBlank } from './printed-form.js';
import { rightAnswer } from './right-answer.fixture.js';
import { scorePage } from './score-page.js';

const SEEDS = fileURLToPath(new URL('../../../seeds/', import.meta.url));
const SAMPLES = await readPages({ pages: SEEDS, gold: `${SEEDS}gold` });
const MEASURED = await readPages({ pages: `${SEEDS}corpus`, gold: `${SEEDS}corpus/gold` });
const FORMS = await readPages({ pages: `${SEEDS}forms/pages`, gold: `${SEEDS}forms/gold` });
const named = (pages: readonly Page[]) => pages.map((page): [string, Page] => [page.name, page]);

describe('the gold', () => {
  it('is there for 40 pages', () => {
    expect(SAMPLES.length + MEASURED.length).toBeGreaterThanOrEqual(40);
  });

  it.each(named([...SAMPLES, ...MEASURED, ...FORMS]))('of %s has one place for each printed line', (_, { gold, text }) => {
    const lines = text.split('\n');
    const places = new Map<number, number>();
    const taken = [...gold.articles.flatMap(({ blocks, caption_blocks }) => linesOf([...blocks, ...caption_blocks])), ...gold.non_article_blocks.flatMap((block) => linesOf([block.lines]))];
    for (const line of taken) places.set(line, (places.get(line) ?? 0) + 1);
    const wrong = lines.flatMap((line, i) => (isBlank(line) || places.get(i + 1) === 1 ? [] : [i + 1]));
    expect(wrong).toEqual([]);
    expect(Math.max(...taken)).toBeLessThanOrEqual(lines.length);
  });

  // In the first pages a fragment that is printed twice is damage of one of its two lines only.
  it.each(named(MEASURED))('of %s, given as the answer, scores 1 on every measure', (_, { gold, text }) => {
    const tally = scorePage(gold, text, rightAnswer(gold, text));
    expect(tally.errors).toEqual([]);
    expect(new Set(tally.counts().map(([, count]) => f1(count)))).toEqual(new Set([1]));
  });

  it.each(named(SAMPLES))('of %s, given as the answer, scores 1 on all but the lines kept whole', (_, { gold, text }) => {
    const tally = scorePage(gold, text, rightAnswer(gold, text));
    expect(tally.errors.filter((error) => !error.includes('lines kept whole'))).toEqual([]);
  });
});

describe('a score', () => {
  it.each([
    [13 / 16, '0.812'],
    [15 / 16, '0.938'],
    [1 / 16, '0.062'],
    [3 / 16, '0.188'],
    [2 / 3, '0.667'],
    [1, '1.000'],
    [0.5, '0.500'],
  ])('of %d is printed as %s', (score, printed) => {
    expect(threeDigits(score)).toBe(printed);
  });
});
