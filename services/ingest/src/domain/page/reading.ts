import { emptyChain, link, type Chain } from './chain.js';
import { withMark, type Mark } from './series.js';

/** One article as far as one reading of the page has got. Never changed: readings share what they agree on. */
export interface Thread {
  id: number;
  /** Headline lines. */
  headings: readonly number[];
  /** Lines of reporters' names or sources. */
  signatures: number;
  /** The text opens with an agency's or the paper's own dateline. */
  wire: boolean;
  /** The text opens with a headline of its own. */
  titled: boolean;
  /** Over it stands no more than the name of a column, or a subtitle. */
  untitled: boolean;
  text: Chain;
  /** Headlines and text: what the article is about. */
  subject: Chain;
  subheads: number;
  /** By bit, the forms that all of them have. */
  forms: number;
  /** Told by a picture, whose photographer signed it. */
  pictured: boolean;
  /** What the text above it is about, where it is a comment that may be on the same. */
  beside: Chain | null;
  /** The highest Markdown level of its subheads where that is below the title's, 0 without any. */
  sections: number;
  /** Something was printed that ends a story. */
  closed: boolean;
  /** The last number of each series within it, and who has spoken. */
  marks: readonly Mark[];
}

/** Why a line went where it went. */
export type Reason =
  | 'goes-on'
  | 'goes-on-in-mid-sentence'
  | 'resumes'
  | 'resumes-in-mid-sentence'
  | 'opens-under-headline'
  | 'opens-under-byline'
  | 'opens-with-dateline'
  | 'opens-with-continuation-mark'
  | 'opens-with-new-subject'
  | 'under-picture'
  | 'signs-text'
  | 'headline-after-text'
  | 'headline-without-text'
  | 'subhead'
  | 'frame';

export type Act =
  | { kind: 'text'; thread: number; line: number }
  | { kind: 'caption'; thread: number; line: number }
  | { kind: 'story'; thread: number; line: number }
  | { kind: 'head'; thread: number; lines: readonly number[]; reason: Reason }
  | { kind: 'subheads'; thread: number; lines: readonly number[] }
  | { kind: 'sign-off'; thread: number; line: number };

/** What one line added to a reading, and how much better that was than the next best. */
export interface Step {
  before: Step | null;
  acts: readonly Act[];
  reason: Reason;
  margin: number;
}

/** One way to read the page down to a line. */
export interface Reading {
  score: number;
  /** The article being read first, then those that may go on, the latest first. */
  threads: readonly Thread[];
  /** Headings, bylines and captions that wait for the text they belong to. */
  stack: readonly number[];
  /** The chain that all texts of the page begin with. */
  root: Chain;
  nextId: number;
  step: Step | null;
}

/** Articles that are kept in mind; of those without a headline more, for it may be printed at the end of the page. */
const MOST_THREADS = 6;
const MOST_HEADLESS = 3;
const LONGEST_SEARCH = 60;

export function startReading(): Reading {
  return { score: 0, threads: [], stack: [], root: emptyChain(), nextId: 0, step: null };
}

/** A new article, the next of its page; `wire`, `titled`: how its text opens. */
export function createThread({ nextId, root }: Reading, wire = false, titled = false): Thread {
  return { id: nextId, headings: [], signatures: 0, wire, titled, untitled: false, text: root, subject: root, subheads: 0, forms: -1, pictured: false, beside: null, sections: 0, closed: false, marks: [] };
}

/**
 * A copy to be changed. Field by field, as they are made for each line and reading: to spread so many fields costs twenty times as much, and what
 * is made so has another form each time, which makes every look at a thread slow. So threads and readings are never spread.
 */
export function copyThread({ id, headings, signatures, wire, titled, untitled, text, subject, subheads, forms, pictured, beside, sections, closed, marks }: Thread): Thread {
  return { id, headings, signatures, wire, titled, untitled, text, subject, subheads, forms, pictured, beside, sections, closed, marks };
}

/** The same reading with another score, and perhaps with other lines that wait. */
export function withScore({ threads, stack, root, nextId, step }: Reading, score: number, waiting = stack): Reading {
  return { score, threads, stack: waiting, root, nextId, step };
}

/** The same reading with other articles, and perhaps with other lines that wait. */
export function withThreads({ score, stack, root, nextId, step }: Reading, threads: readonly Thread[], waiting = stack): Reading {
  return { score, threads, stack: waiting, root, nextId, step };
}

/** The thread where something was printed that ends its story. */
export function closedThread(thread: Thread, closed = true): Thread {
  const over = copyThread(thread);
  over.closed = closed;
  return over;
}

/** The thread with one more line of names that ends it. */
export function signedThread(thread: Thread): Thread {
  const signed = closedThread(thread);
  signed.signatures += 1;
  return signed;
}

export function lastLine(thread: Thread): number {
  return thread.text.line;
}

/** A text whose headline may still come. */
export function isHeadless(thread: Thread): boolean {
  return (thread.headings.length === 0 || thread.untitled) && !thread.titled && thread.text.length > 0;
}

/** The thread as it is now, moved to the front. */
export function withCurrent(threads: readonly Thread[], thread: Thread): Thread[] {
  if (threads.length < MOST_THREADS) {
    // Most lines go on with the current article. Copies are made at their length: there are many.
    const at = threads.findIndex(({ id }) => id === thread.id);
    return at === 0 ? threads.with(0, thread) : [thread].concat(threads.slice(0, Math.max(0, at)), threads.slice(at + 1));
  }
  const result = [thread];
  let headless = 0;
  for (const other of threads) {
    if (other.id === thread.id) continue;
    const isHalf = isHeadless(other) || lastLine(other) < 0;
    const isKept = result.length < MOST_THREADS || (isHalf && headless < MOST_HEADLESS);
    if (!isKept) continue;
    if (isHalf) headless += 1;
    result.push(other);
  }
  return result;
}

export function withText(thread: Thread, line: number, ends: boolean, mark: Mark | null): Thread {
  const longer = copyThread(thread);
  longer.text = link(thread.text, line);
  longer.subject = link(thread.subject, line);
  longer.closed = thread.closed || ends;
  longer.marks = withMark(thread.marks, mark);
  return longer;
}

export function withHeadings(thread: Thread, lines: readonly number[], untitled: boolean): Thread {
  const headed = copyThread(thread);
  headed.untitled = untitled && (thread.headings.length === 0 || thread.untitled);
  headed.headings = thread.headings.concat(lines);
  headed.subject = lines.reduce(link, thread.subject);
  return headed;
}

/** The first lines of a text that is not long; of a long one, its last. */
export function firstLines(text: Chain, most: number): number[] {
  const lines: number[] = [];
  for (let at: Chain | null = text; at !== null && at.line >= 0 && lines.length < LONGEST_SEARCH; at = at.before) lines.push(at.line);
  return lines.reverse().slice(0, most);
}

export function lastLines(text: Chain, most: number): number[] {
  const lines: number[] = [];
  for (let at: Chain | null = text; at !== null && at.line >= 0 && lines.length < most; at = at.before) lines.push(at.line);
  return lines;
}

/** The same number for readings that are alike, and for hardly any others: to compare them one by one would cost more. */
export function signOf({ stack, threads }: Reading): number {
  let sign = Math.imul(stack.length, 31) + (stack[0] ?? -1);
  for (const thread of threads) sign = Math.imul(sign, 31) + (lastLine(thread) << 2) + (thread.closed ? 2 : 0) + (thread.headings.length > 0 ? 1 : 0);
  return sign | 0;
}

/** Whether two readings agree in all that matters for the lines to come: then only the better is followed. */
export function areAlike(a: Reading, b: Reading): boolean {
  if (a.stack.length !== b.stack.length || a.threads.length !== b.threads.length || a.stack[0] !== b.stack[0]) return false;
  for (let i = 0; i < a.threads.length; i += 1) {
    const [one, other] = [a.threads[i], b.threads[i]];
    if (one === undefined || other === undefined || one === other) continue;
    if (lastLine(one) !== lastLine(other) || one.closed !== other.closed || (one.headings.length > 0) !== (other.headings.length > 0)) return false;
  }
  return true;
}
