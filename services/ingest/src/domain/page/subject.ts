import { SUBJECT_SIZE, subjectOf } from '@wenliu/text/subject';
import type { Chain } from './chain.js';

/** What the lines of a page are about, by the meaning of their words. */
export interface Subjects {
  /** How much a line is about what the lines of a text are about: the cosine of the angle between the two, -1 to 1, 0 where one says nothing. */
  likeness(line: number, text: Chain): number;
  /** The same of two texts. */
  likenessOf(text: Chain, other: Chain): number;
}

/** More of one line says no more of its subject. */
const LONGEST_LINE = 1000;
/** A sum is followed by its length: it is compared with many. */
const LENGTH = SUBJECT_SIZE;
const NOTHING = new Float32Array(SUBJECT_SIZE + 1);

export function createSubjects(texts: readonly string[]): Subjects {
  const known: (Float32Array | undefined)[] = [];

  function subjectOfLine(line: number): Float32Array {
    let subject = known[line];
    if (subject === undefined) {
      known[line] = subject = new Float32Array(SUBJECT_SIZE + 1);
      subject.set(subjectOf((texts[line] ?? '').slice(0, LONGEST_LINE)));
      measure(subject);
    }
    return subject;
  }

  /** Made of that of the chain before, the last that was asked about. */
  function subjectOfText(text: Chain): Float32Array {
    const unknown: Chain[] = [];
    let chain: Chain | null = text;
    while (chain !== null && chain.subject === null && chain.line >= 0) {
      unknown.push(chain);
      chain = chain.before;
    }
    if (unknown.length === 0) return text.subject ?? NOTHING;
    const subject = Float32Array.from(chain?.subject ?? NOTHING);
    for (const { line } of unknown) add(subject, subjectOfLine(line));
    return (text.subject = measure(subject));
  }

  return {
    likeness: (line, text) => cosine(subjectOfLine(line), subjectOfText(text)),
    likenessOf: (text, other) => cosine(subjectOfText(text), subjectOfText(other)),
  };
}

function add(sum: Float32Array, more: Float32Array): void {
  for (let i = 0; i < SUBJECT_SIZE; i += 1) sum[i] = (sum[i] ?? 0) + (more[i] ?? 0);
}

function measure(sum: Float32Array): Float32Array {
  sum[LENGTH] = Math.sqrt(dot(sum, sum));
  return sum;
}

function cosine(a: Float32Array, b: Float32Array): number {
  const lengths = (a[LENGTH] ?? 0) * (b[LENGTH] ?? 0);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < SUBJECT_SIZE; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
