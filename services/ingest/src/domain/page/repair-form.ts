import { BESIDE_NUMBER, inCommonForm, isHan, ODD_BLANK } from './marks.js';
import { endOfOpening } from './opening-end.js';
import type { Edit } from './printed-text.js';

/** Marks that Chinese text sets at full width. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([[',', '，'], [':', '：'], [';', '；'], ['!', '！'], ['?', '？'], ['(', '（'], [')', '）']]);
const DASH_AT_START = /^(?:-{1,2}|－{1,2}|—)(?=[\p{Script=Han}“"「])/u;
/** By code: what may be printed in another form than text is set in. */
const FORM_MARKS = new Uint8Array(0x10000);
for (const char of ',:;!?()“”"\'０１２３４５６７８９') FORM_MARKS[char.charCodeAt(0)] = 1;
for (let letter = 0; letter < 26; letter += 1) FORM_MARKS[0xff21 + letter] = FORM_MARKS[0xff41 + letter] = 1;
const LONGEST_SLOGAN = 14;
const SLOGAN_BEFORE = /[“「"](\p{Script=Han}{3,})$/u;
const SLOGAN_BEHIND = /^(\p{Script=Han}{3,})[”」"]/u;
const CHINESE_MARK = '，。、；：！？“”‘’《》（）…—,;:!?"';

/** Markdown's emphasis, and blanks that a line break or a typesetter left inside the text; `isWithin` brackets that a line above opened. */
export function editsOfMarks(text: string, dropSpaces: boolean, isWithin = false): Edit[] {
  const edits: Edit[] = [];
  let depth = isWithin ? 1 : 0;
  let opening = -1;
  const numbers = new Set(dropSpaces ? Array.from(text.matchAll(BESIDE_NUMBER), ({ index }) => index) : []);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Most characters are Chinese ones, which are quick to tell.
    if (code >= 0x3400 && code <= 0x9fff) continue;
    const char = text.charAt(i);
    if (char === '（' || char === '(') depth += 1;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (char === '*' && text.charAt(i + 1) === '*') {
      edits.push({ start: i, end: i + 2, text: '', reason: 'markup', confidence: 1 });
      i += 1;
    } else if (char === ' ' && depth === 0) {
      if (!numbers.has(i) && !isStray(text, i, dropSpaces)) continue;
      if (opening === -1) opening = endOfOpening(text);
      if (numbers.has(i) || i >= opening) edits.push({ start: i, end: i + 1, text: '', reason: 'stray-space', confidence: 0.95 });
    }
  }
  return edits;
}

/** Blanks of odd widths become common ones; those of none go. */
export function editsOfBlanks(text: string): Edit[] {
  if (text.search(ODD_BLANK) < 0) return [];
  return Array.from(text.matchAll(ODD_BLANK), ({ index, 0: char }): Edit => ({ start: index, end: index + 1, text: inCommonForm(char), reason: 'stray-space', confidence: 0.95 }));
}

function isStray(text: string, at: number, dropSpaces: boolean): boolean {
  return isStraySpace(text, at) && (dropSpaces || !partsSlogan(text, at));
}

/** “山海相连 桥城一体”: between two halves of a quotation that are equally long. */
function partsSlogan(text: string, at: number): boolean {
  const before = SLOGAN_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_SLOGAN), at))?.[1];
  return before !== undefined && before.length === SLOGAN_BEHIND.exec(text.slice(at + 1, at + LONGEST_SLOGAN))?.[1]?.length;
}

/** A single space with Chinese on both sides. */
export function isStraySpace(text: string, at: number): boolean {
  return isChinese(text.charAt(at - 1)) && isChinese(text.charAt(at + 1));
}

function isChinese(char: string): boolean {
  return char !== '' && (isHan(char) || CHINESE_MARK.includes(char));
}

/** Width of marks and digits, straight quotation marks, dashes that lost half their length. `text` is a whole paragraph. */
export function editsOfForm(text: string): Edit[] {
  const edits: Edit[] = [];
  const change = (start: number, end: number, to: string, reason: Edit['reason']): void => {
    edits.push({ start, end, text: to, reason, confidence: 0.98 });
  };
  const dash = DASH_AT_START.exec(text)?.[0];
  if (dash !== undefined) change(0, dash.length, '——', 'dash');
  let double = false;
  let single = false;
  for (let i = dash?.length ?? 0; i < text.length; i += 1) {
    if (FORM_MARKS[text.charCodeAt(i)] !== 1) continue;
    const char = text.charAt(i);
    const full = FULL_WIDTH.get(char);
    if (full !== undefined) {
      if (isAmongChinese(text, i)) change(i, i + 1, full, 'width');
    } else if (char === '“') double = true;
    else if (char === '”') double = false;
    else if (char === '"') {
      if (isInches(text, i)) continue;
      change(i, i + 1, double ? '”' : '“', 'quotation-marks');
      double = !double;
    } else if (char === "'") {
      if (!isAmongChinese(text, i)) continue;
      change(i, i + 1, single ? '’' : '‘', 'quotation-marks');
      single = !single;
    } else change(i, i + 1, char.normalize('NFKC'), 'width');
  }
  return edits;
}

/** Chinese on one side, and on the other nothing that makes a number or a foreign word of it. */
function isAmongChinese(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (/\d/.test(before) && /\d/.test(after)) return false;
  return isChinese(before) || isChinese(after) || (/[\d%％]/.test(before) && after === '');
}

function isInches(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /[x×*\d]/.test(text.charAt(at + 1));
}
