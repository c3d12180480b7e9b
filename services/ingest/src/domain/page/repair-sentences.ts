import { fold } from '@wenliu/text';
import { parseLikelihood, wordLikelihood } from '@wenliu/text/words';
import { endsSentence, isHan, ORNAMENT } from './marks.js';
import type { Edit } from './printed-text.js';

/** Who speaks after a quotation: “……。”某某说。 */
const SPEAKER = /^[^，。！？“”：；]{2,16}(?:说|說|表示|介绍|介紹|告诉记者|坦言|感慨|笑道|回忆|認為|认为|指出|强调)(?:[，。：道]|$)/u;
const LONGEST_QUOTATION = 200;
const LONGEST_QUOTED_WORD = 6;
const LONGEST_LAST_QUOTATION = 50;
/** An amount: “27万余元”. */
const AMOUNT = /[\d〇零一二三四五六七八九十百千万亿余多][元人户家名米个年月日吨亩次天斤倍岁]$/u;

/** Quotation marks that lost their other half, put back where only one place is likely. `text` has its marks at full width. */
export function editsOfQuotations(text: string): Edit[] {
  const edits: Edit[] = [];
  let open = -1;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Most characters are Chinese ones, which are quick to tell.
    if (code >= 0x3400 && code <= 0x9fff) continue;
    const char = text.charAt(i);
    if (char === '“') {
      open = i;
    } else if (char === '”') {
      const start = open < 0 ? openingBefore(text, from, i) : null;
      if (start !== null) edits.push({ start, end: start, text: '“', reason: 'lost-quotation-mark', confidence: 0.8 });
      open = -1;
      from = i + 1;
    } else if (open >= 0 && /[。！？]/.test(char) && SPEAKER.test(text.slice(i + 1, i + 24)) && !hasCloser(text, i + 1)) {
      edits.push({ start: i + 1, end: i + 1, text: '”', reason: 'lost-quotation-mark', confidence: 0.8 });
      open = -1;
      from = i + 1;
    }
  }
  return edits;
}

/** A heading that breaks off inside its last quoted words: “新‘质态”. */
export function editOfHeading(text: string): Edit | null {
  const open = text.lastIndexOf('“');
  const isLost = open > 0 && text.indexOf('”', open) === -1 && text.length - open <= LONGEST_QUOTED_WORD && !text.endsWith('“');
  return isLost ? { start: text.length, end: text.length, text: '”', reason: 'lost-quotation-mark', confidence: 0.8 } : null;
}

/** The quotation that a paragraph ends with and that nothing after it closes: `next` is the paragraph that follows. */
export function editOfQuotationEnd(text: string, next: string): Edit | null {
  if (!/[。！？]$/u.test(text)) return null;
  for (const [left, right] of [['“', '”'], ['「', '」']] as const) {
    const open = text.lastIndexOf(left);
    if (open === -1 || text.includes(right, open) || text.length - open > LONGEST_LAST_QUOTATION || !/^$|[，：。！？]/u.test(text.charAt(open - 1))) continue;
    // A quotation that goes on in the next paragraph is opened there again, or closed.
    if (next.startsWith(left) || hasCloser(next, 0, left, right)) continue;
    return { start: text.length, end: text.length, text: right, reason: 'lost-quotation-mark', confidence: 0.8 };
  }
  return null;
}

/** The sentence that the mark at `close` ends begins a quotation. */
function openingBefore(text: string, from: number, close: number): number | null {
  if (!/[。！？，]/.test(text.charAt(close - 1))) return null;
  let start = close - 1;
  // Words quoted within the sentence do not end it.
  while (start > 0 && !/[。！？：]/.test(text.charAt(start - 1)) && !/^”[，。；]/.test(text.slice(start - 1, start + 1))) start -= 1;
  if (start === 0 && from > 0 && text.charAt(from) === '“') return null;
  while (start < close && /[，。、；：！？]/.test(text.charAt(start))) start += 1;
  return close - start >= 6 && close - start <= LONGEST_QUOTATION ? start : null;
}

/** A closing mark comes before the next opening one. */
function hasCloser(text: string, from: number, left = '“', right = '”'): boolean {
  const close = text.indexOf(right, from);
  const open = text.indexOf(left, from);
  return close !== -1 && (open === -1 || close < open);
}

/**
 * The full stop that a paragraph lost, where its last word is whole. `null` where it ends as sentences do, or where more than the
 * mark is missing.
 */
export function editOfEnd(text: string): Edit | null {
  if (text.length < 12 || endsSentence(text) || /[，、；：,;:—（“《]$/u.test(text)) return null;
  // An item of a list has no full stop.
  if (ORNAMENT.test(text) || /^(?:[-*+]\s|[•·])/u.test(text)) return null;
  // “他说，‘等我收好缆绳’”: the full stop of what is said stands before the mark.
  if (endsSpeech(text)) return { start: text.length - 1, end: text.length - 1, text: '。', reason: 'lost-sentence-end', confidence: 0.7 };
  const whole = /[”》）」%]$/u.test(text) || AMOUNT.test(text) || endsWithWord(text);
  return whole ? { start: text.length, end: text.length, text: '。', reason: 'lost-sentence-end', confidence: 0.7 } : null;
}

/** Ends with a quotation of a sentence, without its full stop. */
export function endsSpeech(text: string): boolean {
  return /[：:，,][“「][^“”「」]{8,}\p{Script=Han}[”」]$/u.test(text.slice(-LONGEST_QUOTATION));
}

/** The last characters are a word of two or more, in every likely reading of the line's end. */
function endsWithWord(text: string): boolean {
  const tail = fold(text.slice(-5));
  if (![...tail].every(isHan)) return /\d$/.test(text) ? false : isHan(text.slice(-1)) && isHan(text.slice(-2, -1)) && wordLikelihood(tail, tail.length - 2, tail.length) > -Infinity;
  const whole = parseLikelihood(tail);
  for (const length of [2, 3, 4]) {
    const word = wordLikelihood(tail, tail.length - length, tail.length);
    if (word > -Infinity && parseLikelihood(tail.slice(0, -length)) + word >= whole - 0.01) return true;
  }
  return false;
}
