import type { Edit } from './printed-text.js';

/** Characters that may stand for another in a number. */
const SUSPECTS = new Uint8Array(0x10000);
for (const char of 'OoQlI－—-干方于无') SUSPECTS[char.charCodeAt(0)] = 1;

const MISREAD = { reason: 'misread', confidence: 0.9 } as const;
const NUMERAL = /[\d一二三四五六七八九十百千万亿两几多余]/u;
/** Two numerals or more; a single one may be in “三方”, “四方”. */
const LONG_NUMBER = /(?:[\d一二三四五六七八九十百千两几][\d十百千多余]|\d[.．]\d)$/u;
const MEASURED = /^(?:千瓦|元|亩|吨|年|户|公里|平方|立方|美元|欧元|人|公顷|斤|公斤|字|株|棵|头|只|辆|台|件|册|套|家|余|多|名|个)/u;
/** Nobody speaks of two sides of these. */
const SURELY_MEASURED = /^(?:千瓦时|元|亩|吨|美元|欧元|人次|公顷|斤|公斤|平方米|立方米)/u;
/** What a thousand is counted in, where no number stands before it. */
const ROUND_NUMBER = /^(?:亿[级元斤吨美欧]|万(?:元|吨|亩|千瓦))/u;

/** Digits that a number has before a letter that stands for its last. */
const LONGEST_BEFORE = 8;

export const maySpoilNumber = (code: number): boolean => SUSPECTS[code] === 1;

/** A character of a number that was misread; only where no other reading makes sense. */
export function editOfNumber(text: string, at: number): Edit | null {
  const char = text.charAt(at);
  if (/[OoQlI]/.test(char)) return letterForDigit(text, at, char);
  const to = /[－—-]/.test(char) ? lineForOne(text, at) : NUMERAL.test(text.charAt(at - 1)) || char === '无' || char === '干' ? numeralFor(char, text.slice(Math.max(0, at - 4), at), text.slice(at + 1, at + 4)) : null;
  return to === null ? null : { start: at, end: at + 1, text: to, ...MISREAD };
}

/** “２O24年”, “O.18元”, “2l年”, “20O箱”. */
function letterForDigit(text: string, at: number, char: string): Edit | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const inside = /\d/.test(before) && /[\d.%年月日元个万亿米人]/.test(after);
  const leads = !/[A-Za-z\d]/.test(before) && ((char === 'l' && /^\d{2,}\p{Script=Han}/u.test(text.slice(at + 1, at + 6))) || (after === '.' && /\d/.test(text.charAt(at + 2))) || /^\d[日月年时点]/.test(text.slice(at + 1, at + 3)));
  const ends = /[Oo]/.test(char) && /\p{Script=Han}/u.test(after) && /(?:^|[^A-Za-z\d])\d+$/.test(text.slice(Math.max(0, at - LONGEST_BEFORE), at));
  return inside || leads || ends ? { start: at, end: at + 1, text: /[lI]/.test(char) ? '1' : '0', ...MISREAD } : null;
}

/** “第－个”: the character for one is a line. */
function lineForOne(text: string, at: number): string | null {
  return /^第.[个次批届名位家条项轮期季座所件天年]$/u.test(text.slice(Math.max(0, at - 1), at + 2)) ? '一' : null;
}

function numeralFor(char: string, before: string, after: string): string | null {
  switch (char) {
    // “三干多户”, “干亿级”; behind hundreds there are tens: “一百二干七亩”; “一干二净” is said so.
    case '干':
      if (ROUND_NUMBER.test(after) && !before.endsWith('若')) return '千';
      if (after.startsWith('二净') || !/[一二三四五六七八九十几数两]$/u.test(before) || !/^[多余个名人元亩斤米户家株棵一二三四五六七八九两零]/u.test(after)) return null;
      return /百[一二三四五六七八九]$/u.test(before) ? '十' : '千';
    // “一于零一夜”.
    case '于':
      return /[一二三四五六七八九]$/u.test(before) && /^零[一二三四五六七八九]/u.test(after) ? '千' : null;
    // “410方千瓦时”, “五十方年”.
    case '方':
      return (LONG_NUMBER.test(before) && MEASURED.test(after)) || SURELY_MEASURED.test(after) ? '万' : null;
    // “两百欧无”.
    case '无':
      return /[\d百千万亿][欧美日港]?$/u.test(before) && /^(?:[，。；、）)]|$)/u.test(after) ? '元' : null;
    default:
      return null;
  }
}

/** A number is changed by the rules for numbers only. */
export function isNumeral(char: string): boolean {
  return /[一二三四五六七八九十百千万亿两零〇]/u.test(char);
}
