import type { ReadCaption } from './caption.js';
import { captionOdds, OVER_CREDIT } from './caption-odds.js';
import { isSubtitle } from './headline.js';
import { follow, made, madeLater, takeText, type Option } from './option.js';
import { isWider } from './marks.js';
import type { PageView } from './page-view.js';
import { signsPicture } from './picture-story.js';
import { captionedThread, isHeadOfStory, isOfThread } from './place-caption.js';
import { headWithout, placeLastStack, placeStack } from './place-stack.js';
import { openWithout, opensPictureStory, placeText } from './place-text.js';
import { areAlike, closedThread, copyThread, lastLine, signedThread, signOf, startReading, withCurrent, withScore, withThreads, type Act, type Reading, type Reason, type Step, type Thread } from './reading.js';

/** Readings followed side by side at most, and how far (ln of odds) the worst may be behind the best. Headings that wait for their text have yet to be of use. */
interface Breadth {
  most: number;
  worst: number;
  waiting: number;
}

const BREADTH = {
  paragraphs: { most: 10, worst: 7, waiting: 10 },
  /** Lines of columns say little each, so that more is kept in mind until enough of them are read. */
  columns: { most: 24, worst: 10, waiting: 10 },
  /** What is longer than a page. */
  long: { most: 3, worst: 8, waiting: 8 },
  last: { most: 1, worst: 0, waiting: 0 },
} as const satisfies Record<string, Breadth>;
const PAGE = 1000;
/** Heads of articles are shorter. */
const MOST_WAITING = 16;
/** Drawn across the page: it parts articles, as a dash or a dot does not. */
const LONG_RULE = /^[-=_*~─━]{3,}$/u;
/** A head whose text never came. */
const HEAD_ALONE = 3.94;
const SIGNED_TWICE = 2.5;
/** Lines between a text and the note on its writer. */
const MOST_ABOVE_NOTE = 2;
const WIDEST_SIGNATURE = 10;
/** What a text was taken from stands below it rather than under its headline. */
const HEAD_SIGNED_OFF = 3;
/** Beyond these odds a line is a heading, or running text, without a doubt. */
const SURE_HEADING = 2.92;
const SURE_TEXT = -5.4;

/** The likeliest way to read the page: from top to bottom, with the other ways kept in mind until the text decides. */
export function readPage(view: PageView): Step | null {
  const breadth = view.lines.length > PAGE ? BREADTH.long : view.layout.wrap === null ? BREADTH.paragraphs : BREADTH.columns;
  let readings: Reading[] = [startReading()];
  for (let line = 0; line < view.lines.length; line += 1) {
    view.cohesion.note(line);
    const options: Option[] = [];
    for (const reading of readings) options.push(...readLine(view, fresh(reading), line));
    readings = best(view, options, breadth);
  }
  const last = readings.flatMap((reading) => placeLastStack(view, fresh(reading))).map((reading) => withScore(reading, reading.score - HEAD_ALONE * reading.threads.filter((thread) => lastLine(thread) < 0).length));
  return best(view, last.map(made), BREADTH.last)[0]?.step ?? null;
}

/** Acts of the next line begin a step of their own. */
function fresh(reading: Reading): Reading {
  const { score, threads, stack, root, nextId, step } = reading;
  return { score, threads, stack, root, nextId, step: { before: step, acts: [], reason: 'frame', margin: 0 } };
}

function readLine(view: PageView, reading: Reading, line: number): Option[] {
  const role = view.roles[line];
  switch (role?.kind) {
    case undefined:
    case 'furniture':
      return [made(takeFrame(view, reading, line))];
    case 'imprint':
      return [made(wait(view, reading, line))];
    case 'byline':
      return [made(takeByline(view, reading, line, role.dateline !== null))];
    case 'sign-off':
      return [made(takeSignOff(view, reading, line))];
    case 'caption':
      if (opensPictureStory(view, line)) return withMargins([openWithout(view, reading, line)]);
      return [made(takeCaption(view, reading, line))];
    case 'text':
      return readText(view, reading, line);
  }
}

/** ln of the odds against a subtitle by itself. */
const BARE_SUBTITLE = 4;

function readText(view: PageView, reading: Reading, line: number): Option[] {
  const odds = view.headings[line] ?? SURE_TEXT;
  const result: Option[] = [];
  if (odds > SURE_TEXT) result.push(made(wait(view, withScore(reading, reading.score + Math.min(4, odds) / 2 - costOfBareSubtitle(view, reading, line)), line)));
  const caption = captionOdds(view, reading, line);
  if (odds >= SURE_HEADING && caption < OVER_CREDIT) return result;
  const even = withScore(reading, reading.score - Math.max(-4, odds) / 2);
  const [current] = reading.threads;
  // “（下转第三版）” on a line of its own ends what it stands under.
  if (current !== undefined && lastLine(current) >= 0 && reading.stack.length === 0 && view.toMark(line)) {
    return withMargins([takeText(even, closedThread(current), line, 0, 'goes-on')]);
  }
  const options = reading.stack.length > 0 ? placeStack(view, even, line) : placeText(view, even, line);
  result.push(...withMargins(options));
  if (caption > -3) result.push(underPicture(view, even, line, even.score + caption));
  return result;
}

function underPicture(view: PageView, reading: Reading, line: number, score: number): Option {
  return madeLater(reading, score, () => act(withScore(reading, score), { kind: 'caption', thread: captionedThread(view, reading, line)?.id ?? -1, line }, 'under-picture'));
}

/** Over “——船工转岗见闻” stands a title, not the text of the article above. */
function costOfBareSubtitle(view: PageView, { stack }: Reading, line: number): number {
  return stack.length === 0 && isSubtitle(view.text(line)) && (view.headings[line - 1] ?? 0) > 0 ? BARE_SUBTITLE : 0;
}

function withMargins(options: Option[]): Option[] {
  let first = -Infinity;
  let second = -Infinity;
  for (const { score } of options) {
    second = Math.max(second, Math.min(first, score));
    first = Math.max(first, score);
  }
  if (options.length < 2) second = first - 8;
  for (const option of options) option.margin = option.score === first ? first - second : option.score - first;
  return options;
}

/** Headings and names wait for the text they belong to; a long row of them is something by itself. */
function wait(view: PageView, reading: Reading, line: number): Reading {
  if (reading.stack.length < MOST_WAITING) return withScore(reading, reading.score, reading.stack.concat(line));
  const alone = headWithout(view, reading);
  return withScore(alone, alone.score, [line]);
}

function takeFrame(view: PageView, reading: Reading, line: number): Reading {
  const role = view.roles[line];
  const [current] = reading.threads;
  if (role?.kind !== 'furniture' || (role.furniture.role === 'rule' && !LONG_RULE.test(view.text(line)))) return reading;
  if (role.furniture.role === 'date' && reading.stack.length > 0) return wait(view, reading, line);
  if (current === undefined) return reading;
  const last = lastLine(current);
  if (reading.stack.length > 0 || last < 0 || view.edges[last]?.end === 'cut') return reading;
  return withThreads(reading, withCurrent(reading.threads, closedThread(current)));
}

/** Names in brackets after a text sign it; others wait for the text they stand over. */
function takeByline(view: PageView, reading: Reading, line: number, hasDateline: boolean): Reading {
  const [current] = reading.threads;
  const text = view.text(line);
  const isFoot = (/^[（(]作者|[）)]$/u.test(text) || isFootRole(view, line)) && !hasDateline;
  // Set close to the one paragraph of a piece, a photographer's name signs that, also under a headline.
  const isClose = current?.text.length === 1 && lastLine(current) === line - 1 && view.gap > 0 && view.lines[line]?.gap === 0;
  const isPictureStory = signsPicture(text) && current?.signatures === 0 && (current.headings.length === 0 || isClose);
  const stands = reading.stack.length === 0 && current !== undefined && lastLine(current) >= 0;
  // “（作者系……）” under the writer's name and the day.
  const isNote = current !== undefined && lastLine(current) >= 0 && /^[（(]作者/u.test(text) && reading.stack.length <= MOST_ABOVE_NOTE && reading.stack.every((above) => !isWider(view.text(above), WIDEST_SIGNATURE));
  if (isNote && reading.stack.length > 0) {
    const above = reading.stack.filter((entry) => view.roles[entry]?.kind === 'text');
    const letter = above.reduce((read, entry) => act(read, { kind: 'text', thread: current.id, line: entry }, 'goes-on'), reading);
    return signWith(letter, current, [...reading.stack.filter((entry) => !above.includes(entry)), line]);
  }
  if (!stands || !(isFoot || isPictureStory)) return wait(view, reading, line);
  const story = copyThread(current);
  story.pictured = isPictureStory;
  return signWith(reading, story, [line]);
}

function signWith(reading: Reading, current: Thread, lines: readonly number[]): Reading {
  // One article is signed once.
  const score = reading.score - (current.signatures > 0 ? SIGNED_TWICE : 0);
  const next = withThreads(withScore(reading, score, []), withCurrent(reading.threads, signedThread(current)));
  return act(next, { kind: 'head', thread: current.id, lines, reason: 'signs-text' }, 'signs-text');
}

function isFootRole({ roles }: PageView, line: number): boolean {
  const role = roles[line];
  return role?.kind === 'byline' && role.foot === true;
}

function takeSignOff(view: PageView, reading: Reading, line: number): Reading {
  const [current] = reading.threads;
  if (current === undefined || reading.stack.length > 0) return wait(view, withScore(reading, reading.score - HEAD_SIGNED_OFF), line);
  const next = withThreads(reading, withCurrent(reading.threads, closedThread(current)));
  return act(next, { kind: 'sign-off', thread: current.id, line }, 'signs-text');
}

function takeCaption(view: PageView, reading: Reading, line: number): Reading {
  const role = view.roles[line];
  const [current] = reading.threads;
  // “6月17日，……。苏眉 摄”: so long, and with a day of its own, it stands for itself wherever it is printed.
  const standsApart = (caption: ReadCaption): boolean => (view.lines[line]?.gap ?? 0) > Math.max(1, view.gap) || (view.edges[line]?.dated === true && caption.credit !== null);
  const isStory = role?.kind === 'caption' && role.caption.story && standsApart(role.caption);
  if (isStory) {
    const head: Act = { kind: 'head', thread: reading.nextId, lines: reading.stack, reason: 'opens-under-headline' };
    const headed = isHeadOfStory(view, reading, line) ? act(withScore(reading, reading.score, []), head, 'opens-under-headline') : reading;
    const next = act(headed, { kind: 'story', thread: reading.nextId, line }, 'under-picture');
    next.nextId += 1;
    return next;
  }
  const thread = captionedThread(view, reading, line);
  if (thread === undefined || current === undefined) return wait(view, reading, line);
  if (reading.stack.length > 0 && !isOfThread(view, reading, thread, line)) return wait(view, reading, line);
  return act(reading, { kind: 'caption', thread: thread.id, line }, 'under-picture');
}

function act(reading: Reading, done: Act, reason: Reason): Reading {
  const acts = [...(reading.step?.acts ?? []), done];
  const { score, threads, stack, root, nextId, step } = reading;
  return { score, threads, stack, root, nextId, step: { before: step?.before ?? null, acts, reason, margin: step?.margin ?? 0 } };
}

/** The best readings, of those alike in all that matters only one. */
function best(view: PageView, options: Option[], { most, worst, waiting }: Breadth): Reading[] {
  const top = options.reduce((highest, { score }) => Math.max(highest, score), -Infinity);
  const kept: Reading[] = [];
  const signs: number[] = [];
  for (const option of sorted(options.filter((one) => one.score >= top - (isWaiting(one) ? waiting : worst)))) {
    if (kept.length === most) break;
    const reading = follow(view, option);
    const sign = signOf(reading);
    if (hasAlike(kept, signs, reading, sign)) continue;
    kept.push(reading);
    signs.push(sign);
  }
  return kept;
}

function hasAlike(kept: readonly Reading[], signs: readonly number[], reading: Reading, sign: number): boolean {
  return signs.includes(sign) && kept.some((better, i) => signs[i] === sign && areAlike(better, reading));
}

function isWaiting({ thread, reading }: Option): boolean {
  return thread === null && reading.stack.length > 0;
}

/** The best first, equals in their order. Few, so that this is quicker than the sort of the language. */
function sorted(options: Option[]): Option[] {
  options.forEach((option, i) => {
    let at = i;
    for (let before = options[at - 1]; before !== undefined && before.score < option.score; before = options[at - 1]) {
      options[at] = before;
      at -= 1;
    }
    options[at] = option;
  });
  return options;
}
