import { chineseNumber } from './print-date.js';
import type { Thread } from './reading.js';

/** What a line begins with that makes it one of several: “二、”, “第三关：” and their number, or who speaks (“问：”), which has none. */
export interface Mark {
  key: string;
  number: number | null;
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const CHINESE = '[一二三四五六七八九十]{1,2}';
/** Each with its number as the first group. */
const NUMBERED: readonly [string, RegExp][] = [
  ['、', new RegExp(`^(${CHINESE})[、.．]`, 'u')],
  ['（）', new RegExp(`^[（(](${CHINESE})[）)]`, 'u')],
  ['alone', new RegExp(`^(?:之)?(${CHINESE})$`, 'u')],
  ['第', new RegExp(`^第(${CHINESE}|\\d{1,2})\\p{Script=Han}{1,2}[:：是\\s\\u3000]`, 'u')],
  ['第，', new RegExp(`^第(${CHINESE})[，,]`, 'u')],
  ['是', new RegExp(`^(${CHINESE})(?:是|曰|问|看)`, 'u')],
  ['其', /^其([一二三四五])[，,：:]/u],
  ['.', /^0?(\d{1,2})(?:[.．、](?!\d)|[\s\u3000]+(?=\p{Script=Han}))/u],
  ['digit', /^0?([1-9])$/],
  ['formal', /^([壹贰叁肆伍陆柒捌玖拾])(?:[\s\u3000、·]|$)/u],
  ['circled', /^([①②③④⑤⑥⑦⑧⑨⑩])/u],
];
/** Of every mark, and quick to look for. */
const BEGINS = /^(?:[\d第其之（(一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾①②③④⑤⑥⑦⑧⑨⑩]|.{1,8}[：:])/u;
/** “问：”, “青山财经日报：”. */
const SPEAKER = /^(\p{Script=Han}{1,4}|\p{Script=Han}{3,7}[报報刊网])[：:](?=\s?\S)/u;

/** ln of the odds for the text that a line is the next of, and against any other; and for one in which the same has spoken. */
const NEXT = 3;
const MISSING = -1;
const SPEAKS = { inTurn: 2.5, again: 2 };

/** Of a text, the latest: each line of a glossary has one of its own. */
const MOST_MARKS = 16;

export function readMark(text: string): Mark | null {
  if (!BEGINS.test(text)) return null;
  for (const [key, form] of NUMBERED) {
    const printed = form.exec(text)?.[1];
    if (printed !== undefined) return { key, number: numberOf(printed) };
  }
  const speaker = SPEAKER.exec(text)?.[1];
  return speaker === undefined ? null : { key: speaker, number: null };
}

function numberOf(printed: string): number {
  const place = Math.max(FORMAL.indexOf(printed), CIRCLED.indexOf(printed));
  return place >= 0 ? place + 1 : chineseNumber(printed);
}

/** ln of the odds that a line with this mark goes on with the text. */
export function oddsOfMark(marks: readonly Mark[], mark: Mark | null): number {
  if (mark === null || mark.number === 1) return 0;
  const last = marks.find(({ key }) => key === mark.key);
  if (mark.number === null) return answers(marks, mark) ? SPEAKS.inTurn : last === undefined ? 0 : SPEAKS.again;
  return last?.number === mark.number - 1 ? NEXT : MISSING;
}

/** Another spoke last. */
function answers([latest]: readonly Mark[], mark: Mark): boolean {
  return latest !== undefined && latest.number === null && latest.key !== mark.key;
}

/** Whether the line is the next of a series that stands within the text. */
export function isNextOf(thread: Thread, mark: Mark | null): boolean {
  return mark !== null && mark.number !== 1 && oddsOfMark(thread.marks, mark) > 0;
}

/** Whether who speaks in the line has spoken in the text. */
export function speaksIn({ marks }: Thread, mark: Mark | null): boolean {
  return mark?.number === null && marks.some(({ key }) => key === mark.key);
}

export function withMark(marks: readonly Mark[], mark: Mark | null): readonly Mark[] {
  return mark === null ? marks : [mark, ...marks.filter(({ key }) => key !== mark.key)].slice(0, MOST_MARKS);
}
