import { normalizeForId } from '../identity.js';
import { pageKey } from './page-key.js';
import { isMarked, isWhole, mayBeRest, type Part } from './part.js';
import { sharedWords, type Vocabulary } from './shared-words.js';

const MARKS_AGREE = 0.5;
/** One of the two marks is lost or was never printed. */
const ONE_MARK = 0.25;
/** The first says where it goes on; there is a text that has no mark and no fault, but no beginning of its own either. */
const WHOLE_REST = 0.1;
/** Only a text that stops in the middle: what two articles on one subject have in common is not enough. */
const NO_MARK_WHOLE_REST = -0.1;
const TITLE = 0.5;
/** For each ln of odds of `sharedWords`. On 150 pairs of invented articles what belongs together had 28 to 89, anything else at most 24. */
const WORDS = 0.008;
export const MOST_OF_WORDS = 0.6;

/**
 * How much marks and headlines say for the second part going on where the first stops, -0.1 to 1. `null` where they contradict each
 * other or the first is not open.
 */
export function evidenceOfMarks(head: Part, tail: Part): number | null {
  const marks = marksOf(head, tail);
  return marks === null ? null : marks + TITLE * titleLikeness(head, tail);
}

/** How much the texts say for it, 0 to `MOST_OF_WORDS`. */
export function evidenceOfWords(head: Part, tail: Part, vocabulary: Vocabulary): number {
  return Math.min(MOST_OF_WORDS, WORDS * sharedWords(head, tail, vocabulary));
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
  if (toAgrees && !isWhole(tail)) return ONE_MARK;
  if (toAgrees && mayBeRest(tail)) return WHOLE_REST;
  if (fromAgrees && !head.complete) return ONE_MARK;
  if (head.complete || isMarked(head) || isMarked(tail)) return null;
  if (!tail.complete) return 0;
  return mayBeRest(tail) ? NO_MARK_WHOLE_REST : null;
}

/** The rest is printed under the same headline, a shortened one, or none. */
function titleLikeness(head: Part, tail: Part): number {
  const [a, b] = [pairsOf(titleOf(head, head.continuesTo)), pairsOf(titleOf(tail, tail.continuedFrom))];
  if (a.size < 2 || b.size < 2) return 0;
  const shared = [...b].filter((pair) => a.has(pair)).length;
  return Math.max((2 * shared) / (a.size + b.size), b.size >= 3 ? shared / b.size : 0);
}

/** Of a part without a headline, the one that its mark names: “（上接第一版《……》）”. */
function titleOf({ title }: Part, mark: string | null): string | null {
  return title ?? /《([^》]+)》/u.exec(mark ?? '')?.[1] ?? null;
}

function pairsOf(title: string | null): Set<string> {
  const text = normalizeForId((title ?? '').replace(/[（(【〔](?:上接|紧接|緊接)[^）)】〕]*[）)】〕]/u, ''));
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}
