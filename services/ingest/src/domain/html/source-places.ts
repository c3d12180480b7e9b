import type { Caption, LineRange, Repair, TextRun } from '@wenliu/contracts';
import type { ArticleDraft } from '../draft.js';
import type { SourceLines } from '../source-lines.js';
import type { Block } from './block-text.js';

/** One line as a reader of pages was given it: a block of the source behind so many characters that are not printed. */
export interface ReadLine {
  block: Block;
  lead: number;
}

/** A draft whose lines and columns are those of `lines` as one of the HTML source. Lines that stand for no block are left out. */
export function placeDraft(draft: ArticleDraft, lines: readonly (ReadLine | null)[], source: SourceLines): ArticleDraft {
  const place = (repair: Repair): Repair => ({ ...repair, ...placeOf(lines[repair.line - 1], repair.column, source) });
  return {
    ...draft,
    lines: [...new Set(draft.lines.flatMap((line) => linesOf(lines[line - 1], source)))],
    map: draft.map.flatMap((run) => placeRun(run, lines[run[2] - 1], source)),
    captions: draft.captions.map((caption): Caption => ({ ...caption, lines: caption.lines.flatMap((range) => placeRange(range, lines, source)) })),
    repairs: draft.repairs.map(place),
    suggestions: draft.suggestions.map(place),
  };
}

/** The lines of the source that a line stands on, in order. */
export function linesOf(line: ReadLine | null | undefined, source: SourceLines): number[] {
  return [...new Set((line?.block.runs ?? []).map((run) => source.lineOf(run.offset)))];
}

/** Of a run over the text of a block, the pieces that stand in the source letter by letter. */
function placeRun([start, end, , column]: TextRun, line: ReadLine | null | undefined, source: SourceLines): TextRun[] {
  if (line === null || line === undefined) return [];
  const from = column - 1 - line.lead;
  const to = from + end - start;
  const pieces: TextRun[] = [];
  for (const run of line.block.runs) {
    const first = Math.max(from, run.start);
    const last = Math.min(to, run.start + run.length);
    if (first >= last) continue;
    const offset = run.offset + first - run.start;
    const printed = source.lineOf(offset);
    pieces.push([start + first - from, start + last - from, printed, source.columnOf(offset, printed)]);
  }
  return pieces;
}

/** What is no character of the source, such as a reference, is noted at the one before. */
function placeOf(line: ReadLine | null | undefined, column: number, source: SourceLines): { line: number; column: number } {
  const at = column - 1 - (line?.lead ?? 0);
  const run = line?.block.runs.findLast(({ start }) => start <= at) ?? line?.block.runs[0];
  const offset = run === undefined ? 0 : run.offset + Math.max(0, Math.min(at - run.start, run.length - 1));
  const printed = source.lineOf(offset);
  return { line: printed, column: source.columnOf(offset, printed) };
}

function placeRange([first, last]: LineRange, lines: readonly (ReadLine | null)[], source: SourceLines): LineRange[] {
  const printed = lines.slice(first - 1, last).flatMap((line) => linesOf(line, source));
  const [from, to] = [printed[0], printed.at(-1)];
  return from === undefined || to === undefined ? [] : [[from, to]];
}
