import type { Repair, TextRun } from '@wenliu/contracts';
import type { ReadCaption } from './caption.js';
import type { BodyLine } from './group.js';
import { isContinuationMark } from './heading-odds.js';
import type { TitlesOnTwo } from './headline.js';
import { junctionOdds, repeatedAt, type Edges } from './junction.js';
import { extentOf, wrapAt, type Layout } from './layout.js';
import { endsClause, endsSentence, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import { applyEdits, concat, EMPTY, printedAt, repairOf, runsOf, unprinted, type PrintedText } from './printed-text.js';
import { editsOfBlanks, editsOfForm, editsOfMarks } from './repair-form.js';
import { editOfEnd, editOfHeading, endsSpeech, editOfQuotationEnd, editsOfQuotations } from './repair-sentences.js';
import { editsOfWords, type Surroundings } from './repair-words.js';
import { readMark } from './series.js';
import { isLikelyName, isWord } from './surnames.js';

export interface Text {
  paragraphs: string[];
  map: TextRun[];
  repairs: Repair[];
  suggestions: Repair[];
}

/** How the page's text is to be put together. */
export interface Typesetting {
  layout: Layout;
  titles: TitlesOnTwo;
  /** Blanks stand about numbers and inside words all over the page. */
  dropSpaces: boolean;
  /** Lines here lose their ends, so that one that breaks off is no sign that the next goes on with it. */
  losesEnds: boolean;
  /** The numbers of lines that are rows of a table or entries of a list: each by itself, and without a full stop. */
  rows: ReadonlySet<number>;
  /** The text of the page, or as much of it as is looked through for a word that is printed again. */
  printed: string;
  /** How a line begins and ends. */
  edgesOf: (text: string) => Edges;
}

/** So much of a page is looked through; the text of hardly any is longer. */
const LONGEST_LOOKED_THROUGH = 50_000;
/** Shorter lines without an end are lines of a list or a verse, each by itself. */
const SHORTEST_CUT = 10;
const LONGEST_PARAGRAPH = 10_000;
/** What is left of a column's last row. */
const SHORTEST_LEFT = 4;
const LONGEST_LEFT = 12;
const FARTHEST_LEFT = 30;
/** In brackets that open with who reports: the last name before a break, and the first behind it. */
const LONGEST_NAMES = 40;
const NAMES_OPEN = /[（(](?:记|記|通|通讯|通訊|[^（()）。]{0,8}(?:记者|記者|通讯员|通訊員|实习生)[^（()）。]*)$/u;
const NAMES_BEFORE = /[（(](?:[^（()）]{0,8})(?:记者|記者|通讯员|通訊員|实习生)(?:[\s\u3000]?\p{Script=Han}{2,4})*?[\s\u3000]?(\p{Script=Han}{2,3})$/u;
const NAME_BEHIND = /^(\p{Script=Han}{2,3})(?=[\s\u3000、）)])/u;
/** ln of the odds from which on two lines are one sentence; the second where lines lose their ends. */
const JOINED = -2.3;
const SURELY_JOINED = -0.1;

/** The running text of an article: broken lines joined, damage mended, every character with the place it is printed at. */
export function joinText(body: readonly BodyLine[], setting: Typesetting, misread: number): Text {
  const repairs: Repair[] = [];
  const suggestions: Repair[] = [];
  const blocks = blocksOf(body, setting, repairs);
  const mended = blocks.map(({ text, heading, broken }, i) => {
    const paragraph = mend(text, { text: setting.printed, misread: misread + countMisread(repairs) }, repairs, suggestions);
    const end = heading ? editOfHeading(paragraph.text) : broken ? editOfEnd(paragraph.text) : null;
    const ended = end === null ? paragraph : applyEdits(paragraph, [end], repairs);
    const close = heading ? null : editOfQuotationEnd(ended.text, blocks[i + 1]?.text.text ?? '');
    return close === null ? ended : applyEdits(ended, [close], repairs);
  });
  const map: TextRun[] = [];
  let offset = 0;
  for (const paragraph of mended) {
    runsOf(paragraph, offset, map);
    offset += paragraph.text.length + 1;
  }
  return { paragraphs: mended.map((paragraph) => paragraph.text), map, repairs: summed(repairs), suggestions };
}

/** A headline, mended as text is. */
export function mendLine(line: PageLine, setting: Typesetting, repairs: Repair[], misread: number): string {
  const heading = mend(cleanHeading(line, repairs), { text: setting.printed, misread: misread + countMisread(repairs) }, repairs, []);
  const end = editOfHeading(heading.text);
  return (end === null ? heading : applyEdits(heading, [end], repairs)).text;
}

/** The words under a picture, which stand in one of these lines, mended as text is; not the photographer's name behind them. */
export function mendCaption({ text, credit }: ReadCaption, lines: readonly PageLine[], setting: Typesetting, repairs: Repair[], misread: number): string {
  const line = lines.find((printed) => printed.text.includes(text));
  if (line === undefined) return text;
  const words = (credit !== null && text.endsWith(credit) ? text.slice(0, -credit.length) : text).trimEnd();
  const printed = cleanLine({ ...line, text: words, start: line.start + line.text.indexOf(text) }, setting, repairs);
  return mend(printed, { text: setting.printed, misread: misread + countMisread(repairs) }, repairs, []).text + text.slice(words.length);
}

/** The text of a page, as `Typesetting` has it. */
export function printedText(lines: readonly PageLine[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const { text } of lines) {
    texts.push(text);
    length += text.length + 1;
    if (length > LONGEST_LOOKED_THROUGH) break;
  }
  return texts.join('\n');
}

export function countMisread(repairs: readonly Repair[]): number {
  return repairs.filter(({ reason }) => reason === 'misread').length;
}

function mend(text: PrintedText, surroundings: Surroundings, repairs: Repair[], suggestions: Repair[]): PrintedText {
  const formed = applyEdits(text, editsOfForm(text.text), repairs);
  const quoted = applyEdits(formed, editsOfQuotations(formed.text), repairs);
  // No newspaper prints such a paragraph: words say nothing there, and each costs a look-up.
  if (quoted.text.length > LONGEST_PARAGRAPH) return quoted;
  const words = editsOfWords(quoted.text, surroundings);
  suggestions.push(...words.suggestions.map((edit) => repairOf(quoted, edit)));
  return applyEdits(quoted, words.edits, repairs);
}

interface Block {
  text: PrintedText;
  heading: boolean;
  /** Breaks off, and another paragraph follows, or nothing where lines lose their ends. */
  broken: boolean;
}

function blocksOf(body: readonly BodyLine[], setting: Typesetting, repairs: Repair[]): Block[] {
  const blocks: Block[] = [];
  let parts: PrintedText[] = [];
  body.forEach((entry, i) => {
    const before = body[i - 1];
    const joined = before !== undefined && isJoined(before, entry, setting);
    const isWithin = joined && NAMES_OPEN.test(before.line.text.slice(-LONGEST_NAMES));
    let line = entry.heading ? cleanHeading(entry.line, repairs) : cleanLine(entry.line, setting, repairs, isWithin);
    if (joined) {
      if (needsSpace(before.line.text, entry.line.text)) parts.push(unprinted(' '));
      const again = repeatedAt(before.line.text, entry.line.text);
      if (again > 0) line = applyEdits(line, [{ start: 0, end: again, text: '', reason: 'doubled', confidence: 0.95 }], repairs);
    } else if (before !== undefined) {
      blocks.push({ text: concat(parts), heading: before.heading, broken: !entry.heading && !endsClause(before.line.text) && !setting.rows.has(before.line.number) });
      parts = [];
    }
    parts.push(isLeftOver(body, i) ? applyEdits(line, [{ start: 0, end: line.text.length, text: '', reason: 'doubled', confidence: 0.9 }], repairs) : line);
  });
  const last = body.at(-1);
  if (last !== undefined) blocks.push({ text: parts.length === 0 ? EMPTY : concat(parts), heading: last.heading, broken: !last.heading && (setting.losesEnds || endsSpeech(last.line.text)) && !endsClause(last.line.text) && !setting.rows.has(last.line.number) });
  return blocks.filter(({ text }) => text.text !== '');
}

/** “木箱里。” by itself, where a paragraph further up ends so: the last row of a column, printed again below what stood beside it. */
function isLeftOver(body: readonly BodyLine[], i: number): boolean {
  const text = body[i]?.line.text ?? '';
  if (text.length < SHORTEST_LEFT || text.length > LONGEST_LEFT || !endsSentence(text)) return false;
  return body.slice(Math.max(0, i - FARTHEST_LEFT), i).some(({ line, heading }) => !heading && line.text.length > 2 * LONGEST_LEFT && line.text.endsWith(text));
}

/** Blanks part the phrases of a headline, and stay. */
function cleanHeading(line: PageLine, repairs: Repair[]): PrintedText {
  const text = withCommonBlanks(line, repairs);
  return applyEdits(text, editsOfMarks(text.text, false).filter((edit) => edit.reason === 'markup'), repairs);
}

/** The line without Markdown's `**` and without stray blanks. */
function cleanLine(line: PageLine, { dropSpaces }: Typesetting, repairs: Repair[], isWithin = false): PrintedText {
  const text = withCommonBlanks(line, repairs);
  return applyEdits(text, editsOfMarks(text.text, dropSpaces, isWithin), repairs);
}

function withCommonBlanks(line: PageLine, repairs: Repair[]): PrintedText {
  return applyEdits(printedAt(line.text, line.number, line.start + 1), editsOfBlanks(line.text), repairs);
}

/** Whether `next` goes on with the paragraph that `before` ends. */
function isJoined(before: BodyLine, next: BodyLine, { layout, losesEnds, rows, edgesOf }: Typesetting): boolean {
  if (before.heading || next.heading || rows.has(before.line.number) || isOpening(next.line, layout)) return false;
  const text = before.line.text;
  if (layout.wrap === null) {
    if (!isBroken(text) || (isTurn(text) && isTurn(next.line.text))) return false;
    return junctionOdds(edgesOf(text), edgesOf(next.line.text)) > (losesEnds && !/[，,、]$/u.test(text) ? SURELY_JOINED : JOINED);
  }
  if (!endsSentence(text)) return true;
  const adjacent = next.line.number === before.line.number + 1 + layout.leading;
  return adjacent && extentOf(before.line) >= wrapAt(layout, before.line) * 0.85;
}

/** “林见川：……”: what somebody says in an interview. */
function isTurn(text: string): boolean {
  return readMark(text)?.number === null;
}

/** A line of running text that ends in mid-sentence. */
export function isBroken(text: string): boolean {
  return !endsClause(text) && widthOf(text) >= SHORTEST_CUT;
}

/**
 * ln of the odds that lines of a page lose their ends, by a broken line and the next. Counted in 4,200 such pairs of 900 pages: two of three that
 * a column's end cut show it by the word that it went through, and next to none whose end is lost; of a page that loses ends, half are.
 */
export function oddsOfLostEnds(before: Edges, next: Edges): number {
  const odds = junctionOdds(before, next);
  if (odds > 0.3) return -0.67;
  return odds > -0.6 ? 0.33 : odds > JOINED ? 0.87 : 2;
}

function isOpening(line: PageLine, layout: Layout): boolean {
  return (line.indented && layout.indents) || /^(?:[-*+•][\s\u3000]|[◆◇▶►●◎★——])/u.test(line.text) || isContinuationMark(line.text);
}

function needsSpace(before: string, next: string): boolean {
  return (/[A-Za-z,;:.]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(next)) || partsNames(before, next);
}

/** “（记者 苏眉” over “费扬）”: the column broke the list where a blank parts two names. */
function partsNames(before: string, next: string): boolean {
  const last = NAMES_BEFORE.exec(before.slice(-LONGEST_NAMES))?.[1];
  const first = NAME_BEHIND.exec(next.slice(0, LONGEST_NAMES))?.[1];
  return last !== undefined && first !== undefined && isLikelyName(last) && isLikelyName(first) && !isWord(first);
}

/** Changes of form are noted once a line and reason. */
function summed(repairs: readonly Repair[]): Repair[] {
  const notes = new Map<string, Repair>();
  for (const repair of repairs) {
    const isForm = ['markup', 'stray-space', 'width', 'quotation-marks'].includes(repair.reason);
    const key = isForm ? `${repair.reason} ${repair.line}` : `${notes.size}`;
    const known = notes.get(key);
    if (known === undefined) notes.set(key, repair);
    else known.count += 1;
  }
  return [...notes.values()];
}
