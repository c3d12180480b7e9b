import { link } from './chain.js';
import { withoutFromMark } from './continuation.js';
import { isContinuationMark } from './heading-odds.js';
import { isPartOfPiece } from './headline.js';
import { isItem } from './items.js';
import { PART } from './labels.js';
import { isWider, widthOf } from './marks.js';
import type { PageView } from './page-view.js';
import { lastLine, lastLines, type Thread } from './reading.js';
import { isTableUnder } from './table.js';

/** Wider headings are titles rather than subheads. */
export const WIDEST_SUBHEAD = 18;
const WIDEST_ORPHAN = 10;
const NAMED_BELOW = 4;
const OPENING = 16;
const PART_ALONE = 5;
/** “渡口时评” over a headline: no subhead of a report on the same. */
const COMMENT = /^\p{Script=Han}{0,6}(?:时评|微评|短评|快评|锐评|社评|论语|夜话|茶座)$/u;
const UNDER_COMMENT = 3;
/** A table under a heading is a piece of its own: 14 of 14 on our own pages. */
const OVER_TABLE = 8;
/** A text that is all there under names has more than the end of a sentence. */
const UNDER_NAMES = 2.5;
const NAMES_ABOVE = 2.5;
/** How much of what a first sentence and the page's habits say counts. */
export const LEAD = { headed: 0.65, names: 0.54, within: 0.47 };

/** Which of the waiting lines are headings. */
export function headingsOf(view: PageView, stack: readonly number[]): number[] {
  return stack.filter((line) => view.roles[line]?.kind === 'text');
}

/** ln of the odds that these lines are the head of an article rather than anything within one. */
export function oddsOfHead(view: PageView, current: Thread | undefined, stack: readonly number[], line: number): number {
  const headings = headingsOf(view, stack);
  const [first = line] = stack;
  let odds = -2.23;
  const signed = stack.some((entry) => view.roles[entry]?.kind === 'byline' || view.roles[entry]?.kind === 'imprint');
  if (signed) odds += 2.48;
  if (headings.length > 0 && standsUnder(view, first, line)) odds -= NAMES_ABOVE;
  // Names in brackets stand under a text, not over one.
  if (headings.length === 0 && isOrphan(view, line)) odds -= UNDER_NAMES;
  if (headings.length === 0) odds -= stack.every((entry) => /^[（(].*[）)]$/u.test(view.text(entry))) ? 6 : 2 - view.names.lead * LEAD.names;
  else {
    const widest = Math.max(...headings.map((entry) => widthOf(view.lines[entry]?.text ?? '')));
    odds += widest >= 8 ? 0.7 : -0.93;
    if (widest > WIDEST_SUBHEAD) odds += 1;
    if (headings.length >= 2) odds += 0.8 + (COMMENT.test(view.text(headings[0] ?? line)) ? UNDER_COMMENT : 0);
    odds += matchOf(view, headings, line);
    // A subhead goes with the text above as well.
    if (current !== undefined) odds -= Math.max(0, view.cohesion.match(headings, lastLines(current.text, 8)) + 1) * 0.72;
    if (!signed && headings.length === 1 && widest <= 12 && current !== undefined && current.signatures > 0) odds -= 1.5;
  }
  if (headings.length > 0 && isOrphan(view, line)) odds += 3.5;
  // Ornaments stand before pieces rather than within them.
  const opening = view.text(headings[0] ?? line);
  if (/^[▲■●△□]/u.test(opening) && !isPartOfPiece(opening)) odds += 4;
  // “【分歧】” is a part of what stands above.
  if (headings.length > 0 && headings.every((entry) => PART.test(view.text(entry)) || isPartOfPiece(view.text(entry)))) odds -= PART_ALONE;
  // “新桥公司：……” over “新桥公司（……）昨日公告”.
  if (headings.length > 0 && isNamedBelow(view.text(headings.at(-1) ?? -1), view.text(line))) odds += NAMED_BELOW;
  if (headings.length > 0 && isTableUnder(view, headings.at(-1) ?? -1, line)) odds += OVER_TABLE;
  // A list is a box within a text, or goes on with one.
  if (isItem(view.lines[line]?.text ?? '')) odds -= 3;
  const gap = view.lines[first]?.gap ?? 0;
  if (view.layout.blanksAreRare ? gap > view.layout.leading : gap > view.gap) odds += 2;
  else if (view.gapsTell) odds -= 1;
  // “（紧接第一版）” alone, over the headline printed again.
  if (current !== undefined && headings.length > 0 && isLoneMark(view, current)) odds -= 9;
  // The first lines of a page are its first head.
  if (current === undefined) return odds + 4.5;
  if (current.closed) odds += 1.5;
  const last = lastLine(current);
  if (current.text.length === 1 && isOrphan(view, last)) odds -= 4;
  return odds + rank(view, headings, current);
}

/** Who a brief is about begins its headline, before a colon, and its text. */
function isNamedBelow(heading: string, text: string): boolean {
  const name = /^(\p{Script=Han}{2,8})[：:]/u.exec(heading)?.[1];
  const opening = text.trimStart().slice(0, OPENING);
  return name !== undefined && opening.includes(name) && !opening.startsWith(`${name}：`) && !opening.startsWith(`${name}:`);
}

/** Where names stand below headlines, or the text has its own, those above a headline sign another text; “来源：某社” is never above one. */
function standsUnder(view: PageView, first: number, line: number): boolean {
  const kind = view.roles[first]?.kind;
  return kind === 'imprint' || (kind === 'byline' && (view.names.belowHeadline || view.named(line)));
}

/** So far the article has nothing but the mark that says where it comes from. */
export function isLoneMark(view: PageView, thread: Thread): boolean {
  return thread.text.length === 1 && thread.headings.length === 0 && isContinuationMark(view.text(lastLine(thread))) && withoutFromMark(view.text(lastLine(thread))) === '';
}

/** The end of a sentence from another page, alone under a headline printed again. */
export function isOrphan(view: PageView, line: number): boolean {
  const text = view.lines[line]?.text ?? '';
  return !isWider(text, WIDEST_ORPHAN) && /^[^，“：]+。$/u.test(text) && ((view.headings[line + 1] ?? 0) > 0 || view.edges[line + 1]?.opens === undefined || (view.edges[line + 1]?.opens ?? 0) > 0);
}

/** `oddsOfMatch` with the text from `line` on; all readings with these headings ask for it. */
function matchOf(view: PageView, headings: readonly number[], line: number): number {
  const known = headings.reduce(link, view.heads);
  if (known.asked !== line) {
    known.asked = line;
    known.odds = oddsOfMatch(view, headings, view.ahead(line));
  }
  return known.odds;
}

/** The whole headline must go with the text, and no line of it should be a stranger to both. */
function oddsOfMatch(view: PageView, headings: readonly number[], text: readonly number[]): number {
  let odds = view.cohesion.match(headings, text) * 0.73;
  if (headings.length < 2) return odds;
  for (const heading of headings) {
    const others = headings.filter((other) => other !== heading);
    odds += Math.min(0, view.cohesion.match([heading], [...text, ...others])) * 0.6;
  }
  return odds;
}

/** Markdown levels tell titles from subheads, where they are used at all; the title of a text without one may still come. */
function rank(view: PageView, headings: readonly number[], current: Thread): number {
  const own = highestLevel(view, headings);
  const title = current.headings.length > 0 ? highestLevel(view, current.headings) : view.topLevel;
  if (own === null || title === null) return own !== null ? 1 : 0;
  // “## ……” under “# ……”, whose subheads are “#### ……”: levels say what stands above what, and not how far.
  const isLower = own > title && own >= (current.sections || own);
  return isLower ? -3 : own >= view.lowLevel ? 0 : 3;
}

/** The level of the article's subheads (see `Thread`) with these as well. */
export function sectionsWith(view: PageView, headings: readonly number[], current: Thread): number {
  const own = highestLevel(view, headings);
  const title = highestLevel(view, current.headings);
  if (own === null || title === null || own <= title) return current.sections;
  return current.sections === 0 ? own : Math.min(current.sections, own);
}

function highestLevel(view: PageView, headings: readonly number[]): number | null {
  const levels = headings.map((line) => view.lines[line]?.level ?? 0).filter((level) => level > 0);
  return levels.length === 0 ? null : Math.min(...levels);
}
