import { charLikelihood, LONGEST_WORD, parseLikelihood, wordLikelihood } from '@wenliu/text/words';
import { fold } from '@wenliu/text';
import { isHan } from './marks.js';
import type { Edit } from './printed-text.js';

/** Characters that recognisers take for each other by their shape; common ones, collected by hand. */
const ALIKE = [
  '己已巳', '末未', '人入', '干千于', '无元', '候侯', '向响', '箅算', '亳毫', '脑恼', '辩辨', '増增', '门们', '枪检', '辰晨', '霍藿',
  '拔拨', '析折拆', '描猫瞄', '住注往', '来米', '思恩患', '目日', '曰日', '贷货', '土士', '刀力', '免兔', '戍戌戊', '治冶', '准淮', '晴睛', '侍待', '拢扰', '桔结', '沾治', '即既', '庆厌', '竞竟',
  '享亨', '券卷', '眯咪', '茶荼', '徙徒', '傅博', '枚牧', '抒杼', '胄胃', '段殷', '篮蓝', '概慨', '沿治', '奖桨', '燥躁', '幕慕墓', '密蜜', '历厉',
];
const SHAPES = new Map<string, string>();
for (const group of ALIKE) for (const char of group) SHAPES.set(char, (SHAPES.get(char) ?? '') + group.replace(char, ''));

/** ln of how much likelier the words must be with the other character: changed from the first on, suggested from the second on. */
const SURE = 7.5;
const LIKELY = 5;
const SELDOM_ALONE = '己曰侯末戍戌亳';
const REACH = 3;
/** Words that stand twice only by mistake. */
const COUNTED = '个名架辆台座家户条件所处人年月日元吨亩米';
const SINGLE = '的了在和与是则就被把将对于及并着为从由后';

/** Characters misread, and fragments printed twice. What is only likely is in `suggestions`. */
export function editsOfWords(text: string): { edits: Edit[]; suggestions: Edit[] } {
  const edits: Edit[] = [];
  const suggestions: Edit[] = [];
  let free = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!mayBeDamaged(text, i)) continue;
    const edit = doubledAt(text, i) ?? letterForDigit(text, i) ?? lineForNumber(text, i) ?? misreadAt(text, i);
    if (edit === null || edit.start < free) continue;
    (edit.confidence >= 0.8 ? edits : suggestions).push(edit);
    free = edit.end;
  }
  return { edits, suggestions };
}

/** Letters, dashes and look-alikes that may stand for another character. */
const SUSPECTS = new Uint8Array(0x10000);
for (const char of ['OoQlI', '－—-', ...ALIKE].join('')) SUSPECTS[char.charCodeAt(0)] = 1;

/** Cheaper than to ask each rule: they change characters that are suspect, or that stand again within the next six. */
function mayBeDamaged(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (SUSPECTS[code] === 1) return true;
  for (let i = at + 1; i <= at + 6; i += 1) if (text.charCodeAt(i) === code) return true;
  return false;
}

/** “乡村乡村振兴”, “的的”, “，，”: the second of two that read the same. */
function doubledAt(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  if (char === text.charAt(at + 1) && /[，、：；]/u.test(char)) return { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.95 };
  if (!isHan(char)) return null;
  if (char === text.charAt(at + 1)) return doubledCharacter(text, at);
  for (let length = 6; length >= 2; length -= 1) {
    if (!isRepeat(text, at, length)) continue;
    const fragment = text.slice(at, at + length);
    // “一步一步”, “很多很多”: said twice on purpose.
    if (/[一很好越几每点多]/.test(fragment) || isRepeat(text, at + length, length) || isRepeat(text, at - length, length)) return null;
    // “俄罗斯罗斯托夫州”, “手把手把”: the repeat belongs to other words.
    if (isInLongerWord(text, at, length)) return null;
    // “挖呀挖呀挖”: a refrain.
    if (text.charAt(at + 2 * length) === char || text.charAt(at - 1) === fragment.slice(-1)) return null;
    return { start: at + length, end: at + 2 * length, text: '', reason: 'doubled', confidence: length === 2 ? 0.85 : 0.9 };
  }
  return null;
}

function isRepeat(text: string, at: number, length: number): boolean {
  if (at < 0 || at + 2 * length > text.length) return false;
  for (let i = at; i < at + length; i += 1) if (text.charAt(i) !== text.charAt(i + length) || !isHan(text.charAt(i))) return false;
  return true;
}

/** A known word begins before the first fragment and ends with it, or goes on into the second. */
function isInLongerWord(text: string, at: number, length: number): boolean {
  const from = Math.max(0, at - REACH);
  const around = fold(text.slice(from, at + length + REACH));
  const start = at - from;
  const end = start + length;
  for (let i = 0; i < end; i += 1) {
    if (i < start && wordLikelihood(around, i, end) > -Infinity) return true;
    for (let j = end + 1; j <= Math.min(around.length, i + LONGEST_WORD); j += 1) {
      if (wordLikelihood(around, i, j) > -Infinity) return true;
    }
  }
  return false;
}

/** A word of one character twice, where the second adds nothing to the words about it (“为了了解” needs both). */
function doubledCharacter(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  if (text.charAt(at + 2) === char || text.charAt(at - 1) === char) return null;
  const isCounted = /[\d多余]/u.test(text.charAt(at - 1)) && COUNTED.includes(char);
  if (!isCounted && !SINGLE.includes(char)) return null;
  const before = fold(hanBefore(text, at));
  const after = fold(hanAfter(text, at + 2));
  // “实在在”: a word and the next one.
  if (isInWord(before + char, before.length) || isInWord(char + after, 0)) return null;
  // “186架架无人机”: what is counted is said once.
  if (isCounted) return { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.85 };
  const twice = parseLikelihood(before + char + char + after);
  const once = parseLikelihood(before + char + after);
  const own = Math.max(-8, wordLikelihood(char, 0, 1));
  return once - twice > -own - 0.7 ? { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.85 } : null;
}

/** “２O24年”, “O.18元”, “2l年”. */
function letterForDigit(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  if (!/[OoQlI]/.test(char)) return null;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const inside = /\d/.test(before) && /[\d.%年月日元个万亿米人]/.test(after);
  const leads = !/[A-Za-z\d]/.test(before) && ((after === '.' && /\d/.test(text.charAt(at + 2))) || /^\d[日月年时点]/.test(text.slice(at + 1, at + 3)));
  if (!inside && !leads) return null;
  return { start: at, end: at + 1, text: /[lI]/.test(char) ? '1' : '0', reason: 'misread', confidence: 0.9 };
}

/** “第－个”: the character for one is a line; “三干多户”: between numerals, what looks like a thousand is one. */
function lineForNumber(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  const to = /[－—-]/.test(char) ? '一' : char === '干' ? '千' : null;
  if (to === null) return null;
  const around = text.slice(Math.max(0, at - 1), at + 2);
  const isNumber = to === '一' ? /^第.[个次批届名位家条项轮期季座所件天年]$/u.test(around) : /^[一二三四五六七八九十几数两].[多余个名人元亩斤米户家株棵]$/u.test(around);
  return isNumber ? { start: at, end: at + 1, text: to, reason: 'misread', confidence: 0.9 } : null;
}

function misreadAt(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  const shapes = SHAPES.get(char);
  // “20日”: a day, whatever follows.
  if (shapes === undefined || (char === '日' && /\d/.test(text.charAt(at - 1)))) return null;
  const before = fold(hanBefore(text, at));
  const after = fold(hanAfter(text, at + 1));
  const printed = before + char + after;
  if (isInWord(printed, before.length)) return null;
  const odds = parseLikelihood(printed);
  let best = '';
  let gain = 0;
  for (const other of shapes) {
    const read = before + other + after;
    if (!isInWord(read, before.length)) continue;
    const better = parseLikelihood(read) - odds;
    if (better > gain) [best, gain] = [other, better];
  }
  // A rare character by itself is likelier to be a misreading than “人” or “的”; some hardly ever are words by themselves.
  const needed = SELDOM_ALONE.includes(char) ? -3 : charLikelihood(char.charCodeAt(0)) > -6 ? 3 : 0;
  if (gain < LIKELY + needed) return null;
  return { start: at, end: at + 1, text: best, reason: 'misread', confidence: gain >= SURE + needed ? 0.85 : 0.6 };
}

/** Whether a known word of two or more characters covers the character. */
function isInWord(text: string, at: number): boolean {
  for (let start = Math.max(0, at - LONGEST_WORD + 1); start <= at; start += 1) {
    for (let end = Math.max(at + 1, start + 2); end <= Math.min(text.length, start + LONGEST_WORD); end += 1) {
      if (wordLikelihood(text, start, end) > -Infinity) return true;
    }
  }
  return false;
}

function hanBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < REACH && isHan(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at);
}

function hanAfter(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < REACH && isHan(text.charAt(end))) end += 1;
  return text.slice(from, end);
}
