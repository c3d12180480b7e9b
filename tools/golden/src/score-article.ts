import type { RawArticle } from '@wenliu/contracts';
import { linesOfDamage, type Damage, type GoldArticle } from './gold.js';
import type { Tally } from './measures.js';
import { sameWords } from './printed-form.js';

/** An article of the gold; no blank line is among its lines, and captions are apart. */
export interface Expected {
  gold: GoldArticle;
  lines: number[];
  captions: number[];
  all: ReadonlySet<number>;
}

/** An article as it was split, its lines in the same form. */
export interface Found {
  article: RawArticle;
  lines: number[];
  captions: number[];
  all: ReadonlySet<number>;
}

interface Comparison {
  article: Expected;
  /** Missing where no article has half of the lines. */
  found: Found | undefined;
  /** Lines of the page; the first is number 1. */
  page: readonly string[];
  damaged: ReadonlySet<number>;
  damages: readonly Damage[];
}

/** A line this short may be met by chance, and is not looked for. */
const SHORTEST_LINE = 12;
/** A join is known by this many characters on either side of it. */
const JOIN_CONTEXT = 3;

export function scoreArticle(tally: Tally, comparison: Comparison): void {
  scoreOrder(tally, comparison);
  scoreHead(tally, comparison.article.gold, comparison.found?.article);
  scoreEnds(tally, comparison.article.gold, comparison.found?.article);
  tally.compare('captions', new Set(comparison.found?.captions), new Set(comparison.article.captions), comparison.article.gold.id);
  scoreKeptLines(tally, comparison);
  scoreJoins(tally, comparison);
}

/** The lines that both have must stand in the same order. */
function scoreOrder(tally: Tally, { article, found }: Comparison): void {
  const given = found?.lines ?? [];
  const inOrder = article.lines.filter((line) => given.includes(line)).join() === given.filter((line) => article.lines.includes(line)).join();
  tally.say('reading order', found !== undefined && inOrder, article.gold.id, () => given.join(' '));
}

function scoreHead(tally: Tally, gold: GoldArticle, found: RawArticle | undefined): void {
  const title = found === undefined ? '(not found)' : found.title;
  const instead = (given: string | null | undefined, right: string | null | undefined) => () => `${given ?? 'none'} for ${right ?? 'none'}`;
  tally.say('title', sameWords(title) === sameWords(gold.title), gold.id, instead(title, gold.title));
  for (const part of ['subtitle', 'kicker'] as const) {
    if (!gold[part]) continue;
    tally.say(part, sameWords(found?.[part]).includes(sameWords(gold[part])), gold.id, instead(found?.[part], gold[part]));
  }
  tally.compare('authors', new Set(found?.byline.authors.map(({ name }) => name)), new Set(gold.authors), gold.id);
  if (gold.agency) tally.say('agency', sameWords(found?.agency) === sameWords(gold.agency), gold.id, instead(found?.agency, gold.agency));
  if (gold.dateline !== undefined && (gold.dateline || found?.dateline)) {
    tally.say('dateline', sameWords(found?.dateline?.raw) === sameWords(gold.dateline), gold.id, instead(found?.dateline?.raw, gold.dateline));
  }
}

function scoreEnds(tally: Tally, gold: GoldArticle, found: RawArticle | undefined): void {
  if (gold.complete !== undefined) tally.say('complete or cut', found?.complete === gold.complete, gold.id, () => `${String(found?.complete)} for ${String(gold.complete)}`);
  if (gold.continued_from === undefined || (!gold.continued_from && !found?.continuedFrom)) return;
  tally.say('continued from', Boolean(found?.continuedFrom) === Boolean(gold.continued_from), gold.id, () => found?.continuedFrom ?? 'none');
}

/** The text of a page is never lost: every undamaged line is found whole in the text, or in a headline or byline. */
function scoreKeptLines(tally: Tally, { article, found, page, damaged }: Comparison): void {
  const body = sameWords(found?.article.paragraphs.join('\n'));
  const head = sameWords(found === undefined ? '' : headOf(found.article));
  for (const line of article.lines) {
    const words = sameWords(page[line]);
    if (damaged.has(line) || [...words].length < SHORTEST_LINE) continue;
    if (found?.all.has(line) === true && head.includes(words)) continue;
    tally.say('lines kept whole', body.includes(words), article.gold.id, () => `line ${line}`);
  }
}

function headOf({ kicker, title, subtitle, byline, dateline }: RawArticle): string {
  return [kicker, title, subtitle, byline.raw, dateline?.raw].filter((part) => part !== null && part !== undefined).join(' ');
}

/** The end of one line and the start of the next stand together in one paragraph, or the damage between them is mended there. */
function scoreJoins(tally: Tally, { article, found, page, damages }: Comparison): void {
  const paragraphs = (found?.article.paragraphs ?? []).map(sameWords);
  const isIn = (words: string): boolean => paragraphs.some((paragraph) => paragraph.includes(words));
  for (const [above, below] of article.gold.line_joins) {
    const left = [...sameWords(page[above])].slice(-JOIN_CONTEXT).join('');
    const right = [...sameWords(page[below])].slice(0, JOIN_CONTEXT).join('');
    const mended = damages
      .filter((damage) => linesOfDamage(damage).some((line) => line === above || line === below))
      .flatMap((damage) => (damage.right && [...damage.right].length > JOIN_CONTEXT ? [sameWords(damage.right)] : []));
    tally.say('lines joined', isIn(left + right) || mended.some(isIn), article.gold.id, () => `${left}|${right}`);
  }
}
