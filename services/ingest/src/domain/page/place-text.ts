import type { Chain } from './chain.js';
import { MOST_AFFINITY } from './cohesion.js';
import { isForbidden, isZipped, openingOdds } from './columns.js';
import { isOrphan } from './head-odds.js';
import { ORNAMENT } from './marks.js';
import { clamp } from './match-odds.js';
import { takeText, type Option } from './option.js';
import type { PageView } from './page-view.js';
import { SIGNED_PICTURE, signsPicture } from './picture-story.js';
import { oddsOfSequence } from './sequence.js';
import { isNextOf, speaksIn, type Mark } from './series.js';
import { isNextRow } from './table.js';
import { closedThread, createThread, lastLine, type Reading, type Reason, type Thread } from './reading.js';

/** What it takes, as ln of odds, to believe in a change of article without a headline. */
const COST = {
  /** A text that was left in mid-sentence goes on further down. */
  resumeCut: 2.94,
  /** One that was left at the end of a sentence, where nothing is broken off here. */
  resume: 5.5,
  /** One that was left at the end of a sentence, where another is broken off here. */
  resumeBroken: 3.69,
  /** So much less where it is a long piece with subheads, into which a short one of an agency or of the paper is set. */
  feature: 2.73,
  /** A new article opens without a headline. */
  open: 3.38,
  /** The same on a page whose lines break where the column ends, one column after the other. */
  openInColumn: 4.2,
  /** The same where a text is broken off, on a page whose lines are paragraphs. */
  openBroken: 4.44,
  /** So much less where two texts have taken turns line by line so far. */
  zipped: 4.16,
  /** A text is left in mid-sentence. */
  leaveCut: 1.21,
};

/** How much of what a first sentence tells counts where nothing else says that an article opens. */
const LEAD = 0.43;
/** A picture set into a sentence is mostly of the same article, which goes on below it. */
const PICTURED = 1.54;
/**
 * How much of what a line has in common with another article speaks against going on with one. Against the text being read it says
 * little, or two articles of one subject would be better as one; short lines of a column need all evidence there is.
 */
const OTHERS_OF_CURRENT = 0.17;
const OTHERS_OF_REST = 0.5;
/** Lines of a column are short, and what one says of its subject the next says again. */
const OF_COLUMN = 0.75;
/** A headline is of the subject of its text as well, so that this is no sign that a line which looks like one is text. */
const LIKELY_HEADING = 1.5;
const MOST_OF_HEADING = 1;
/** Lines that a change of subject is looked for in, and how many an article has before it is looked for. */
const LATEST = 2;
const FEWEST_LINES = 5;
const NO_OTHERS: readonly Thread[] = [];
/** What the last line of a text says of the next, beside all of it: what one says of its subject the next says again. */
const LAST = { weight: 0.22, even: 0.5, most: 3 };
/** A headline whose text has just begun: what it says against leaving the text, and for coming back to it. */
const HEADLINE = { lines: 3, even: 1, most: 2, leave: 1, resume: 0.4 };
/** Lines of a comment until it is known what it says of its own, and ln of the odds that less speaks for one that shares only the subject of the text beside. */
const COMMENT = { lines: 8, less: 1 };
const UNDER_SUBHEAD = 0.5;
const LEAST_FITTING = -1;
/** ln of the odds that a blank line parts articles, where none parts paragraphs. */
const PARTED = 3.36;
/** ln of the odds that more blank room than between paragraphs parts articles, where headlines stand below such room. */
const APART = 1.5;
/** ln of the odds against a paragraph of a few words where they may end what was left in mid-sentence. */
const REST = 2;
/** ln of the odds that a text opens which a photographer signs. */
export const PICTURE_STORY = 8;
/** ln of the odds against a text of one line that says where it goes on: that is the end of another. */
const ENDS_ELSEWHERE = 4;
/** “会议指出，……”: what a text says further of a meeting. */
const OF_MEETING = /^(?:会议|全会|大会|座谈会|會議)(?:还|也|還)?(?:指出|强调|強調|要求|认为|認為|提出|明确|号召|决定|听取|审议|通报|传达)/u;
/** ln of the odds against a text that begins with who was there, or so, and against coming back to one for that. */
const ROLL_CALL = { open: 4, resume: 3 };
/** ln of the odds against a letter without a headline: it answers the one above. */
export const ANSWER = 3;
/** The same against a text right below whom a letter is to. */
const LETTER = 3;
/** ln of the odds that an ornament behind a text that is over begins another. */
const NEXT_BRIEF = 2;
/** ln of the odds against a text with names over it that ends with other names in brackets. */
const SIGNED_AGAIN = 4;
/** Options so far behind (ln of odds) never catch up. */
const HOPELESS = 7;
/** ln of the odds that the next row of a table goes on, whatever it is about. */
const NEXT_ROW = 2;
/** Without a word that the cut went through, a line fits no better. */
const MOST_FIT = 13;
/** ln of the odds against a new article that begins with the next of a series, or with who has spoken in another. */
const NEXT_OF_ANOTHER = 3;
/** ln of the odds against a text in which somebody speaks who has spoken in another and not in this. */
const SPOKE_ELSEWHERE = 1.5;

/** All that running text may be where no heading waits: the article goes on, another does, or a new one opens. */
export function placeText(view: PageView, reading: Reading, line: number): Option[] {
  const [current, ...others] = reading.threads;
  const options: Option[] = [];
  const pictured = view.roles[line - 1]?.kind === 'caption' ? reading.step?.before?.acts.find((act) => act.kind === 'caption')?.thread : undefined;
  const drift = oddsOfDrift(view, reading, line);
  const leaving = costOfLeaving(view, current);
  const isBroken = leaving > 0 || isStuck(view, current, line);
  const stays = HEADLINE.leave * oddsOfHeadline(view, current, line);
  const apart = view.layout.wrap === null && view.gapsTell && (view.lines[line]?.gap ?? 0) > view.gap ? APART : 0;
  const staying = apart + (leaving === 0 && isRest(view, others, line) ? REST : 0);
  const answers = view.salutes(line);
  let best = -Infinity;
  for (const thread of reading.threads) {
    const isCurrent = thread === current;
    const last = lastLine(thread);
    const cost = (isCurrent ? staying : costOfResuming(view, current, thread, line, leaving, isBroken, stays)) - (thread.id === pictured && last >= 0 && view.edges[last]?.end === 'cut' ? PICTURED : 0);
    // What is sure to be far behind is not worth the question.
    if (best - (MOST_FIT - cost) > HOPELESS) continue;
    const odds = fit(view, reading, thread, line, best - HOPELESS - drift + cost) + drift - cost;
    best = Math.max(best, odds);
    if (best - odds > HOPELESS) continue;
    const cut = last >= 0 && view.edges[last]?.end === 'cut';
    const reason: Reason = isCurrent ? (cut ? 'goes-on-in-mid-sentence' : 'goes-on') : cut ? 'resumes-in-mid-sentence' : 'resumes';
    options.push(takeText(reading, answers ? closedThread(thread, false) : thread, line, odds, reason));
  }
  if (current === undefined || best < HOPELESS + 1 - costOfOpening(view) || leaving > 0 || view.wire(line) || view.marked(line) || view.parted(line) || current.closed || opensPictureStory(view, line)) options.push(openWithout(view, reading, line));
  return options;
}

/** A few words that end a sentence, where another text was left in the middle of one. */
function isRest(view: PageView, others: readonly Thread[], line: number): boolean {
  return view.layout.wrap === null && isOrphan(view, line) && others.some((other) => view.edges[lastLine(other)]?.end === 'cut');
}

/** How well `line` goes on with `thread`, or anything below `least`. */
export function fit(view: PageView, reading: Reading, thread: Thread, line: number, least = -Infinity): number {
  const last = lastLine(thread);
  const opens = view.edges[line]?.opens ?? 0;
  if (last < 0) return Math.max(-3, Math.min(0.65, opens)) * 0.42 + view.cohesion.match(thread.headings, [line]) * 0.43 + oddsOfOpening(view, line) * 0.8 + view.lead(line) * LEAD;
  const closed = thread.closed && !view.salutes(line) ? 3.84 : 0;
  const parted = view.parted(line) && view.edges[last]?.end === 'closed' ? PARTED / 2 : 0;
  const signed = thread.signatures > 0 && view.reported(line) ? SIGNED_AGAIN : 0;
  // In an interview the next speaks, also where the answer lost its end.
  const junction = speaksIn(thread, view.mark(last)) && speaksIn(thread, view.mark(line)) ? Math.max(0, view.junction(last, line)) : view.junction(last, line);
  const most = (view.headings[line] ?? 0) > LIKELY_HEADING ? MOST_OF_HEADING : MOST_AFFINITY * weightOfAffinity(view);
  const series = oddsOfSequence(view, thread.marks, last, line) - costOfSpeaker(view, reading, thread, line);
  const opening = 2.16 * oddsOfOpening(view, line);
  // What the words are about costs most to find out.
  if (junction + series + (most + LAST.weight * LAST.most) - closed - parted - signed - opening < least) return -Infinity;
  const told = isNextRow(view, last, line) ? NEXT_ROW : Math.min(most, affinityOf(view, reading, thread, line)) + LAST.weight * clamp(view.nearness(last, line) + LAST.even, -LAST.most, LAST.most);
  return junction + series + told - closed - parted - signed - opening;
}

/** What speaks against `thread` where who speaks in `line` has spoken in another, and not in it. */
export function costOfSpeaker(view: PageView, reading: Reading, thread: Thread, line: number): number {
  const mark = view.mark(line);
  return mark?.number === null && !speaksIn(thread, mark) && reading.threads.some((other) => speaksIn(other, mark)) ? SPOKE_ELSEWHERE : 0;
}

export function affinityOf(view: PageView, reading: Reading, thread: Thread, line: number): number {
  const isCurrent = thread.id === reading.threads[0]?.id;
  const share = isCurrent && view.layout.wrap === null ? OTHERS_OF_CURRENT : OTHERS_OF_REST;
  const own = view.cohesion.affinity(line, thread.subject, reading.threads, share);
  // A comment on the report above is of its subject, of which the report says more: that is no sign that the report goes on.
  const beside = thread.beside === null || thread.text.length > COMMENT.lines ? -Infinity : view.cohesion.affinity(line, thread.beside, NO_OTHERS, 0) - COMMENT.less;
  return Math.max(own, beside) * weightOfAffinity(view);
}

function weightOfAffinity(view: PageView): number {
  return view.layout.wrap === null ? 1 : OF_COLUMN;
}

/**
 * ln of the odds, 0 or below, against another paragraph of any article known so far: where the line goes well with the last lines of
 * the text being read and not with what stands above those, a new subject began with them.
 */
export function oddsOfDrift(view: PageView, reading: Reading, line: number): number {
  const [current] = reading.threads;
  if (current === undefined || view.layout.wrap !== null || current.subject.length < FEWEST_LINES) return 0;
  if (current.sections > 0 || view.edges[lastLine(current)]?.end === 'cut') return 0;
  const whole = view.cohesion.affinity(line, current.subject, NO_OTHERS, 0);
  // Where nothing fits, nothing fits less.
  if (whole < LEAST_FITTING) return 0;
  const drift = Math.min(0, view.cohesion.affinity(line, withoutLast(current.subject), NO_OTHERS, 0) - whole);
  return current.subheads > 0 ? drift * UNDER_SUBHEAD : drift;
}

/** The article before the last lines: what they began, if they are another's, must not speak for the lines that go on with them. */
function withoutLast(subject: Chain): Chain {
  let chain = subject;
  for (let i = 0; i < LATEST; i += 1) chain = chain.before ?? chain;
  return chain;
}

/** Signs on the line itself that an article begins here. */
export function oddsOfOpening(view: PageView, line: number): number {
  let odds = 0;
  if (view.wire(line)) odds += 3.5;
  if (view.marked(line)) odds += 4;
  odds += view.brief(line);
  return odds;
}

export function costOfLeaving(view: PageView, current: Thread | undefined): number {
  const last = current === undefined ? -1 : lastLine(current);
  return last >= 0 && view.edges[last]?.end === 'cut' ? COST.leaveCut : 0;
}

function costOfResuming(view: PageView, current: Thread | undefined, thread: Thread, line: number, leaving: number, isBroken: boolean, stays: number): number {
  const last = lastLine(thread);
  const cut = last >= 0 && view.edges[last]?.end === 'cut';
  // What leaving it cost is given back.
  const closed = isBroken ? COST.resumeBroken : COST.resume - (thread.subheads > 0 && current?.wire === true ? COST.feature : 0);
  const again = cut ? COST.resumeCut - COST.leaveCut : last < 0 ? 1 : closed;
  // An article of one line is left for another when that line says so.
  const early = current !== undefined && current.headings.length > 0 && current.text.length <= 1 ? 0.46 : 0;
  const zipped = current !== undefined && isZipped(thread.text, current.text, line) ? COST.zipped : 0;
  const headline = stays - HEADLINE.resume * oddsOfHeadline(view, thread, line);
  return again + early + leaving - zipped + headline + (view.edges[line]?.rollCall === true ? ROLL_CALL.resume : 0);
}

/** ln of the odds, 0 or above, that the headline which the text has just begun under stands over `line` as well. */
function oddsOfHeadline(view: PageView, thread: Thread | undefined, line: number): number {
  if (thread === undefined || thread.headings.length === 0 || thread.text.length > HEADLINE.lines) return 0;
  return clamp(view.cohesion.match(thread.headings, [line]) + HEADLINE.even, 0, HEADLINE.most);
}

/** The form of the column says that `line` is no part of the current text. */
function isStuck(view: PageView, current: Thread | undefined, line: number): boolean {
  const above = current === undefined ? undefined : view.lines[lastLine(current)];
  const below = view.lines[line];
  const end = current === undefined ? undefined : view.edges[lastLine(current)]?.end;
  return above !== undefined && below !== undefined && end !== undefined && isForbidden(view.layout, above, below, end);
}

function costOfOpening({ layout, zipped }: PageView): number {
  return layout.wrap === null || zipped ? COST.open : COST.openInColumn;
}

export function openWithout(view: PageView, reading: Reading, line: number): Option {
  const [current] = reading.threads;
  const thread = createThread(reading, view.wire(line), view.titled(line));
  const opens = view.edges[line]?.opens ?? 0;
  const isFirst = current === undefined;
  const broken = costOfLeaving(view, current) > 0 && view.layout.wrap === null;
  let odds = isFirst ? 0 : -(broken ? COST.openBroken : costOfOpening(view)) - costOfLeaving(view, current);
  odds += Math.max(-2, Math.min(0.65, opens)) * 0.75 + oddsOfOpening(view, line);
  if (current?.closed === true) odds += 1.5 + (ORNAMENT.test(view.text(line)) ? NEXT_BRIEF : 0);
  odds += oddsOfForm(view, line) + view.lead(line) * LEAD;
  if (opensPictureStory(view, line)) odds += PICTURE_STORY;
  if (view.endsElsewhere(line)) odds -= ENDS_ELSEWHERE;
  if (view.edges[line]?.rollCall === true || OF_MEETING.test(view.text(line))) odds -= ROLL_CALL.open;
  if (view.salutes(line)) odds -= ANSWER;
  // “编辑同志：” opens the letter below it.
  if (view.salutes(line - 1)) odds -= LETTER;
  if (isNextOfAny(reading, view.mark(line))) odds -= NEXT_OF_ANOTHER;
  if (view.gapsTell && (view.lines[line]?.gap ?? 0) > view.gap) odds += 1;
  if (view.parted(line)) odds += PARTED;
  const reason: Reason = view.marked(line) ? 'opens-with-continuation-mark' : thread.wire ? 'opens-with-dateline' : 'opens-with-new-subject';
  return takeText(reading, thread, line, odds, reason);
}

function isNextOfAny({ threads }: Reading, mark: Mark | null): boolean {
  return mark !== null && threads.some((thread) => isNextOf(thread, mark));
}

/** What the indent says about a text that begins with this line. */
export function oddsOfForm(view: PageView, line: number): number {
  const printed = view.lines[line];
  return printed === undefined || view.wire(line) ? 0 : openingOdds(view.layout, printed);
}

/** Words that open with a day or in blank room, with “甲 摄影报道” at their end or right below. */
export function opensPictureStory(view: PageView, line: number): boolean {
  const role = view.roles[line + 1];
  const isDated = view.edges[line]?.dated === true;
  if ((view.lines[line]?.gap ?? 0) <= view.gap && !isDated) return false;
  if (isDated && SIGNED_PICTURE.test(view.text(line))) return true;
  if (isDated && role?.kind === 'byline' && signsPicture(view.text(line + 1))) return true;
  for (let i = line + 1; i < line + 6; i += 1) {
    const below = view.roles[i];
    if (below?.kind === 'byline') return signsPicture(view.text(i));
    if ((below?.kind !== 'text' && below?.kind !== 'caption') || (view.lines[i]?.gap ?? 0) > Math.min(view.gap, isDated ? 0 : view.gap)) return false;
  }
  return false;
}
