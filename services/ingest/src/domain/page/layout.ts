import { endsClause, isWider, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

export interface Layout {
  /** Width of a full line of hard-wrapped text in Chinese characters, `null` where a line is a paragraph. */
  wrap: number | null;
  /** Paragraphs open with an indent, so a line without one goes on with the line before. */
  indents: boolean;
  /** Blank lines between any two lines of a column. */
  leading: number;
  /** Blank lines part articles here, not paragraphs. */
  blanksAreRare: boolean;
}

/** Wider than any newspaper column: such lines are paragraphs. */
const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 8;
/** Fewer full lines are full by chance. */
const FEWEST_FULL = 3;

/** How the lines of this document were made. */
export function measureLayout(lines: readonly PageLine[]): Layout {
  const single = wrapOf(lines, 0);
  const spaced = single === null ? wrapOf(lines, 1) : null;
  const leading = spaced === null ? 0 : 1;
  const indented = lines.filter((line) => line.indented).length;
  return {
    wrap: single ?? spaced,
    indents: indented >= 2 && indented >= lines.length * 0.03,
    leading,
    blanksAreRare: shareOf(lines, leading) > 0.7,
  };
}

/** How many of the lines stand so many blank lines below another. */
function shareOf(lines: readonly PageLine[], gap: number): number {
  return lines.filter((line, i) => i > 0 && line.gap === gap).length / lines.length;
}

/** Wrapped lines break where the column ends, so many of them are equally long and end inside a sentence. */
function wrapOf(lines: readonly PageLine[], leading: number): number | null {
  if (shareOf(lines, leading) <= 0.5) return null;
  const cut = lines.filter((line, i) => lines[i + 1]?.gap === leading && !endsClause(line.text));
  const widths = cut.map((line) => widthOf(line.text) + (line.indented ? 2 : 0)).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.8)] ?? 0;
  if (wide > WIDEST_COLUMN || wide < NARROWEST_COLUMN) return null;
  // Where lines are wider than the column, there is none.
  if (lines.filter((line) => isWider(line.text, wide * 1.4)).length > lines.length * 0.1) return null;
  const full = widths.filter((width) => width >= wide * 0.85).length;
  // Headlines and names are short; among the rest, most are full.
  const text = widths.filter((width) => width >= wide * 0.6).length;
  return full >= FEWEST_FULL && full >= text * 0.5 && text >= lines.length * 0.25 ? wide : null;
}
