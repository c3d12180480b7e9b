import type { Chain } from './chain.js';
import type { Edges } from './junction.js';
import { extentOf, fullFrom, wrapAt, type Layout } from './layout.js';
import type { PageLine } from './page-line.js';

/** ln of the odds: set on wrapped pages whose articles are known. */
const NEXT = 2.39;
const BROKEN_BY_INDENT = -4.48;
/** Below a shorter line that is broken off, as the last of a column is that another goes on with. */
const CUT_BY_INDENT = -3;
const AFTER_SHORT = -4.82;
/** Few sentences end just where a line does. */
const AFTER_FULL = -2;
/** But what has no indent goes on with the full line above it. */
const AFTER_FULL_BELOW = 0.69;
const UNINDENTED_OPENING = -4.33;
/** Lines shorter than this part of the column end a paragraph. */
const FULL = 0.85;
/** Columns read across each other, and for how many lines on either side they must be so. */
const PERIODS = [1, 2, 3];
const AROUND = 5;
const SURE_OF_PERIOD = 6;

/** What the form of a column says about line `b` going on with line `a`, beside what their words say. `below`: it is the next line of the column. */
export function columnOdds(layout: Layout, a: PageLine, b: PageLine, end: Edges['end'], below: boolean): number {
  if (layout.wrap === null) return 0;
  // In a column, the line below goes on unless something speaks against it.
  const next = below && end !== 'closed' ? NEXT : 0;
  if (!layout.indents) return next;
  // A paragraph begins only where the one before is at its end; lines of a verse are short.
  const isVerse = below && end === 'cut' && !isFull(layout, a) && !isFull(layout, b);
  if (b.indented) return end !== 'cut' ? 0 : isFull(layout, a) ? BROKEN_BY_INDENT : isVerse ? NEXT : CUT_BY_INDENT;
  if (end === 'closed') return isFull(layout, a) ? (below ? AFTER_FULL_BELOW : AFTER_FULL) : AFTER_SHORT;
  return next;
}

/** Whether the form alone forbids `b` to go on with `a`. */
export function isForbidden(layout: Layout, a: PageLine, b: PageLine, end: Edges['end']): boolean {
  return columnOdds(layout, a, b, end, false) <= AFTER_SHORT;
}

/** ln of the odds that a text opens with this line, by its form alone. */
export function openingOdds(layout: Layout, line: PageLine): number {
  return layout.wrap !== null && layout.indents && !line.indented ? UNINDENTED_OPENING : 0;
}

/**
 * By line, how many lines further down its column goes on: 1, or more where columns were read across. `seam` tells how well a line goes on with
 * another by their words, 0 where that cannot be told.
 */
export function periodsOf(count: number, seam: (a: number, b: number) => number): number[] {
  const sums = PERIODS.map((period) => {
    const sum = new Float64Array(count + 1);
    for (let line = 0; line < count; line += 1) sum[line + 1] = (sum[line] ?? 0) + (line + period < count ? seam(line, line + period) : 0);
    return sum;
  });
  const periods: number[] = [];
  for (let line = 0; line < count; line += 1) {
    const around = sums.map((sum) => (sum[Math.min(count, line + AROUND)] ?? 0) - (sum[Math.max(0, line - AROUND)] ?? 0));
    const best = around.indexOf(Math.max(...around));
    periods.push((around[best] ?? 0) > (around[0] ?? 0) + SURE_OF_PERIOD ? (PERIODS[best] ?? 1) : 1);
  }
  return periods;
}

/**
 * Whether `text` stands every second or third line here, with others between: two columns read across. Indexes are those of the
 * printed lines.
 */
export function isZipped(text: Chain, current: Chain, line: number): boolean {
  const period = line - text.line;
  return (period === 2 || period === 3) && current.line === line - 1 && current.before?.line === line - 1 - period;
}

function isFull(layout: Layout, line: PageLine): boolean {
  return extentOf(line) >= fullFrom(wrapAt(layout, line), FULL);
}
