import type { Repair, TextRun } from '@wenliu/contracts';

/** Clean text that knows, character by character, where it is printed. */
export interface PrintedText {
  text: string;
  /** By UTF-16 unit: `line * COLUMNS + column` (both 1-based), or 0 for a character that is not printed. */
  places: readonly number[];
}

/** One change: the characters `[start, end)` become `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  reason: Repair['reason'];
  /** 0 to 1. */
  confidence: number;
}

const COLUMNS = 2 ** 22;
export const EMPTY: PrintedText = { text: '', places: [] };

/** `text` stands literally from `column` (1-based) of `line`. */
export function printedAt(text: string, line: number, column: number): PrintedText {
  const places: number[] = [];
  for (let place = line * COLUMNS + column, i = 0; i < text.length; i += 1) places.push(place + i);
  return { text, places };
}

export function concat(parts: readonly PrintedText[]): PrintedText {
  if (parts.length === 1) return parts[0] ?? EMPTY;
  const places: number[] = [];
  for (const part of parts) for (const place of part.places) places.push(place);
  return { text: parts.map((part) => part.text).join(''), places };
}

/** A character that joins what is printed apart. */
export function unprinted(text: string): PrintedText {
  return { text, places: Array.from({ length: text.length }, () => 0) };
}

/**
 * Makes the changes, which must be ascending and apart from each other, and writes each down in `repairs`. Of a replacement the
 * first characters stand where the replaced ones do; what is longer is not printed.
 */
export function applyEdits(source: PrintedText, edits: readonly Edit[], repairs: Repair[]): PrintedText {
  if (edits.length === 0) return source;
  const texts: string[] = [];
  const places: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    texts.push(source.text.slice(from, to));
    for (let i = from; i < to; i += 1) places.push(source.places[i] ?? 0);
  };
  for (const edit of edits) {
    copy(edit.start);
    texts.push(edit.text);
    for (let i = 0; i < edit.text.length; i += 1) places.push(edit.start + i < edit.end ? (source.places[edit.start + i] ?? 0) : 0);
    repairs.push(repairOf(source, edit));
    from = edit.end;
  }
  copy(source.text.length);
  return { text: texts.join(''), places };
}

/** The change as a note for readers. */
export function repairOf(source: PrintedText, edit: Edit): Repair {
  // An insertion is noted at the character before it.
  const place = source.places[edit.start < edit.end ? edit.start : Math.max(0, edit.start - 1)] ?? 0;
  return {
    reason: edit.reason,
    line: Math.max(1, Math.floor(place / COLUMNS)),
    column: Math.max(1, place % COLUMNS),
    printed: source.text.slice(edit.start, edit.end),
    text: edit.text,
    confidence: edit.confidence,
    count: 1,
  };
}

/** Runs of characters that stand side by side in the clean text and in print, `offset` being where the text begins. */
export function runsOf({ places }: PrintedText, offset: number, runs: TextRun[]): void {
  let start = 0;
  for (let i = 1; i <= places.length; i += 1) {
    const before = places[i - 1] ?? 0;
    if (i < places.length && before > 0 && places[i] === before + 1) continue;
    if (before > 0) runs.push([offset + start, offset + i, Math.floor((places[start] ?? 0) / COLUMNS), (places[start] ?? 0) % COLUMNS]);
    start = i;
  }
}
