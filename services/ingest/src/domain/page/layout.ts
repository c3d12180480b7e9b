import { endsClause, isWider, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

export interface Layout {
  /** Width of a full line of hard-wrapped text in Chinese characters, `null` where a line is a paragraph. */
  wrap: number | null;
  /** The same by the number of the line, where lines about it tell. */
  columns: ReadonlyMap<number, number>;
  /** Paragraphs open with an indent, so a line without one goes on with the line before. */
  indents: boolean;
  /** Blank lines between any two lines of a column. */
  leading: number;
  /** Blank lines part articles here, not paragraphs. */
  blanksAreRare: boolean;
}

/** Wider than any newspaper column: such lines are paragraphs. */
const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 9;
/** Fewer full lines are full by chance. */
const FEWEST_FULL = 3;
/** Lines on either side that tell how wide a column is, and how many of those that are cut are so wide. */
const ABOUT = 4;
const LONGEST_UNPARTED = 3;
const LEAST_FULL = 0.75;
const MOST_OF_CUT = 0.6;
/** Of lines with blank ones between, how many there are and how many of them are full and cut. */
const FEWEST_LEADED = 6;
const MOST_OF_LEADED = 0.5;
const MOST_CLOSE = 0.5;
/** Lines in columns: with more, the page is hard-wrapped. */
const FEWEST_IN_COLUMNS = 12;
const MOST_OF_PAGE = 0.5;

/**
 * The lines with those columns closed up that have a blank line between each two lines, on a page where the others have none: such a blank says
 * nothing.
 */
export function withoutLocalLeading(lines: readonly PageLine[]): readonly PageLine[] {
  if (shareOf(lines, 0) < MOST_CLOSE) return lines;
  const widths = lines.map(extentOf);
  const closed = new Set<number>();
  for (let start = 0; start < lines.length; start += 1) {
    let end = start;
    while (lines[end + 1]?.gap === 1) end += 1;
    const run = lines.slice(start, end);
    const width = greatest(widths.slice(start, end + 1));
    const full = run.filter((line, at) => isAsWide(widths[start + at] ?? 0, width) && !endsClause(line.text)).length;
    if (run.length >= FEWEST_LEADED && width <= WIDEST_COLUMN && full >= run.length * MOST_OF_LEADED) {
      // The first of them stands below the blank line that parts it from another column.
      const first = start > 0 && lines[start]?.gap === 0 ? start + 2 : start + 1;
      for (let i = first; i <= end; i += 1) closed.add(i);
    }
    start = end;
  }
  return closed.size === 0 ? lines : lines.map((line, i) => (closed.has(i) ? { ...line, gap: 0 } : line));
}

/** How the lines of this document were made. */
export function measureLayout(lines: readonly PageLine[]): Layout {
  const widths = lines.map(extentOf);
  const isCut = lines.map((line) => !endsClause(line.text));
  const measured = (leading: number) => ({ leading, wrap: wrapOf(lines, leading), columns: columnsOf(lines, widths, isCut, leading) });
  const close = measured(0);
  const apart = close.wrap === null ? measured(1) : close;
  const found = apart.wrap !== null || apart.columns.size > close.columns.size ? apart : close;
  const wrap = found.wrap ?? (found.columns.size > Math.max(FEWEST_IN_COLUMNS, lines.length * MOST_OF_PAGE) ? greatest([...found.columns.values()]) : null);
  const leading = wrap === null ? 0 : found.leading;
  const indented = lines.filter((line) => line.indented).length;
  return {
    wrap,
    columns: found.columns,
    indents: indented >= 2 && indented >= lines.length * 0.03,
    leading,
    blanksAreRare: shareOf(lines, leading) > 0.7,
  };
}

/** How far a line reaches into its column. */
export function extentOf({ text, indented }: PageLine): number {
  return widthOf(text) + (indented ? 2 : 0);
}

/** The width of the column that `line` is in, 0 where lines are paragraphs. */
export function wrapAt({ wrap, columns }: Layout, { number }: PageLine): number {
  return columns.get(number) ?? wrap ?? 0;
}

/** From which width on a line fills a column: `part` of it, or in a narrow one what a number leaves that may not be parted. */
export function fullFrom(wrap: number, part: number): number {
  return Math.min(wrap * part, Math.max(wrap - LONGEST_UNPARTED, wrap * LEAST_FULL));
}

/** Articles are set in columns of their own: where several lines about one are cut and as wide as it is, that is its column; a short line is in that of the one above. */
function columnsOf(lines: readonly PageLine[], widths: readonly number[], isCut: readonly boolean[], leading: number): Map<number, number> {
  const found = new Map<number, number>();
  let above = 0;
  lines.forEach(({ number }, i) => {
    const width = fullWidthAt(lines, widths, isCut, i, leading);
    if (width > 0) above = width;
    if (width > 0 || (widths[i] ?? 0) <= above) found.set(number, above);
  });
  return found;
}

/** The width that line `i` and several about it have, 0 where there are none. */
function fullWidthAt(lines: readonly PageLine[], widths: readonly number[], isCut: readonly boolean[], i: number, leading: number): number {
  if ((widths[i] ?? 0) > WIDEST_COLUMN) return 0;
  let [first, last] = [i, i];
  while (i - first < 2 * ABOUT && first > 0 && lines[first]?.gap === leading) first -= 1;
  while (last - i < 2 * ABOUT && lines[last + 1]?.gap === leading) last += 1;
  const own = widths[i] ?? 0;
  // A column may begin or end with the line.
  const about = fullWidthIn(widths, isCut, own, Math.max(first, i - ABOUT), Math.min(last, i + ABOUT));
  const below = fullWidthIn(widths, isCut, own, i, last);
  const above = fullWidthIn(widths, isCut, own, first, i);
  const best = below.share > about.share ? below : about;
  return above.share > best.share ? above.width : best.width;
}

interface FullWidth {
  width: number;
  share: number;
}

const NOT_FULL: FullWidth = { width: 0, share: 0 };

/** The width that most of the lines from `first` to `last` have, and `own` as well; and of those that are cut the share that have it, 0 where they are too few. */
function fullWidthIn(widths: readonly number[], isCut: readonly boolean[], own: number, first: number, last: number): FullWidth {
  let best = NOT_FULL;
  let most = FEWEST_FULL - 1;
  for (let line = first; line <= last; line += 1) {
    const width = widths[line] ?? 0;
    if (!isAsWide(own, width) || width < NARROWEST_COLUMN || width > WIDEST_COLUMN) continue;
    let [all, cut, full] = [0, 0, 0];
    for (let at = first; at <= last; at += 1) {
      const isFull = isAsWide(widths[at] ?? 0, width);
      if (isFull) all += 1;
      if (isCut[at] === true) cut += 1;
      if (isFull && isCut[at] === true) full += 1;
    }
    // Lines of a verse are cut, and seldom as wide as each other.
    if (all > most && full >= cut * MOST_OF_CUT) [best, most] = [{ width, share: (full + 1) / (cut + 1) }, all];
  }
  return best;
}

/** Of any number of them: a spread is bounded. */
const greatest = (widths: readonly number[]): number => widths.reduce((most, width) => Math.max(most, width), 0);

const isAsWide = (width: number, full: number): boolean => width <= full && width > full - 1.5;

/** How many of the lines stand so many blank lines below another. */
function shareOf(lines: readonly PageLine[], gap: number): number {
  return lines.filter((line, i) => i > 0 && line.gap === gap).length / lines.length;
}

/** Wrapped lines break where the column ends, so many of them are equally long and end inside a sentence. */
function wrapOf(lines: readonly PageLine[], leading: number): number | null {
  if (shareOf(lines, leading) <= 0.5) return null;
  const cut = lines.filter((line, i) => lines[i + 1]?.gap === leading && !endsClause(line.text));
  const widths = cut.map(extentOf).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.8)] ?? 0;
  if (wide > WIDEST_COLUMN || wide < NARROWEST_COLUMN) return null;
  // Where lines are wider than the column, there is none.
  if (lines.filter((line) => isWider(line.text, wide * 1.4)).length > lines.length * 0.1) return null;
  const full = widths.filter((width) => width >= wide * 0.85).length;
  // Headlines and names are short; among the rest, most are full.
  const text = widths.filter((width) => width >= wide * 0.6).length;
  return full >= FEWEST_FULL && full >= text * 0.5 && text >= lines.length * 0.25 ? wide : null;
}
