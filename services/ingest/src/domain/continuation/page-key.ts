const DIGITS = '〇一二三四五六七八九';

/**
 * What names a page, in one form: `第三版`, `3版`, `０３` and `3` are `3`, `第A07版` is `A7`. `null` where there is no number.
 */
export function pageKey(text: string | null): string | null {
  const plain = (text ?? '').normalize('NFKC').toUpperCase();
  const match = /([A-Z]{0,2})\s*(?:0*([1-9]\d{0,2})|([〇零一二三四五六七八九十]{1,3}))/.exec(plain.replace(/第/g, ''));
  if (match === null) return null;
  const [, letters = '', arabic, chinese = ''] = match;
  const number = arabic === undefined ? fromChinese(chinese) : Number(arabic);
  return number === 0 ? null : `${letters}${number}`;
}

/** Numbers up to 99 as they are written or counted out: 十二, 二十, 一二. */
function fromChinese(text: string): number {
  const [tens, ones] = text.replace('零', '〇').split('十');
  if (ones === undefined) return Number([...(tens ?? '')].map((digit) => DIGITS.indexOf(digit)).join(''));
  return 10 * (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
