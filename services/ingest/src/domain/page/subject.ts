import { SUBJECT_SIZE, subjectOf } from '@wenliu/text/subject';
import type { Chain } from './chain.js';

/** What the lines of a page are about, by the meaning of their words. */
export interface Subjects {
  /** How much a line is about what the lines of a text are about: the cosine of the angle between the two, -1 to 1, 0 where one says nothing. */
  likeness(line: number, text: Chain): number;
  /** The same of two lines. */
  likenessOfLines(line: number, other: number): number;
  /** The same of two texts. */
  likenessOf(text: Chain, other: Chain): number;
}

/** More of one line says no more of its subject. */
const LONGEST_LINE = 1000;
/** A sum is followed by its length: it is compared with many. */
const LENGTH = SUBJECT_SIZE;
const ROW = SUBJECT_SIZE + 1;
/** Texts of a page that there is room for at first, for each line. */
const FEW_TEXTS = 4;

export function createSubjects(texts: readonly string[]): Subjects {
  /** Row by row nothing, the lines, then the texts in the order they are asked about: an array for each would cost more to make than to fill. */
  let rows = new Float32Array((1 + texts.length * (1 + FEW_TEXTS)) * ROW);
  let end = (1 + texts.length) * ROW;
  const known = new Uint8Array(texts.length);

  /** Where what the line is about begins in `rows`. */
  function subjectOfLine(line: number): number {
    const at = (1 + line) * ROW;
    if (known[line] === 0) {
      known[line] = 1;
      subjectOf((texts[line] ?? '').slice(0, LONGEST_LINE), rows, at);
      measure(rows, at);
    }
    return at;
  }

  /** Made of that of the chain before, the last that was asked about; line by line, so that it is the same whatever was asked before. */
  function subjectOfText(text: Chain): number {
    if (text.subject > 0 || text.line < 0) return text.subject;
    const at = takeRow();
    const unknown: number[] = [];
    let known: Chain = text;
    for (; known.subject === 0 && known.before !== null; known = known.before) unknown.push(known.line);
    rows.copyWithin(at, known.subject, known.subject + SUBJECT_SIZE);
    for (let i = unknown.length - 1; i >= 0; i -= 1) add(rows, at, subjectOfLine(unknown[i] ?? 0));
    measure(rows, at);
    return (text.subject = at);
  }

  function takeRow(): number {
    if (end === rows.length) {
      const more = new Float32Array(2 * rows.length);
      more.set(rows);
      rows = more;
    }
    end += ROW;
    return end - ROW;
  }

  return {
    likeness: (line, text) => likenessOf(subjectOfLine(line), subjectOfText(text)),
    likenessOfLines: (line, other) => likenessOf(subjectOfLine(line), subjectOfLine(other)),
    likenessOf: (text, other) => likenessOf(subjectOfText(text), subjectOfText(other)),
  };

  function likenessOf(a: number, b: number): number {
    const lengths = (rows[a + LENGTH] ?? 0) * (rows[b + LENGTH] ?? 0);
    return lengths === 0 ? 0 : dot(rows, a, b) / lengths;
  }
}

function add(rows: Float32Array, sum: number, more: number): void {
  for (let i = 0; i < SUBJECT_SIZE; i += 1) rows[sum + i] = (rows[sum + i] ?? 0) + (rows[more + i] ?? 0);
}

function measure(rows: Float32Array, at: number): void {
  rows[at + LENGTH] = Math.sqrt(dot(rows, at, at));
}

function dot(rows: Float32Array, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < SUBJECT_SIZE; i += 1) sum += (rows[a + i] ?? 0) * (rows[b + i] ?? 0);
  return sum;
}
