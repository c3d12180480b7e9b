import type { TextRun } from '@wenliu/contracts';
import type { BodyLine } from './group.js';
import type { Layout } from './layout.js';
import { endsClause, endsSentence, isHan, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

export interface Text {
  paragraphs: string[];
  map: TextRun[];
}

/** Shorter lines without an end are lines of a list or a verse, each by itself. */
const SHORTEST_CUT = 10;

/** The running text of an article: broken lines joined, every character with the place it is printed at. */
export function joinText(body: readonly BodyLine[], layout: Layout, dropSpaces: boolean): Text {
  const paragraphs: string[] = [];
  const map: TextRun[] = [];
  let offset = 0;
  let pieces: string[] = [];
  body.forEach((entry, i) => {
    const before = body[i - 1];
    if (before !== undefined) {
      const joined = isJoined(before, entry, layout);
      const space = joined && needsSpace(before.line.text, entry.line.text) ? ' ' : '';
      if (joined) pieces.push(space);
      else pieces = flush(paragraphs, pieces);
      offset += joined ? space.length : 1;
    }
    for (const piece of piecesOf(entry.line, dropSpaces)) {
      pieces.push(piece.text);
      map.push([offset, offset + piece.text.length, entry.line.number, piece.column]);
      offset += piece.text.length;
    }
  });
  if (pieces.length > 0) flush(paragraphs, pieces);
  return { paragraphs, map };
}

function flush(paragraphs: string[], pieces: readonly string[]): string[] {
  paragraphs.push(pieces.join(''));
  return [];
}

/** Whether `next` goes on with the paragraph that `before` ends. */
function isJoined(before: BodyLine, next: BodyLine, layout: Layout): boolean {
  if (before.heading || next.heading || isOpening(next.line, layout)) return false;
  const text = before.line.text;
  if (layout.wrap === null) return !endsClause(text) && widthOf(text) >= SHORTEST_CUT;
  if (!endsSentence(text)) return true;
  const adjacent = next.line.number === before.line.number + 1;
  return adjacent && widthOf(text) + (before.line.indented ? 2 : 0) >= layout.wrap * 0.85;
}

function isOpening(line: PageLine, layout: Layout): boolean {
  return (line.indented && layout.indents) || /^(?:[-*+•][\s\u3000]|[◆◇▶►●◎★——])/u.test(line.text) || /^[（(【]?(?:上接|下转|下轉)/u.test(line.text);
}

function needsSpace(before: string, next: string): boolean {
  return /[A-Za-z,;:.]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(next);
}

interface Piece {
  text: string;
  /** 1-based. */
  column: number;
}

/** The line without Markdown's `**` and, where the page is full of them, spaces left by a line break inside a word. */
function piecesOf(line: PageLine, dropSpaces: boolean): Piece[] {
  const { text } = line;
  const pieces: Piece[] = [];
  let from = 0;
  let depth = 0;
  const cut = (at: number, length: number): void => {
    if (at > from) pieces.push({ text: text.slice(from, at), column: line.start + from + 1 });
    from = at + length;
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '（' || char === '(') depth += 1;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (char === '*' && text.charAt(i + 1) === '*') {
      cut(i, 2);
      i += 1;
    } else if (char === ' ' && dropSpaces && depth === 0 && isStraySpace(text, i)) cut(i, 1);
  }
  cut(text.length, 0);
  return pieces;
}

/** A single space with Chinese on both sides. */
export function isStraySpace(text: string, at: number): boolean {
  return isChinese(text.charAt(at - 1)) && isChinese(text.charAt(at + 1));
}

function isChinese(char: string): boolean {
  return isHan(char) || '，。、；：！？“”‘’《》,;:'.includes(char || ' ');
}
