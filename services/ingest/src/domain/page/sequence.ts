import type { PageView } from './page-view.js';
import { oddsOfMark, type Mark } from './series.js';

/** ln of the odds that a paragraph goes on with one that begins with the same words: “画好蓝图，贵在……”, “过河，要看水情”. */
const PARALLEL = 2;
const BEGINNING = /^\p{Script=Han}{2,6}，|^\p{Script=Han}{4}/u;
/** ln of the odds that the first question follows the paragraph that tells of an interview. */
const INTERVIEW = 3;
const INTERVIEWED = /(?:专访|專訪|采访|採訪|对话|對話|访谈|訪談)[^。]{0,12}[。：:]$/u;
/** ln of the odds that a row of a table goes on with the row above it. */
const NEXT_ROW = 6;

/** ln of the odds that `line` goes on with a text of these marks whose last line is `last`, by what shows that the two are of one row. */
export function oddsOfSequence(view: PageView, marks: readonly Mark[], last: number, line: number): number {
  let odds = oddsOfMark(marks, view.mark(line));
  if (isParallel(view.text(last), view.text(line))) odds += PARALLEL;
  if (beginsInterview(view, last, line)) odds += INTERVIEW;
  return isNextRow(view, last, line) ? odds + NEXT_ROW : odds;
}

function isParallel(above: string, text: string): boolean {
  // Most begin with different characters, which is quick to tell.
  if (above.charCodeAt(0) !== text.charCodeAt(0)) return false;
  const beginning = BEGINNING.exec(text)?.[0];
  return beginning !== undefined && above.startsWith(beginning);
}

function beginsInterview(view: PageView, last: number, line: number): boolean {
  return view.edges[line]?.turn === true && INTERVIEWED.test(view.text(last));
}

/** A rule may part the head of a table from its rows. */
function isNextRow(view: PageView, last: number, line: number): boolean {
  if (!view.row(line) || !view.row(last)) return false;
  return last === line - 1 || (last === line - 2 && view.roles[line - 1]?.kind === 'furniture');
}
