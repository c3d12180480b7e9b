import { headingsOf } from './head-odds.js';
import { isSubtitle } from './headline.js';
import { isColumnName } from './labels.js';
import { isWider } from './marks.js';
import type { PageView } from './page-view.js';
import { withCurrent, withHeadings, withScore, withText, type Act, type Reading, type Reason, type Thread } from './reading.js';

/** One thing that a line may be, and why. Most are given up at once, so the reading that follows is made only where it is among the best. */
export interface Option {
  /** Of the reading that follows. */
  score: number;
  reason: Reason;
  /** How far (ln of odds) it is ahead of the best other. */
  margin: number;
  /** What is known before the line. */
  reading: Reading;
  /** The text that goes on with the line, `null` where `reading` is what follows. */
  thread: Thread | null;
  /** Waiting lines that become the head of the text first. */
  head: readonly number[];
  line: number;
  /** What follows where that costs much to find out. */
  make: (() => Reading) | null;
}

const WIDEST_LABEL = 8;
const NONE: readonly number[] = [];
const NO_ACTS: readonly Act[] = [];

/** The line goes on with `thread`, under `head` where that opens it. */
export function takeText(reading: Reading, thread: Thread, line: number, odds: number, reason: Reason, head = NONE): Option {
  return { score: reading.score + odds, reason, margin: 0, reading, thread, head, line, make: null };
}

/** What needs no other to be compared with. */
export function made(reading: Reading): Option {
  return { score: reading.score, reason: 'frame', margin: 0, reading, thread: null, head: NONE, line: -1, make: null };
}

/** What is found out only where it is among the best. */
export function madeLater(reading: Reading, score: number, make: () => Reading): Option {
  return { score, reason: 'frame', margin: 0, reading, thread: null, head: NONE, line: -1, make };
}

export function follow(view: PageView, option: Option): Reading {
  const { score, reason, margin, thread, head, line, make } = option;
  if (thread === null) return make === null ? option.reading : make();
  const reading = head.length === 0 ? option.reading : headOf(view, withScore(option.reading, option.reading.score, NONE), thread, head, 0, reason);
  const current = withText(head.length === 0 ? thread : (reading.threads[0] ?? thread), line, (view.signed(line) && view.mark(line)?.number !== null) || view.endsElsewhere(line), view.mark(line));
  const done: Act = { kind: 'text', thread: thread.id, line };
  const before = reading.step?.acts ?? NO_ACTS;
  const acts = before.length === 0 ? [done] : [...before, done];
  return {
    score,
    threads: withCurrent(reading.threads, current),
    stack: reading.stack,
    root: reading.root,
    nextId: Math.max(reading.nextId, thread.id + 1),
    step: { before: reading.step?.before ?? null, acts, reason, margin },
  };
}

/** A subtitle, or the name of a column by itself. */
function isNoTitle(view: PageView, line: number, beside: number): boolean {
  const text = view.text(line);
  return isSubtitle(text) || (beside === 1 && !isWider(text, WIDEST_LABEL) && isColumnName(text));
}

/** The stack's lines as the head of `thread`, which becomes the current one. */
export function headOf(view: PageView, reading: Reading, thread: Thread, stack: readonly number[], odds: number, reason: Reason): Reading {
  const headings = headingsOf(view, stack);
  const signatures = stack.filter((line) => view.roles[line]?.kind === 'byline' || view.roles[line]?.kind === 'imprint').length;
  const untitled = headings.length > 0 && headings.every((line) => isNoTitle(view, line, headings.length));
  const headed = withHeadings(thread, headings, untitled);
  headed.signatures += signatures;
  const act: Act = { kind: 'head', thread: thread.id, lines: stack, reason };
  const next = push(withScore(reading, reading.score + odds), [act], withCurrent(reading.threads, headed));
  next.nextId = Math.max(reading.nextId, thread.id + 1);
  return next;
}

export function push(reading: Reading, acts: readonly Act[], threads: readonly Thread[]): Reading {
  return {
    score: reading.score,
    threads,
    stack: reading.stack,
    root: reading.root,
    nextId: reading.nextId,
    step: { before: reading.step?.before ?? null, acts: (reading.step?.acts ?? NO_ACTS).concat(acts), reason: 'goes-on', margin: 0 },
  };
}
