import { SPEAKS_ON } from './caption.js';
import { isOrphan } from './head-odds.js';
import { isWider } from './marks.js';
import type { PageView } from './page-view.js';
import { lastLine, lastLines, type Reading, type Thread } from './reading.js';
import { isLikelyName, isWord } from './surnames.js';

/** “某某在某处做某事。”, “某处，某某在做某事。”, “某店门前，某某做某事。”: one plain clause, as words under a picture are. */
const SCENE = /^(?=.{6,36}$)(?:(?:昨日|昨天|日前|近日|今晨|\d{1,2}月\d{1,2}日)，)?(?:(?:[^，。：“]{3,20}(?:[内里上中旁前]|现场|车间|基地|田间|码头|港区|景区|工地|校园)，)?[^，。：“]{1,16}(?:正在|在)[^，。：]{3,24}|[^，。：“在]{3,20}(?:[内里上中旁前]|现场|车间|基地|田间|码头|港区|景区|工地|校园)，[^，。：“]{5,24}|[^，。：“]{2,20}(?:航拍|效果|示意|资料|资料照)图|[^，。：“]{3,20}(?:一角|全景|外景|现场|合影|近景))。$/u;
/** “林见川在收缆绳。” by itself: on our own pages, where the text tells of him, five of five are words under a picture. */
const OF_PERSON = /^(\p{Script=Han}{2,4})(?:[（(][左右中][^（()）]{0,3}[）)])?(?:正在|在)[^，。：:“]{4,24}。$/u;
const LONGEST_SCENE = 20;
const LONGEST_DATED = 80;
const LEAST_RESUMED = -2.9;
/** The same of a longer line. */
const LONGEST_WITHIN = 36;
const SURELY_RESUMED = 1.5;
const WIDEST_LABEL = 10;
const WITHIN_SENTENCE = 2;
/** Down to a photographer's name, surely. */
export const OVER_CREDIT = 8;
const MOST_OVER_CREDIT = 3;
/** Lines above in which a name is looked for. */
const MOST_ABOUT_PERSON = 20;

/** Words without a name under them that interrupt a sentence, or have a photographer's name below. */
export function captionOdds(view: PageView, reading: Reading, line: number): number {
  const [current] = reading.threads;
  const { text = '', gap = 0 } = view.lines[line] ?? {};
  if (current === undefined || reading.stack.length > 0) return -9;
  if (isOverCredit(view, reading, line)) return OVER_CREDIT;
  if (view.edges[line]?.end !== 'closed') return isLabelWithin(view, current, line) ? WITHIN_SENTENCE : -9;
  const after = view.roles[line + 1];
  const isCredited = after?.kind === 'caption' && after.caption.creditOnly && (view.lines[line + 1]?.gap ?? 9) <= view.gap;
  const last = lastLine(current);
  if (isCredited && text.length <= LONGEST_SCENE) return goesOnBelow(view, last, line, line + 2) ? OVER_CREDIT : 4;
  if (isCredited && isBlockWithin(view, last, line)) return OVER_CREDIT;
  if (isCredited && view.edges[line].dated && text.length <= LONGEST_DATED) return 8;
  // “上升。” alone is the end of a sentence.
  if (text.length > LONGEST_WITHIN || isOrphan(view, line) || SPEAKS_ON.test(text)) return -9;
  // One picture has one line of words; another stands beside it at most.
  if ((view.roles[line - 1]?.kind === 'caption' && !SCENE.test(text)) || view.wire(line) || view.marked(line)) return -9;
  if (view.layout.indents && view.lines[line]?.indented === true) return -9;
  if (showsSomebody(view, current, line)) return OVER_CREDIT;
  const isScene = SCENE.test(text);
  // The sentence that broke off just above, perhaps at another picture, goes on just below.
  const above = reading.step?.before?.acts.some((done) => done.kind === 'caption' && done.line === line - 1) === true ? line - 2 : line - 1;
  const interrupts = last === above && view.edges[last]?.end === 'cut' && view.roles[line + 1]?.kind === 'text' && view.junction(last, line + 1) > (text.length > LONGEST_SCENE && !isScene ? SURELY_RESUMED : LEAST_RESUMED);
  if (!interrupts) return -9;
  return gap > view.gap ? 2 : view.layout.wrap === null || !view.layout.indents ? (isScene ? 0.5 : -1.5) : -9;
}

/** A line that shows somebody of whom the text above tells, by name. */
function showsSomebody(view: PageView, current: Thread, line: number): boolean {
  const name = OF_PERSON.exec(view.text(line))?.[1] ?? '';
  if (view.layout.wrap !== null || name === '' || isWord(name) || (name.length < 4 && !isLikelyName(name))) return false;
  return lastLines(current.text, MOST_ABOUT_PERSON).some((above) => view.text(above).includes(name));
}

/** Blank lines part all but this line and the photographer's name below it, and a sentence breaks off above. */
function isBlockWithin(view: PageView, last: number, line: number): boolean {
  const [own, credit] = [view.lines[line], view.lines[line + 1]];
  return last === line - 1 && view.edges[last]?.end === 'cut' && view.gap > 0 && (own?.gap ?? 0) >= view.gap && credit?.gap === 0 && (own?.text.length ?? 0) <= LONGEST_DATED;
}

/** A sentence that breaks off at `last`, right above `line`, goes on at `below`, the first line behind words under a picture. */
function goesOnBelow(view: PageView, last: number, line: number, below: number): boolean {
  if (last !== line - 1 || view.edges[last]?.end !== 'cut' || view.roles[below]?.kind !== 'text') return false;
  // Where paragraphs are indented, what is not goes on with one, past what is of another width than the column.
  const isOfAnother = view.layout.indents && (view.headings[line] ?? 0) > 0 && view.lines[below]?.indented === false && (view.headings[below] ?? 0) <= 0;
  return isOfAnother || view.junction(last, below) > SURELY_RESUMED;
}

/** In a column, words under a picture take several lines: from one that opens with a day, or interrupts a sentence, down to the photographer's name, or to the end of them that has it. */
function isOverCredit(view: PageView, reading: Reading, line: number): boolean {
  const { layout, lines, roles } = view;
  const [current] = reading.threads;
  const goesOn = reading.step?.before?.acts.some((done) => done.kind === 'caption' && done.line === line - 1) === true && view.edges[line - 1]?.end === 'cut';
  if (layout.wrap === null || current === undefined) return false;
  // What is indented begins a paragraph, unless the sentence above goes on below.
  const isIndented = layout.indents && lines[line]?.indented === true;
  for (let i = line + 1; i <= line + MOST_OVER_CREDIT && (lines[i]?.gap ?? 9) <= layout.leading; i += 1) {
    const role = roles[i];
    if (role?.kind === 'caption') {
      const last = lastLine(current);
      const within = goesOnBelow(view, last, line, i + 1);
      if (role.caption.creditOnly) return within || (!isIndented && (goesOn || view.edges[line]?.dated === true));
      return within && role.caption.credit !== null && view.junction(i - 1, i) > SURELY_RESUMED;
    }
    if (role?.kind !== 'text' || (layout.indents && lines[i]?.indented === true)) return false;
  }
  return false;
}

/** “试水情况”: a few words without a full stop, where one sentence breaks off above and goes on below. */
function isLabelWithin(view: PageView, current: Thread, line: number): boolean {
  const last = lastLine(current);
  if (last !== line - 1 || view.edges[last]?.end !== 'cut' || isWider(view.text(line), WIDEST_LABEL) || view.roles[line + 1]?.kind !== 'text') return false;
  return view.junction(last, line + 1) > SURELY_RESUMED && view.junction(last, line) < 0;
}
