import { normalizeForId } from '../identity.js';
import { pageKey } from './page-key.js';
import type { Part } from './part.js';

const MARKS_AGREE = 0.5;
/** One of the two marks is lost or was never printed. */
const ONE_MARK = 0.25;
const TITLE = 0.5;
/** A run of four characters that both texts have and no third: a name, a term, a project. */
const RUN = 0.04;
const MOST_OF_RUNS = 0.4;
const RUN_LENGTH = 4;

/**
 * How much speaks for the second part going on where the first stops, 0 to 1.4. Nothing does where their marks contradict each
 * other or the first is not open.
 */
export function evidenceFor(head: Part, tail: Part, others: readonly Part[]): number {
  const marks = marksOf(head, tail);
  if (marks === null) return 0;
  return marks + TITLE * titleLikeness(head, tail) + Math.min(MOST_OF_RUNS, RUN * sharedRuns(head, tail, others));
}

function marksOf(head: Part, tail: Part): number | null {
  const [to, from] = [pageKey(head.continuesTo), pageKey(tail.continuedFrom)];
  const [headPage, tailPage] = [pageKey(head.page), pageKey(tail.page)];
  if (headPage !== null && headPage === tailPage) return null;
  if (to !== null && tailPage !== null && to !== tailPage) return null;
  if (from !== null && headPage !== null && from !== headPage) return null;
  const toAgrees = to !== null && to === tailPage;
  const fromAgrees = from !== null && from === headPage;
  if (toAgrees && fromAgrees) return MARKS_AGREE;
  // A mark on one side, and on the other a text that stops or begins in the middle.
  if (toAgrees && !tail.complete) return ONE_MARK;
  if (fromAgrees && !head.complete) return ONE_MARK;
  // A part with any mark is a first or last part by its own word.
  const isMarked = [head, tail].some(({ continuedFrom, continuesTo }) => continuedFrom !== null || continuesTo !== null);
  return head.complete || tail.complete || isMarked ? null : 0;
}

/** The rest is printed under the same headline, a shortened one, or none. */
function titleLikeness(head: Part, tail: Part): number {
  const [a, b] = [pairsOf(head.title), pairsOf(tail.title)];
  if (a.size < 2 || b.size < 2) return 0;
  const shared = [...b].filter((pair) => a.has(pair)).length;
  return Math.max((2 * shared) / (a.size + b.size), b.size >= 3 ? shared / b.size : 0);
}

function pairsOf(title: string | null): Set<string> {
  const text = normalizeForId(title ?? '').replace(/^上接|紧接/u, '');
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

function sharedRuns(head: Part, tail: Part, others: readonly Part[]): number {
  const shared = [...runsOf(tail)].filter((run) => runsOf(head).has(run));
  return shared.filter((run) => !others.some((other) => other !== head && other !== tail && runsOf(other).has(run))).length;
}

const known = new WeakMap<Part, ReadonlySet<string>>();

/** Runs of Han characters: figures and letters are the same everywhere. */
function runsOf(part: Part): ReadonlySet<string> {
  const before = known.get(part);
  if (before !== undefined) return before;
  const runs = new Set<string>();
  for (const [han] of part.paragraphs.join('\n').matchAll(/\p{Script=Han}{4,}/gu)) {
    for (let i = 0; i + RUN_LENGTH <= han.length; i++) runs.add(han.slice(i, i + RUN_LENGTH));
  }
  known.set(part, runs);
  return runs;
}
