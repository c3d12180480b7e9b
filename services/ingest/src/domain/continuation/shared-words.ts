import { parseLikelihood } from '@wenliu/text/words';
import type { Part } from './part.js';

const LONGEST = 4;
const SHORTEST = 2;
/** ln of odds: what two texts of any kind may share by chance. */
const COMMON = 12;
/** No one phrase is the whole evidence: news is full of long names of offices. */
const MOST_OF_ONE = 14;

const NUMBERS = /[〇零一二两三四五六七八九十百千万亿]{2,}/u;

/** The parts of one issue, and in how many of them stands what. */
export interface Vocabulary {
  segmentsOf(part: Part): readonly string[];
  gramsOf(part: Part): ReadonlySet<string>;
  parts(gram: string): number;
}

/** Reads the parts when it is first asked: most issues have no two parts that could belong together. */
export function createVocabulary(parts: readonly Part[]): Vocabulary {
  let read: ReturnType<typeof readVocabulary> | null = null;
  const vocabulary = (): ReturnType<typeof readVocabulary> => (read ??= readVocabulary(parts));
  return {
    segmentsOf: (part) => vocabulary().segments.get(part) ?? [],
    gramsOf: (part) => vocabulary().grams.get(part) ?? new Set(),
    parts: (gram) => vocabulary().counts.get(gram) ?? 0,
  };
}

function readVocabulary(parts: readonly Part[]) {
  const segments = new Map(parts.map((part) => [part, segmentsOf(part)]));
  const grams = new Map([...segments].map(([part, texts]) => [part, readGrams(texts)]));
  const counts = new Map<string, number>();
  for (const set of grams.values()) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return { segments, grams, counts };
}

/**
 * How much two parts say in the same words, in ln of odds: names, terms and figures in letters. The rarer the words are in all
 * newspapers the more, and the less the more other parts of the issue have them.
 */
export function sharedWords(head: Part, tail: Part, vocabulary: Vocabulary): number {
  const inHead = vocabulary.gramsOf(head);
  const runs = new Map<string, number>();
  for (const text of vocabulary.segmentsOf(tail)) {
    for (const [start, end] of sharedSpans(text, inHead)) runs.set(text.slice(start, end), othersWith(text.slice(start, end), vocabulary));
  }
  let sum = 0;
  for (const [run, others] of runs) sum += Math.min(MOST_OF_ONE, Math.max(0, -parseLikelihood(run) - COMMON)) / (1 + others);
  return sum;
}

/** Longest first; what is shared side by side is one. */
function sharedSpans(text: string, inHead: ReadonlySet<string>): [number, number][] {
  // A longer run can only be shared where all its pairs are.
  const pairs = Uint8Array.from({ length: text.length }, (_, i) => (inHead.has(text.slice(i, i + SHORTEST)) ? 1 : 0));
  const covered = new Uint8Array(text.length);
  const joins = new Uint8Array(text.length);
  for (let length = LONGEST; length >= SHORTEST; length -= 1) {
    for (let i = 0; i + length <= text.length; i += 1) {
      if (!isAll(pairs, 1, i, i + length - 1)) continue;
      const isNew = length === LONGEST || isAll(covered, 0, i, i + length);
      if (!isNew || !inHead.has(text.slice(i, i + length))) continue;
      covered.fill(1, i, i + length);
      joins.fill(1, i + 1, i + length);
    }
  }
  const spans: [number, number][] = [];
  for (let i = 0; i < text.length; i += 1) {
    const last = spans.at(-1);
    if (covered[i] !== 1) continue;
    if (last !== undefined && last[1] === i && joins[i] === 1) last[1] = i + 1;
    else spans.push([i, i + 1]);
  }
  return spans;
}

function isAll(marks: Uint8Array, value: 0 | 1, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (marks[i] !== value) return false;
  return true;
}

/** Parts beside the two that have all of it, as far as its pieces tell. */
function othersWith(run: string, vocabulary: Vocabulary): number {
  let fewest = Infinity;
  const length = Math.min(LONGEST, run.length);
  for (let i = 0; i + length <= run.length; i += 1) fewest = Math.min(fewest, vocabulary.parts(run.slice(i, i + length)));
  return Math.max(0, fewest - 2);
}

function readGrams(texts: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const text of texts) {
    for (let length = SHORTEST; length <= LONGEST; length += 1) {
      for (let i = 0; i + length <= text.length; i += 1) grams.add(text.slice(i, i + length));
    }
  }
  return grams;
}

/** Runs of Han characters: figures and letters are the same everywhere, numbers in Han too; a name may have one in it. */
function segmentsOf({ title, paragraphs }: Part): string[] {
  return [title ?? '', ...paragraphs].flatMap((text) => text.split(NUMBERS).flatMap((piece) => piece.match(/\p{Script=Han}{2,}/gu) ?? []));
}
