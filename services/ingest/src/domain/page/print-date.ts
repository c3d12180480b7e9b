const DIGITS = '〇一二三四五六七八九';

/** Year, month and day printed together, in any of the ways newspapers do. */
const NUMERIC = /(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})(?!\d)/;
/** Years of the Republic, as papers of Taiwan print them. */
const REPUBLIC = /(?:中華民國|民國)\s?(\d{2,3}|[一二三四五六七八九十百○〇]{2,5})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日/;
const FIRST_YEAR = 1911;
const CHINESE = /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;

/** The first full date of a short text as `YYYY-MM-DD`, `null` where there is none that exists. */
export function findDate(text: string): string | null {
  const head = text.slice(0, 120);
  const numeric = NUMERIC.exec(head);
  if (numeric !== null) return isoDate(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const republic = REPUBLIC.exec(head);
  if (republic !== null) return isoDate(FIRST_YEAR + yearNumber(republic[1] ?? ''), chineseNumber(republic[2] ?? ''), chineseNumber(republic[3] ?? ''));
  const chinese = CHINESE.exec(head);
  if (chinese === null) return null;
  const year = Number([...(chinese[1] ?? '')].map(digitOf).join(''));
  return isoDate(year, chineseNumber(chinese[2] ?? ''), chineseNumber(chinese[3] ?? ''));
}

/** `十六` → 16, `16` → 16, anything else 0. */
export function chineseNumber(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十', 2) : ['', text];
  const ten = !text.includes('十') ? 0 : tens === '' ? 1 : digitOf(tens ?? '');
  return ten * 10 + (ones === '' ? 0 : digitOf(ones ?? ''));
}

/** `105`, `一○五`, `一百零五`, `九十八`. */
function yearNumber(text: string): number {
  if (!/[○〇百]/u.test(text)) return chineseNumber(text);
  const [, hundreds = ''] = /^(.)百零?/u.exec(text) ?? [];
  return hundreds === '' ? Number([...text].map(digitOf).join('')) : digitOf(hundreds) * 100 + chineseNumber(text.slice(text.startsWith(`${hundreds}百零`) ? 3 : 2));
}

export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year > 1800 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function digitOf(char: string): number {
  if (char === '○' || char === '零') return 0;
  return Math.max(0, DIGITS.indexOf(char));
}
