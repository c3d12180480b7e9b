/** One line that is not blank. `text` stands literally at column `start` (0-based) of line `number` (1-based). */
export interface PageLine {
  number: number;
  start: number;
  text: string;
  /** Begins with the two wide spaces, or more blank room, that open a paragraph. */
  indented: boolean;
  /** Markdown heading level, 0 where there is none. */
  level: number;
  /** Blank lines just before. */
  gap: number;
}

const HEADING_MARK = /^(#{1,6})[ \t]+\S/;

/** Lines that print something; the blank ones stay visible as the gap before the next. */
export function readLines(source: readonly string[]): PageLine[] {
  const lines: PageLine[] = [];
  let gap = 0;
  source.forEach((raw, index) => {
    const trimmed = raw.trimStart();
    if (trimmed === '') {
      gap += 1;
      return;
    }
    const mark = HEADING_MARK.exec(trimmed.slice(0, 16));
    const level = mark?.[1]?.length ?? 0;
    const rest = trimmed.slice(level).trimStart();
    const blank = raw.length - trimmed.length;
    lines.push({
      number: index + 1,
      start: raw.length - rest.length,
      text: rest.trimEnd(),
      indented: level === 0 && (raw.startsWith('\u3000') || blank >= 3),
      level,
      gap,
    });
    gap = 0;
  });
  return lines;
}
