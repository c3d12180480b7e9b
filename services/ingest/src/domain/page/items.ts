import { readDateline } from './dateline.js';
import { isWider, ORNAMENT } from './marks.js';

const DATED_ENTRY = /^(?=\d)(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日\s?)?(?:\d{1,2}(?:[时時点點](?:\d{1,2}分)?|[:：]\d{2}))?(?<=[年月日时時点點分]|[:：]\d{2})[\s\u3000]+(?=[^\s\d，。])/u;
const LONGEST_STANDING = 48;
const LONGEST_ROW = 120;
const FEWEST_CELLS = 3;
/** A headline is no wider. */
const WIDEST = 36;

/** An entry of a list: with a mark, or of a chronicle (“2日8时20分　……”). */
export function isItem(text: string): boolean {
  return DATED_ENTRY.test(text) || /^(?:[-*+][\s\u3000]|[•·][\s\u3000]?\S|[◆◇►▷◎★☆]\s?\S|[（(]?\d{1,2}(?:[)）、]|\.(?!\d))|\|)/u.test(text);
}

const VOICE = new RegExp(`${ORNAMENT.source}\\p{Script=Han}{2,4}[（(][^）)]{2,16}[）)][：:]`, 'u');

/** “▲甲（58岁，某栋居民）：……”: one of several who speak. */
export function isVoice(text: string): boolean {
  return VOICE.test(text);
}

/** “7:42 最后一班船”: a part of a text, by its hour. */
const HOUR = /^(?:(?:\d{1,2}月)?\d{1,2}日)?\d{1,2}[:：]\d{2}[\s\u3000]+\p{Script=Han}/u;
const WIDEST_HOUR = 14;

/** “◆新桥通车”, “7:42 最后一班船” over its text. */
export function isBriefHead(text: string, below: string): boolean {
  return (/^[◆◇◎►]/u.test(text) || (HOUR.test(text) && !isWider(text, WIDEST_HOUR))) && !isWider(text, WIDEST) && !/[。；]/u.test(text) && below.charAt(0) !== text.charAt(0) && below.length > 2 * WIDEST;
}

/** “甲 2:1（0:1）乙”, with its scorers. */
const SCORE = /^\p{Script=Han}{2,8}(?:\s+\d{1,3}[∶:：]|\d{1,3}∶)\d{1,3}(?:[（(][\d∶:：－-]+[）)])?\s?\p{Script=Han}{2,8}(?:[\s\u3000]|$)/u;
/** “甲 87∶79 乙　　丙 102∶95 丁”. */
const SCORES = /^[^，。]*\d{1,3}[∶:：]\d{1,3}[^，。\d]+\d{1,3}[∶:：]\d{1,3}[^，。]*$/u;

/** “甲 3-2 乙” by itself; “1 甲 13 9 3 1 30”, “名次 球队 场次 胜 平 负 积分”. */
const RESULT = /^\p{Script=Han}{2,8}\s+\d{1,3}\s?[-–—:：∶]\s?\d{1,3}\s+\p{Script=Han}{2,8}$/u;
const STANDING = /^(?=(?:\S{1,6} ){4})\S{1,6}(?: \S{1,6}){4,}$/u;

/** “射门 甲14 乙9”. */
const FIGURES_OF_MATCH = /^\p{Script=Han}{2,6}(?: \p{Script=Han}{2,6}\d{1,3}[%％]?){2}$/u;

/** “甲2∶1乙(次回合11月22日)”; “进球：甲(12')”, “某某队出场：……”. */
const MATCH = /^\p{Script=Han}{2,8}\d{1,3}∶\d{1,3}\p{Script=Han}{2,8}[（(][^（）()]*\d[^（）()]*[）)]$|^\p{Script=Han}{0,6}(?:进球|红牌|黄牌|出场|首发|上场)[:：]/u;

/** “17.8”, “2战2胜”, not “26家老厂搬离江岸”. */
const FIGURE = /^[-+−]?\d(?!.*\p{Script=Han}{5})/u;

/** “国内运输 1.1”. */
const VALUED = /^\S{2,12} [-+−]?\d[\d.,]*[%％]?$/u;

/** By line: 1 for a row of a table, and for “渡口　客流　同比” over “东渡　1.2　-31%”, as many cells as the row below. */
export function readCells(lines: readonly { text: string }[]): number[] {
  const rows = lines.map(({ text }) => isRow(text));
  // “23人获救　2人失踪　海面出现油带” by itself, over “新华社……电”.
  const isDeck = (i: number): boolean => rows[i - 1] !== true && readDateline(lines[i + 1]?.text ?? '') !== null;
  return lines.map(({ text }, i) => ((rows[i] === true && !isDeck(i)) || (rows[i + 1] === true && isHeadOf(text, lines[i + 1]?.text ?? '')) ? 1 : 0));
}

function isHeadOf(text: string, row: string): boolean {
  const cells = cellsOf(text);
  return cells.length >= FEWEST_CELLS && cells.length === cellsOf(row).length;
}

function cellsOf(text: string): string[] {
  return text.slice(0, LONGEST_ROW).split(/\u3000+|\s{2,}|\t/u);
}

/** Cells of a table: three with a number among them, or more; or results of matches. */
export function isRow(text: string): boolean {
  if (text.includes(' ') && text.length <= LONGEST_STANDING && !/[，。、：“]/u.test(text) && (RESULT.test(text) || STANDING.test(text) || FIGURES_OF_MATCH.test(text))) return true;
  if (/^\|.*\|$/u.test(text) || MATCH.test(text)) return true;
  if (!/[\u3000\t]|\s\s/u.test(text)) return false;
  const head = text.slice(0, LONGEST_ROW);
  if (SCORES.test(head) || SCORE.test(head)) return true;
  const cells = cellsOf(text);
  return (cells.length >= 3 && cells.slice(1).some((cell) => FIGURE.test(cell)) && !/[，。]/u.test(text)) || (cells.length >= 4 && cells.every((cell) => cell.length <= 10)) || (!/[，。]/u.test(text) && cells.filter((cell) => VALUED.test(cell)).length > 2);
}
