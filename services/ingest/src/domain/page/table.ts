import { isWider } from './marks.js';
import type { PageView } from './page-view.js';

const TABLE = /^表\s?\d|(?:一览|一览表|一覽表|排行榜|排名|统计表|价格表|行情|变动|变动表|名单|赛程|成绩)$/u;
const WIDEST_LABEL = 12;
/** What a table counts in. */
const UNIT = /^[（(]?[^，。]{0,12}单位[：:]|^[（(]截[至止][^，。（）()]{4,16}[）)][\s\u3000]*(?:单位[：:]\S{1,12})?$/u;

/** Whether a table stands at `line`, right under `heading`: by its name, its unit, or three rows, perhaps under a label. */
export function isTableUnder(view: PageView, heading: number, line: number): boolean {
  if (isUnit(view, line)) return view.row(line + 1) || areRows(view, line + 2, 3);
  return areRows(view, line, TABLE.test(view.text(heading)) ? 1 : 3) || (isLabel(view, line) && areRows(view, line + 1, 3));
}

/** Whether `line` is a row of the table that `above`, the line before it, belongs to. */
export function isNextRow(view: PageView, above: number, line: number): boolean {
  return above === line - 1 && view.cells(line) && (view.cells(above) || isUnit(view, above) || isLabel(view, above));
}

function areRows(view: PageView, first: number, count: number): boolean {
  for (let line = first; line < first + count; line += 1) if (!view.cells(line)) return false;
  return true;
}

function isLabel(view: PageView, line: number): boolean {
  return !isWider(view.text(line), WIDEST_LABEL) && !/[，。；：]$/u.test(view.text(line));
}

function isUnit(view: PageView, line: number): boolean {
  return UNIT.test(view.text(line));
}
