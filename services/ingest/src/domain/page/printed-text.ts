import type { Repair, TextRun } from '@wenliu/contracts';

/** Clean text that knows, character by character, where it is printed. */
export interface PrintedText {
  text: string;
  /** What is printed side by side, in the order of the text; all of the text is in one of them. */
  runs: readonly Run[];
}

/** Characters from `start` up to where the next run starts. */
interface Run {
  start: number;
  /** Of the first character: `line * COLUMNS + column` (both 1-based), or 0 for characters that are not printed. */
  place: number;
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
export const EMPTY: PrintedText = { text: '', runs: [] };

/** `text` stands literally from `column` (1-based) of `line`. */
export function printedAt(text: string, line: number, column: number): PrintedText {
  return text === '' ? EMPTY : { text, runs: [{ start: 0, place: line * COLUMNS + column }] };
}

export function concat(parts: readonly PrintedText[]): PrintedText {
  if (parts.length === 1) return parts[0] ?? EMPTY;
  const runs: Run[] = [];
  let length = 0;
  for (const part of parts) {
    copyRuns(part, 0, part.text.length, length, runs);
    length += part.text.length;
  }
  return { text: parts.map((part) => part.text).join(''), runs };
}

/** A character that joins what is printed apart. */
export function unprinted(text: string): PrintedText {
  return { text, runs: [{ start: 0, place: 0 }] };
}

/**
 * Makes the changes, which must be ascending and apart from each other, and writes each down in `repairs`. Of a replacement the
 * first characters stand where the replaced ones do; what is longer is not printed.
 */
export function applyEdits(source: PrintedText, edits: readonly Edit[], repairs: Repair[]): PrintedText {
  if (edits.length === 0) return source;
  const texts: string[] = [];
  const runs: Run[] = [];
  let length = 0;
  let from = 0;
  const copy = (to: number): void => {
    texts.push(source.text.slice(from, to));
    copyRuns(source, from, to, length, runs);
    length += to - from;
  };
  for (const edit of edits) {
    copy(edit.start);
    texts.push(edit.text);
    const replaced = Math.min(edit.end - edit.start, edit.text.length);
    copyRuns(source, edit.start, edit.start + replaced, length, runs);
    if (edit.text.length > replaced) append(runs, length + replaced, 0);
    length += edit.text.length;
    repairs.push(repairOf(source, edit));
    from = edit.end;
  }
  copy(source.text.length);
  return { text: texts.join(''), runs };
}

/** The runs of `[from, to)` behind others that end at `length`. */
function copyRuns({ text, runs }: PrintedText, from: number, to: number, length: number, copied: Run[]): void {
  for (let i = runAt(runs, from), at = from; at < to; i += 1) {
    append(copied, length + at - from, placeIn(runs[i], at));
    at = Math.min(to, runs[i + 1]?.start ?? text.length);
  }
}

/** A run that begins at `start`; what is printed right behind the last run goes on with it. */
function append(runs: Run[], start: number, place: number): void {
  const last = runs.at(-1);
  if (last === undefined || place !== (last.place === 0 ? 0 : last.place + start - last.start)) runs.push({ start, place });
}

/** Index of the run that the character at `at` is in. */
function runAt(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeIn(run: Run | undefined, at: number): number {
  return run === undefined || run.place === 0 ? 0 : run.place + at - run.start;
}

/** The change as a note for readers. */
export function repairOf(source: PrintedText, edit: Edit): Repair {
  // An insertion is noted at the character before it.
  const at = edit.start < edit.end ? edit.start : Math.max(0, edit.start - 1);
  const place = placeIn(source.runs[runAt(source.runs, at)], at);
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
export function runsOf({ text, runs }: PrintedText, offset: number, found: TextRun[]): void {
  runs.forEach(({ start, place }, i) => {
    const end = runs[i + 1]?.start ?? text.length;
    if (place > 0) found.push([offset + start, offset + end, Math.floor(place / COLUMNS), place % COLUMNS]);
  });
}
