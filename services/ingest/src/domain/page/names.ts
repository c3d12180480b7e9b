import type { Author } from '@wenliu/contracts';
import { isLikelyName, isWord } from './surnames.js';

/** Those who wrote, where nothing printed says more of them. */
export function authorsNamed(names: readonly string[]): Author[] {
  return names.map((name) => ({ name, role: '作者' }));
}

/** “甲　乙”, “甲、王 丙”: names alone, `null` where anything is hardly one; `sure`: where nothing else is to be expected, a word may be a name. */
export function readNames(text: string, sure = false): string[] | null {
  const names: string[] = [];
  let pending = '';
  for (const token of text.split(/[\s\u3000、，,]+/u)) {
    const name = pending + token;
    pending = name.length === 1 ? name : '';
    if (pending !== '') continue;
    if (!isLikelyName(name) || /^(?:..[县縣区區镇鎮乡鄉省]|.州)$/u.test(name) || (!sure && isWord(name))) return null;
    names.push(name);
  }
  return pending === '' ? names : null;
}

/** Several names, of which one may be a word, too: “邓小雨 杨柳青”. */
export function readNamesAmong(text: string): string[] | null {
  const names = readNames(text, true);
  return names === null || names.length < 2 || names.every(isWord) ? null : names;
}

/** Two names or more of which one has a rare surname: “林见川　吁小禾”. */
export function readRareNames(text: string): string[] | null {
  const names = text.split(/[\s\u3000、]+/u);
  const mayBe = names.every((name) => /^\p{Script=Han}{2,3}$/u.test(name) && !isWord(name) && !/[省市县縣区區镇鎮乡鄉村州]$/u.test(name));
  return names.length > 1 && mayBe && names.some(isLikelyName) ? names : null;
}

/** “甲、乙某地”: names, with a place right behind the last, which `sure` there is. */
export function readNamesAndPlace(text: string, sure = false): { names: string[]; place: string } | null {
  const whole = readNames(text);
  if (whole !== null) return { names: whole, place: '' };
  for (const length of PLACE_LENGTHS) {
    const place = text.slice(-length);
    const names = isWord(place) || (sure && length === 2) ? readNames(text.slice(0, -length).trimEnd()) : null;
    if (names !== null) return { names, place };
  }
  return null;
}

const PLACE_LENGTHS = [2, 3, 4];
