import type { LineRange, TextRun } from '@wenliu/contracts';
import type { Range } from './marks.js';

/** Lines that follow each other and belong to one article, or to none. 1-based, inclusive. */
export interface LineBlock {
  owner: string | null;
  first: number;
  last: number;
}

export interface OwnedLines {
  id: string;
  lines: readonly LineRange[];
}

export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Where two articles claim a line, the earlier in `articles` has it. */
export function toBlocks(lineCount: number, articles: readonly OwnedLines[]): LineBlock[] {
  const owners: (string | null)[] = Array.from({ length: lineCount }, () => null);
  for (const { id, lines } of articles) {
    for (const [first, last] of lines) {
      for (let line = first; line <= Math.min(last, lineCount); line++) owners[line - 1] ??= id;
    }
  }
  const blocks: LineBlock[] = [];
  owners.forEach((owner, index) => {
    const block = blocks.at(-1);
    if (block !== undefined && block.owner === owner) block.last = index + 1;
    else blocks.push({ owner, first: index + 1, last: index + 1 });
  });
  return blocks;
}

/** For every paragraph: its lines, and the characters of each line (0-based) that are its. */
export function linesOfParagraphs(
  paragraphs: readonly string[],
  map: readonly TextRun[],
): Map<number, Range[]>[] {
  let offset = 0;
  return paragraphs.map((paragraph) => {
    const start = offset;
    const end = start + paragraph.length;
    offset = end + 1;
    const lines = new Map<number, Range[]>();
    for (const [from, to, line, column] of map) {
      if (from >= end || to <= start) continue;
      const first = column - 1 + Math.max(0, start - from);
      const range = { start: first, end: first + Math.min(to, end) - Math.max(from, start) };
      lines.set(line, [...(lines.get(line) ?? []), range]);
    }
    return lines;
  });
}

/** `[6,7,8,25]` → `6–8, 25`. */
export function formatLines(lines: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
