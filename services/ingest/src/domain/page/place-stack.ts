import type { Chain } from './chain.js';
import { headingsOf, isLoneMark, isOrphan, LEAD, oddsOfHead, sectionsWith } from './head-odds.js';
import { isSubtitle } from './headline.js';
import { isColumnName, PART } from './labels.js';
import { isLoneName } from './byline-words.js';
import { ORNAMENT } from './marks.js';
import { headOf, push, takeText, type Option } from './option.js';
import type { PageView } from './page-view.js';
import { affinityOf, ANSWER, costOfLeaving, costOfSpeaker, fit, oddsOfDrift, oddsOfForm, oddsOfOpening, opensPictureStory, PICTURE_STORY, placeText } from './place-text.js';
import { isNextOf, oddsOfMark, speaksIn, withMark } from './series.js';
import { formsOf, isBox, oddsOfSubhead } from './subhead.js';
import { closedThread, copyThread, createThread, firstLines, isHeadless, lastLine, signedThread, withCurrent, withScore, withThreads, type Act, type Reading, type Reason, type Thread } from './reading.js';

/** A headline after its text rarely has more lines; with a subtitle, as its dash or the names below it say, one more, over a text of as many. */
const MOST_LATE = 2;
/** In a column the title may be on two of them. */
const MOST_LATE_IN_COLUMN = 4;
/** Lines of the text that it is compared with. */
const MOST_FIRST = 12;
/** What it takes, as ln of odds, to believe that a head and its text are apart, and how well the text between must go on. */
const LATER = 9.13;
const LEAST_LATER = -0.55;
const LEAST_AROUND = 1.67;
const BROKEN_BY_NAMES = 1.97;
/** Behind a signature or a rule no subhead follows. */
const WITHIN_CLOSED = 2;
/** A report has no subhead right below its first paragraph. */
const BELOW_LEAD = 2;
/** Each of several briefs has a headline of its own (ln of the odds), until one is longer than this many paragraphs. */
const AMONG_BRIEFS = 4.5;
const LONGEST_BRIEF = 2;
/** A text is returned to by a numbered subhead: its next, or the first of its series; by who speaks in it; or by another subhead past a report set into it. */
const RETURNS = { next: 2, first: 8, speaker: 2, past: 1 };
/** Paragraphs of a text that is commented on. */
const SHORTEST_COMMENTED = 4;
const REPORTER = /记者|記者|通讯员|通訊員/u;
const LONGEST_INSET = 4;
/** More than the name of a column may be all there is over a text. */
const UNTITLED = 2.5;
/** The subheads of a piece are alike: “一笔经济账：……”, “一笔民生账：……”. */
const UNLIKE_OTHERS = 3.5;
/** A headline that shares nothing with the text above it is another's. */
const STRANGER = 1.68;
/** A headline stands hardly within the text of another article, which goes on below it. */
const WITHIN_OTHER = 1.5;
/** Headings below names are mostly another head, unless the page begins so; the more where the text itself has an agency or names. */
const BELOW_NAMES = 3;
const BELOW_NAMES_WIRE = 6;
/** Headings without any text, at the end of a page (ln of the odds against them). */
const LOST = 3.39;
/** Of the paper itself, not of an agency. */
const OWN_DATELINE = /^[【〔[（(]?(?:本报|本報|\p{Script=Han}{1,6}[报報])\p{Script=Han}{0,8}[讯訊]/u;
/** All that the waiting headings may be, now that `line` says what follows them. */
export function placeStack(view: PageView, reading: Reading, line: number): Option[] {
  const { stack } = reading;
  const options: Option[] = [openUnder(view, reading, stack, line)];
  const [current] = reading.threads;
  const headings = headingsOf(view, stack);
  if (current !== undefined && lastLine(current) >= 0) options.push(...within(view, reading, current, line));
  options.push(...returnUnder(view, reading, headings, line));
  for (const thread of reading.threads) {
    if (isHeadless(thread)) options.push(...giveBack(view, reading, thread, headings, line));
  }
  options.push(...openTwo(view, reading, line), ...signThenOpen(view, reading, line), ...openLater(view, reading, line));
  return options;
}

/** At the end of the page: headings that no text follows. */
export function placeLastStack(view: PageView, reading: Reading): Reading[] {
  const { stack } = reading;
  if (stack.length === 0) return [reading];
  const options: Reading[] = [withScore(headWithout(view, reading), reading.score - LOST)];
  for (const thread of reading.threads) {
    const headings = headingsOf(view, stack);
    if (!isHeadless(thread) || headings.length === 0) continue;
    options.push(headOf(view, reading, thread, stack, lateOdds(view, thread, firstLines(thread.text, MOST_FIRST), headings) + 1, 'headline-after-text'));
  }
  const [current] = reading.threads;
  if (current !== undefined && headingsOf(view, stack).length === 0) options.push(headOf(view, reading, current, stack, 1, 'signs-text'));
  return options.map((option) => withScore(option, option.score, []));
}

/** The waiting lines as an article without a text. */
export function headWithout(view: PageView, reading: Reading): Reading {
  return headOf(view, withScore(reading, reading.score, []), createThread(reading), reading.stack, -1, 'headline-without-text');
}

/** The stack is the head of a new article that `line` begins. */
function openUnder(view: PageView, reading: Reading, stack: readonly number[], line: number): Option {
  const headings = headingsOf(view, stack);
  const [current] = reading.threads;
  const odds = oddsOfHead(view, current, stack, line) - costOfLeaving(view, current) + oddsOfOpening(view, line) * 0.8 + oddsOfForm(view, line) + view.lead(line) * LEAD.headed;
  const story = stack.length === 1 && headings.length === 1 && opensPictureStory(view, line) ? PICTURE_STORY : 0;
  const reason: Reason = headings.length > 0 ? 'opens-under-headline' : 'opens-under-byline';
  const opens = Math.max(-2, Math.min(1, view.edges[line]?.opens ?? 0)) * 0.5;
  const below = belowNames(view, stack);
  const two = current !== undefined && view.layout.wrap === null && headings.length > 1 && below > 0 && !isWithin(view, stack[below]) ? (view.wire(line) ? BELOW_NAMES_WIRE : BELOW_NAMES) : 0;
  // Under whose letter it is answered.
  const answer = headings.length === 0 && view.salutes(line) ? ANSWER : 0;
  const thread = createThread(reading, view.wire(line), view.titled(line));
  thread.beside = commentedBy(view, current, stack);
  return takeText(withScore(reading, reading.score + odds + story - two - answer), thread, line, opens, reason, stack);
}

/** What the text above is about, where a head signed by no reporter opens another beside it: that may be a comment on the same. */
function commentedBy(view: PageView, current: Thread | undefined, stack: readonly number[]): Chain | null {
  if (current === undefined || current.text.length < SHORTEST_COMMENTED || view.layout.wrap !== null || headingsOf(view, stack).length === 0) return null;
  const isSigned = stack.some((entry) => view.roles[entry]?.kind === 'byline' && !REPORTER.test(view.text(entry)));
  return isSigned ? current.subject : null;
}

/** The stack stands within the article being read: subheads, a box, the reporters' names after the first lines. */
function within(view: PageView, reading: Reading, current: Thread, line: number): Option[] {
  const { stack } = reading;
  const headings = headingsOf(view, stack);
  const signatures = stack.length - headings.length - stack.filter((entry) => view.roles[entry]?.kind === 'caption').length;
  let odds = headings.length > 0 ? -2.43 : -0.5;
  if (signatures > 0) odds += oddsOfNamesWithin(view, current, headings.length > 0);
  odds -= Math.max(0, headings.length - 1) * 1.3;
  if (headings.length > 0 && view.edges[lastLine(current)]?.end === 'cut') odds -= 4;
  for (const heading of headings) odds += oddsOfSubhead(view.lines[heading]?.text ?? '') + oddsOfMark(current.marks, view.mark(heading));
  if (headings.length > 0 && current.subheads >= 2 && headings.some((heading) => (current.forms & ~formsOf(view, heading)) !== 0)) odds -= UNLIKE_OTHERS;
  if (headings.length > 0 && isOrphan(view, line)) odds -= 3;
  if (headings.length > 0 && current.text.length <= LONGEST_BRIEF && view.underBriefs(headings[0] ?? -1)) odds -= AMONG_BRIEFS;
  if (headings.length > 0 && current.text.length === 1 && current.wire && view.layout.wrap === null) odds -= BELOW_LEAD;
  odds += Math.min(1, current.subheads * 0.4);
  // Its number says that the text is not over.
  const isOver = current.closed && !isNextOf(current, view.mark(headings[0] ?? -1));
  if (headings.length > 0 && isOver) odds -= WITHIN_CLOSED;
  const acts: Act[] = [];
  if (headings.length > 0) acts.push({ kind: 'subheads', thread: current.id, lines: headings });
  const rest = stack.filter((entry) => !headings.includes(entry));
  if (rest.length > 0) acts.push({ kind: 'head', thread: current.id, lines: rest, reason: 'signs-text' });
  const thread = copyThread(current);
  thread.sections = sectionsWith(view, headings, current);
  thread.subheads += headings.length;
  thread.forms = headings.reduce((forms, heading) => forms & formsOf(view, heading), current.forms);
  thread.marks = headings.reduce((marks, heading) => withMark(marks, view.mark(heading)), current.marks);
  thread.signatures += signatures;
  const next = push(withScore(reading, reading.score + odds, []), acts, withCurrent(reading.threads, thread));
  if (headings.length > 0) {
    // A new subject under a subhead begins as an article would.
    const opens = Math.max(-2, Math.min(1, view.edges[line]?.opens ?? 0)) * 0.5;
    const affinity = affinityOf(view, reading, thread, line) + oddsOfDrift(view, reading, line) - (isOver ? 3.8 : 0) - 2 * oddsOfOpening(view, line) - costOfSpeaker(view, reading, thread, line);
    return [takeText(next, thread, line, affinity + opens, 'goes-on')];
  }
  return [...placeText(view, next, line), ...signAtFoot(view, reading, current, acts, line)];
}

/** A text further up is returned to under a subhead. */
function returnUnder(view: PageView, reading: Reading, headings: readonly number[], line: number): Option[] {
  const [current, ...others] = reading.threads;
  if (current === undefined || headings.length === 0) return [];
  // A short report is set into a long piece, which was read right before it; under names another begins.
  const isInset = current.wire && current.subheads === 0 && current.text.length <= LONGEST_INSET && !reading.stack.some((entry) => view.roles[entry]?.kind === 'byline');
  const piece = isInset ? others[0] : undefined;
  return others.flatMap((thread) => {
    const price = priceOfReturn(view, current, thread, headings, thread === piece, line);
    if (lastLine(thread) < 0 || price === null) return [];
    const score = reading.score - costOfLeaving(view, current) - price;
    return within(view, withThreads(withScore(reading, score), withCurrent(reading.threads, thread)), thread, line);
  });
}

/** ln of the odds against returning to `thread` under these headings; `null` where nothing speaks for it. `isPiece`: a report was set into it. */
function priceOfReturn(view: PageView, current: Thread, thread: Thread, headings: readonly number[], isPiece: boolean, line: number): number | null {
  const mark = view.mark(headings[0] ?? -1);
  if (mark !== null && (mark.number !== null || speaksIn(thread, mark)) && isNextOf(thread, mark)) return RETURNS.next;
  if (mark?.number === 1) return RETURNS.first;
  // What stands under the name of a column is a piece of its own.
  if (isUnderLabel(view, headings)) return null;
  const speaker = view.mark(line);
  if (speaksIn(thread, speaker) && !speaksIn(current, speaker)) return RETURNS.speaker;
  return isPiece && thread.subheads > 0 && !thread.wire && !thread.closed ? RETURNS.past : null;
}

function isUnderLabel(view: PageView, [first = 0]: readonly number[]): boolean {
  const above = view.roles[first - 1];
  return above?.kind === 'furniture' && above.furniture.role === 'section';
}

/** Names without brackets close the text they stand under; what follows is another's. */
function signAtFoot(view: PageView, reading: Reading, current: Thread, acts: readonly Act[], line: number): Option[] {
  if (isSigned(view, current) || view.edges[lastLine(current)]?.end !== 'closed') return [];
  return placeText(view, push(withScore(reading, reading.score - 1.5, []), acts, withCurrent(reading.threads, signedThread(current))), line);
}

/** Names stand over or under the text, or behind its dateline: “本报讯” alone names nobody. */
function isSigned(view: PageView, { signatures, wire, text }: Thread): boolean {
  const [first = -1] = firstLines(text, 1);
  return signatures > 0 || (wire && (view.named(first) || !OWN_DATELINE.test(view.text(first))));
}

/** ln of the odds that reporters' names stand within or under the text being read. */
function oddsOfNamesWithin(view: PageView, current: Thread, underHeading: boolean): number {
  const habit = -Math.max(0, view.names.lead) * LEAD.within;
  if (underHeading) return habit - 6;
  // Names within a sentence are over another text.
  const broken = view.edges[lastLine(current)]?.end === 'cut' ? BROKEN_BY_NAMES : 0;
  if (isSigned(view, current)) return habit - broken - 4;
  return habit - broken - (current.headings.length > 0 && current.text.length <= 2 ? 0 : 2);
}

/** The first headings belong to a text above that was printed without; the rest opens an article, or the text goes on. */
function giveBack(view: PageView, reading: Reading, thread: Thread, headings: readonly number[], line: number): Option[] {
  const options: Option[] = [];
  const { stack } = reading;
  // A headline may be printed before the last part of its text.
  const isWhole = view.edges[lastLine(thread)]?.end !== 'cut';
  const first = firstLines(thread.text, MOST_FIRST);
  const most = mostLate(view, stack, headings, first.length);
  for (let count = 1; count <= most; count += 1) {
    const given = headings.slice(0, count);
    const end = stack.indexOf(given.at(-1) ?? -1) + 1;
    // What stands between the headings goes with them.
    const rest = stack.slice(end);
    const odds = lateOdds(view, thread, first, given) - 0.57;
    const headed = headOf(view, withScore(reading, reading.score, []), thread, stack.slice(0, end), odds, 'headline-after-text');
    const [current] = reading.threads;
    if (current !== undefined && current.id !== thread.id) headed.threads = [current, ...headed.threads.filter((other) => other.id !== current.id)];
    if (rest.length > 0) options.push(openUnder(view, headed, rest, line));
    // Names behind the headline sign the same text, perhaps with a picture below them; another headline follows.
    const names = endOfNames(view, rest);
    if (names > 0 && thread.signatures === 0) {
      const whole = headOf(view, withScore(reading, reading.score, []), closedThread(thread, isWhole), stack.slice(0, end + names), odds + 1, 'headline-after-text');
      options.push(openUnder(view, whole, rest.slice(names), line));
    }
    if (rest.length > 0 && thread.signatures === 0 && rest.every((entry) => ['byline', 'caption'].includes(view.roles[entry]?.kind ?? ''))) {
      const whole = headOf(view, withScore(reading, reading.score, []), closedThread(thread, isWhole), stack, odds + 1, 'headline-after-text');
      options.push(...placeText(view, whole, line));
    } else if (rest.length === 0) {
      const within = current !== undefined && current.id !== thread.id ? WITHIN_OTHER : 0;
      options.push(...placeText(view, withScore(headed, headed.score - within), line));
    }
  }
  return options;
}

/** How many of these lines are names, and words under pictures below those; -1 where no other line follows. */
function endOfNames(view: PageView, rest: readonly number[]): number {
  const kindOf = (entry: number | undefined): string | undefined => view.roles[entry ?? -1]?.kind;
  return kindOf(rest[0]) === 'byline' ? rest.findIndex((entry) => kindOf(entry) !== 'byline' && kindOf(entry) !== 'caption') : 0;
}

/** Where in the stack text stands right below names, that is another head, -1 where none does. */
function belowNames(view: PageView, stack: readonly number[]): number {
  return stack.findIndex((entry, i) => i > 0 && view.roles[entry]?.kind === 'text' && view.roles[stack[i - 1] ?? -1]?.kind === 'byline');
}

/** “■市民来电”, “核心阅读”, “【案情】”, “——某地见闻”: below names the first subhead, or what else is of the same head. */
function isWithin(view: PageView, entry = -1): boolean {
  const text = view.text(entry);
  return ORNAMENT.test(text) || isBox(text) || PART.test(text) || isSubtitle(text);
}

/** How many headings may be those of a text above. */
function mostLate(view: PageView, stack: readonly number[], headings: readonly number[], lines: number): number {
  const block = belowNames(view, stack);
  const together = block === -1 ? headings.length : Math.max(MOST_LATE, headingsOf(view, stack.slice(0, block)).length);
  const next = headings[MOST_LATE] ?? -1;
  const isWhole = lines > MOST_LATE && (isSubtitle(view.text(next)) || view.roles[stack[stack.indexOf(next) + 1] ?? -1]?.kind === 'byline');
  return Math.min(view.layout.wrap !== null ? MOST_LATE_IN_COLUMN : isWhole ? MOST_LATE + 1 : MOST_LATE, together, headings.length);
}

/** ln of the odds that `headings` are those of the thread, whose text begins with the lines `first`. */
function lateOdds(view: PageView, thread: Thread, first: readonly number[], headings: readonly number[]): number {
  const match = view.cohesion.match(headings, first);
  if (isLoneMark(view, thread)) return 4;
  return match - (thread.untitled ? UNTITLED : 0) - (match <= 0 ? STRANGER : 0) - Math.max(0, headings.length - 2) * 0.5 + ((thread.signatures > 0 || thread.wire) && !thread.pictured ? 1.02 : -1);
}

/** Names without brackets may also close the text above, where a headline follows them. */
function signThenOpen(view: PageView, reading: Reading, line: number): Option[] {
  const { stack } = reading;
  const [current] = reading.threads;
  const cut = stack.findIndex((entry, i) => view.roles[entry]?.kind !== 'byline' && view.roles[entry]?.kind !== 'imprint' && !(i === 0 && isLoneName(view.text(entry)) && !isColumnName(view.text(entry))));
  if (cut < 1 || current === undefined || lastLine(current) < 0 || headingsOf(view, stack.slice(cut)).length === 0) return [];
  const odds = (isSigned(view, current) ? -4 : 0) + (view.edges[lastLine(current)]?.end === 'closed' ? 0 : -3);
  const act: Act = { kind: 'head', thread: current.id, lines: stack.slice(0, cut), reason: 'signs-text' };
  const next = push(withScore(reading, reading.score + odds, []), [act], withCurrent(reading.threads, signedThread(current)));
  return [openUnder(view, next, stack.slice(cut), line)];
}

/** The stack is the head of an article whose text comes further down; between them, a text that was left in mid-sentence goes on. */
function openLater(view: PageView, reading: Reading, line: number): Option[] {
  const headings = headingsOf(view, reading.stack);
  if (headings.length === 0) return [];
  const options: Option[] = [];
  for (const thread of reading.threads) {
    const last = lastLine(thread);
    if (last < 0 || view.edges[last]?.end !== 'cut') continue;
    const isCurrent = thread === reading.threads[0];
    const odds = fit(view, reading, thread, line) - (isCurrent ? 0 : 0.8);
    if (odds < (isCurrent ? LEAST_AROUND : LEAST_LATER)) continue;
    const headed = headOf(view, withScore(reading, reading.score, []), createThread(reading), reading.stack, -LATER, 'opens-under-headline');
    options.push(takeText(headed, thread, line, odds, 'resumes-in-mid-sentence'));
  }
  return options;
}

/** Two heads in a row: each has its reporters; the texts of both follow. */
function openTwo(view: PageView, reading: Reading, line: number): Option[] {
  const { stack } = reading;
  const cut = belowNames(view, stack);
  if (cut < 2 || isWithin(view, stack[cut]) || headingsOf(view, stack.slice(0, cut)).every((heading) => isColumnName(view.text(heading)))) return [];
  const [current] = reading.threads;
  const odds = oddsOfHead(view, current, stack, line) - costOfLeaving(view, current) - 0.5;
  const first = headOf(view, withScore(reading, reading.score, []), createThread(reading), stack.slice(0, cut), odds, 'opens-under-headline');
  const both = headOf(view, first, createThread(first), stack.slice(cut), 0, 'opens-under-headline');
  return both.threads.slice(0, 2).map((thread) => takeText(both, thread, line, fit(view, both, thread, line), 'opens-under-headline'));
}
