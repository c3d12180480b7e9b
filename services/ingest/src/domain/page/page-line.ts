/** One line that is not blank. `text` stands literally at column `start` (0-based) of line `number` (1-based). */
export interface PageLine {
  number: number;
  start: number;
  text: string;
  /** Begins with the two wide spaces, or more blank room, that open a paragraph. */
  indented: boolean;
  /** Markdown heading level, 0 where there is none. */
  level: number;
  /** Blank lines just before, but for those that stand before nearly every line. */
  gap: number;
}

const HEADING_MARK = /^(#{1,6})[ \t]+\S/;

/** How e-papers name the parts of an article, and the level of heading each is. */
const PART = /^(标题|主题|主标题|肩题|引题|副题|副标题|正文)[:：][\s\u3000]*(?=\S)/u;
const FEWEST_LABELLED = 2;
/** So many lines, as a part of all, may stand closer than others. */
const FEW = 0.05;

function levelOfPart(part: string): number {
  return part === '正文' ? 0 : /^(?:标题|主题|主标题)$/u.test(part) ? 1 : 2;
}

/** Lines that print something; the blank ones stay visible as the gap before the next. */
export function readLines(source: readonly string[]): PageLine[] {
  const lines: PageLine[] = [];
  let gap = 0;
  const labelled = source.filter((raw) => /^\s*标题[:：]/u.test(raw.slice(0, 40))).length >= FEWEST_LABELLED;
  source.forEach((raw, index) => {
    const trimmed = raw.trimStart();
    if (trimmed === '') {
      gap += 1;
      return;
    }
    const mark = HEADING_MARK.exec(trimmed.slice(0, 16));
    const part = labelled ? PART.exec(trimmed.slice(0, 40)) : null;
    const level = part === null ? (mark?.[1]?.length ?? 0) : levelOfPart(part[1] ?? '');
    const rest = trimmed.slice(part?.[0].length ?? level).trimStart();
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
  return withoutLeading(lines);
}

/** Where more blank lines than one stand between nearly all lines, those say nothing: one of them stays. */
function withoutLeading(lines: PageLine[]): PageLine[] {
  const gaps = lines.slice(1).map((line) => line.gap).sort((a, b) => a - b);
  const least = (gaps[Math.floor(gaps.length * FEW)] ?? 0) - 1;
  return least < 1 ? lines : lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - least) }));
}
