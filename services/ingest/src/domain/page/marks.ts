/** How wide a line looks, in Chinese characters: a Latin letter or digit takes half the room. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1;
  return width;
}

/** Whether `text` is wider than so many characters. Most lines are told by their length: no character is wider than a Chinese one, or narrower than half of it. */
export function isWider(text: string, width: number): boolean {
  return text.length > 2 * width || (text.length > width && widthOf(text) > width);
}

/** What sets off a headline, a byline, a brief or an item, for a class of a regular expression. */
export const ORNAMENTS = '●○■□▲△▼▽◆◇★☆▶▷►◎◉☉▪▍▌◤';
/** An ornament, with what it sets off behind it. */
export const ORNAMENT = new RegExp(`^[${ORNAMENTS}]\\s?(?=\\S)`, 'u');

/** “12 月 11 日”: the blanks between numbers and Chinese, but not that of “本报讯 11日”. The blank is looked for first. */
export const BESIDE_NUMBER = / (?:(?<=\p{Script=Han} )(?<![电電讯訊] )(?=\d)|(?<=[\d%％] )(?=\p{Script=Han}))/gu;

/** Blanks of other widths than a letter's or a character's; and what has no width, as a place where a line may break. */
const BLANKS = '\u00a0\u2000-\u200a\u202f\u205f';
const NO_WIDTH = '\u200b-\u200d\u2060\ufeff\u00ad';
export const ODD_BLANK = new RegExp(`[${BLANKS}${NO_WIDTH}]`, 'gu');
const ZERO_WIDTH = new RegExp(`[${NO_WIDTH}]`, 'gu');
const FORMS = new RegExp(`[０-９Ａ-Ｚａ-ｚ${BLANKS}]`, 'gu');
const ODD_FORM = new RegExp(`[０-９Ａ-Ｚａ-ｚ${BLANKS}${NO_WIDTH}]`, 'u');

/** Digits, Latin letters and blanks in their common forms. */
export function inCommonForm(text: string): string {
  if (!ODD_FORM.test(text)) return text;
  return text.replace(ZERO_WIDTH, '').replace(FORMS, (char) => (/[０-ｚ]/u.test(char) ? char.normalize('NFKC') : ' '));
}

const ENDS = '。！？!?…';
const CLOSERS = '”’」』"\'）)】》';
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['）', '（'],
  [')', '('],
  ['】', '【'],
]);

/** A note in brackets after the last full stop is no longer than this. */
const TAIL = 70;

/** Whether a line of running text ends where a sentence may end, so that nothing printed elsewhere has to follow. */
export function endsSentence(whole: string): boolean {
  const text = whole.slice(-TAIL);
  // “……。▲”: some papers set a mark behind each article.
  let end = text.length - (ORNAMENTS.includes(text.slice(-1)) ? 1 : 0);
  while (end > 0 && CLOSERS.includes(text.charAt(end - 1))) {
    const opener = OPENERS.get(text.charAt(end - 1));
    // A note in brackets after the last full stop: “……。（作者系……）”, “……。（新华社记者 摄）”.
    const open = opener === undefined ? -1 : text.lastIndexOf(opener, end - 2);
    if (open > 0 && endsSentence(text.slice(0, open).trimEnd())) return true;
    end -= 1;
  }
  const last = text.charAt(end - 1);
  if (ENDS.includes(last) && last !== '') return true;
  return last === '.' && /[a-z)\]"]\.$/i.test(text.slice(Math.max(0, end - 3), end));
}

/** Whether the code is that of a Chinese character of those in use. */
export function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** As `endsSentence`, and also where a list or a quotation is announced. */
export function endsClause(text: string): boolean {
  return endsSentence(text) || /[；;：:]$/.test(text.slice(-1));
}

export function isHan(char: string): boolean {
  return isHanAt(char, 0);
}

function isHanAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isCommonHan(code) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** The text without one of these marks at its beginning and one of those at its end. */
export function withoutBrackets(text: string, openers: string, closers: string): string {
  return text.slice(openers.includes(text.charAt(0)) ? 1 : 0, closers.includes(text.slice(-1)) ? -1 : undefined);
}

/** The Chinese characters right before `at`, at most so many; others cut them short. */
export function hanBefore(text: string, at: number, reach: number): string {
  let start = at;
  while (start > 0 && at - start < reach && isHanAt(text, start - 1)) start -= 1;
  return text.slice(start, at);
}

/** The same from `from` on. */
export function hanAfter(text: string, from: number, reach: number): string {
  let end = from;
  while (end < text.length && end - from < reach && isHanAt(text, end)) end += 1;
  return text.slice(from, end);
}
