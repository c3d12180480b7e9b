import type { RawArticle } from '@wenliu/contracts';
import { linesOf, linesOfDamage, type Damage, type Gold, type GoldArticle } from './gold.js';
import { match } from './match.js';
import { Tally } from './measures.js';
import { isBlank, sameMarks } from './printed-form.js';
import { scoreArticle, type Expected, type Found } from './score-article.js';

/** An article whose lines are nine tenths those of the gold is that article. */
const SAME_ARTICLE = 0.9;
/** Less certain readings are opinions. */
const SURE = new Set(['sure', 'likely']);
/** With less than half of the lines in common it is another article, and its fields are not compared. */
const SOME_ARTICLE = 0.5;

/** How well `articles` reads the page, by the measures of `MEASURES`. Lines are counted from 1, as the gold does. */
export function scorePage(gold: Gold, text: string, articles: readonly RawArticle[]): Tally {
  const tally = new Tally();
  const page = ['', ...text.split('\n')];
  const expected = gold.articles.map((article) => toExpected(article, page));
  const found = articles.map((article) => toFound(article, page));
  const pairs = match(expected.map(({ all }) => all), found.map(({ all }) => all));

  const goldOf = ownerOf(expected.map(({ all }) => all), (i) => i);
  const foundOf = ownerOf(found.map(({ all }) => all), (j) => pairs.find((pair) => pair.found === j)?.gold ?? 'no gold');
  const printed = [...page.keys()].filter((line) => !isBlank(page[line]));
  const wrong = printed.filter((line) => goldOf.get(line) !== foundOf.get(line));
  tally.add('lines', { hit: printed.length - wrong.length, given: printed.length, expected: printed.length });
  if (wrong.length > 0) tally.errors.push(`${gold.file} lines: ${wrong.join(' ')}`);
  tally.add('articles', { hit: pairs.filter((pair) => pair.overlap >= SAME_ARTICLE).length, given: found.length, expected: expected.length });

  const damaged = new Set(gold.ocr_damage.flatMap(({ line }) => line));
  for (const [i, article] of expected.entries()) {
    const pair = pairs.find((one) => one.gold === i && one.overlap >= SOME_ARTICLE);
    scoreArticle(tally, { article, found: pair === undefined ? undefined : found[pair.found], page, damaged, damages: gold.ocr_damage });
  }
  for (const damage of gold.ocr_damage) scoreDamage(tally, damage, found, gold.file);
  return tally;
}

function toExpected(gold: GoldArticle, page: readonly string[]): Expected {
  const isPrinted = (line: number): boolean => !isBlank(page[line]);
  const lines = (gold.reading_order_lines ?? linesOf(gold.blocks)).filter(isPrinted);
  const captions = linesOf(gold.caption_blocks).filter(isPrinted);
  return { gold, lines, captions, all: new Set([...lines, ...captions]) };
}

function toFound(article: RawArticle, page: readonly string[]): Found {
  const isPrinted = (line: number): boolean => !isBlank(page[line]);
  const captions = article.captions.flatMap((caption) => linesOf(caption.lines));
  const lines = linesOf(article.provenance.lines).filter((line) => isPrinted(line) && !captions.includes(line));
  return { article, lines, captions: captions.filter(isPrinted), all: new Set([...lines, ...captions.filter(isPrinted)]) };
}

function ownerOf<T>(articles: readonly ReadonlySet<number>[], name: (index: number) => T): Map<number, T> {
  return new Map(articles.flatMap((lines, i) => [...lines].map((line): [number, T] => [line, name(i)])));
}

/** Damage whose right reading is known must be read right in the text, or not be there where nothing is right. */
function scoreDamage(tally: Tally, damage: Damage, found: readonly Found[], file: string): void {
  const { printed, right, certainty, line } = damage;
  if (printed === null || printed === undefined || right === null || right === undefined || !SURE.has(certainty)) return;
  const lines = linesOfDamage(damage);
  const article = found.find(({ all }) => lines.some((one) => all.has(one)))?.article;
  const whole = article === undefined ? '' : sameMarks([article.kicker, article.title, article.subtitle, ...article.paragraphs].filter((part) => part !== null).join('\n'));
  const mended = right === '' ? !whole.includes(sameMarks(printed)) : whole.includes(sameMarks(right));
  tally.say('damage mended', article !== undefined && mended, file, () => `line ${String(line)} ${printed} → ${right}`);
}
