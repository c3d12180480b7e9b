/** `[start, end)` in UTF-16 units of one string. */
export interface Range {
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** Ascending, without overlaps, inside a text of `length`; ranges that touch become one. */
export function mergeRanges(ranges: readonly Range[], length: number): Range[] {
  const inside = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of inside) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** The text cut at the ranges: the pieces joined are the text again. */
export function markRanges(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of mergeRanges(ranges, text.length)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** Spans of `paragraphs.join('\n')`, told apart by paragraph and counted from its start. */
export function spansByParagraph(
  paragraphs: readonly string[],
  spans: readonly (readonly [number, number])[],
): Range[][] {
  let offset = 0;
  return paragraphs.map((paragraph) => {
    const start = offset;
    const end = start + paragraph.length;
    offset = end + 1;
    return spans
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => ({ start: Math.max(from, start) - start, end: Math.min(to, end) - start }));
  });
}

/** Where a term stands in `paragraphs.join('\n')`, for tags that carry no mentions. */
export function occurrences(paragraphs: readonly string[], term: string): [number, number][] {
  const found: [number, number][] = [];
  if (term === '') return found;
  const text = paragraphs.join('\n');
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    found.push([at, at + term.length]);
  }
  return found;
}
