import { articleText, type TaggedArticle } from '@wenliu/contracts';
import { units } from '@wenliu/text';
import { between, pick } from './random.js';

/** What two printings of the same words have in common: how search compares them. */
export const folded = (text: string): string => units(text).map((unit) => unit.text).join('');

/** A line, or the part of it that an article has, as it stands in the original. */
export type Printed = string;

/** What the article's map says is printed where, read from the original's lines; without runs in which a misread character was mended. */
export function printedBody(article: TaggedArticle, lines: readonly string[]): Printed[] {
  const clean = articleText(article);
  return article.provenance.map.flatMap(([start, end, line, column]) => {
    const printed = (lines[line - 1] ?? '').slice(column - 1, column - 1 + end - start);
    return lettersOf(printed) === lettersOf(clean.slice(start, end)) ? [withoutCutNumbers(printed)] : [];
  });
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** A number at either end may go on in the next piece, and numbers are found whole. */
const withoutCutNumbers = (text: string): string => text.replace(/^[\d.,%\s]+|[\d.,\s]+$/g, '');

/** Every whole line that the article says it is made of, headlines, byline and captions among them. */
export function printedLines(article: TaggedArticle, lines: readonly string[]): Printed[] {
  const mended = new Set(article.repairs.filter(({ reason }) => reason === 'misread' || reason === 'doubled').map(({ line }) => line));
  return article.provenance.lines.flatMap(([first, last]) =>
    lines.slice(first - 1, last).flatMap((text, i) => (mended.has(first + i) ? [] : [withoutCutNumbers(withoutPictureFile(text))])),
  );
}

/** Where a picture of Markdown lies is not printed; what it says is. */
const withoutPictureFile = (line: string): string => line.replace(/^!\[([^\]]*)\]\([^)]*\)/, '$1');

/** 4 to 12 characters of a line, cut between words and numbers, which match whole. */
export function drawPhrase(random: () => number, lines: readonly Printed[]): string {
  for (let tries = 0; tries < 1_000; tries++) {
    const line = pick(random, lines);
    const all = units(line);
    const first = between(random, 0, Math.max(0, all.length - 1));
    const last = first + between(random, 3, 11);
    const start = all[first]?.start;
    const end = all[Math.min(last, all.length - 1)]?.end;
    if (start === undefined || end === undefined) continue;
    const phrase = line.slice(start, end);
    if (phrase.length >= 4 && phrase.length <= 12 && !phrase.includes('"')) return phrase;
  }
  throw new Error(`no line is long enough for a phrase: ${lines.join(' / ')}`);
}
