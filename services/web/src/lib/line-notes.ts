import type { PrintedArticle, Repair } from '@wenliu/contracts';

/** A repair or a suggestion where it is printed. */
export interface LineNote {
  kind: 'repair' | 'suggestion';
  /** Index among the article's repairs or suggestions. */
  index: number;
  article: string;
  note: Repair;
}

export type LinePiece = { kind: 'text'; text: string } | { kind: 'note'; text: string; note: LineNote };

/** Of articles printed in the document: their repairs and suggestions by line. */
export function notesByLine(articles: readonly PrintedArticle[], documentId: string): Map<number, LineNote[]> {
  const byLine = new Map<number, LineNote[]>();
  const add = (kind: LineNote['kind'], article: PrintedArticle, notes: readonly Repair[]): void =>
    notes.forEach((note, index) => {
      const known = byLine.get(note.line);
      const one = { kind, index, article: article.id, note };
      if (known === undefined) byLine.set(note.line, [one]);
      else known.push(one);
    });
  for (const article of articles.filter((one) => one.documentId === documentId)) {
    add('repair', article, article.repairs);
    add('suggestion', article, article.suggestions);
  }
  return byLine;
}

/**
 * The line cut at its notes: the pieces joined are the line again. A note with nothing printed is an empty piece at its place. Of
 * notes that overlap the first is shown; one past the end of the line is left out.
 */
export function cutAtNotes(line: string, notes: readonly LineNote[]): LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const note of notes.toSorted((a, b) => a.note.column - b.note.column)) {
    const start = note.note.column - 1;
    const end = start + note.note.printed.length;
    if (start < at || end > line.length) continue;
    if (start > at) pieces.push({ kind: 'text', text: line.slice(at, start) });
    pieces.push({ kind: 'note', text: line.slice(start, end), note });
    at = end;
  }
  if (at < line.length || pieces.length === 0) pieces.push({ kind: 'text', text: line.slice(at) });
  return pieces;
}

/** Changes of words before those of form, for they say more. */
const BY_WEIGHT: readonly Repair['reason'][] = [
  'misread', 'doubled', 'lost-sentence-end', 'lost-quotation-mark', 'dash', 'quotation-marks', 'width', 'stray-space', 'markup',
];

/** The notes in the order they are listed in, each with its index. */
export function listNotes(notes: readonly Repair[]): { note: Repair; index: number }[] {
  const weight = ({ note }: { note: Repair }): number => BY_WEIGHT.indexOf(note.reason);
  return notes.map((note, index) => ({ note, index })).sort((a, b) => weight(a) - weight(b) || a.note.line - b.note.line || a.note.column - b.note.column);
}

/** Changes of form are noted once a line, with how many there were. */
export function placesOf(notes: readonly Repair[]): number {
  return notes.reduce((sum, { count }) => sum + count, 0);
}
