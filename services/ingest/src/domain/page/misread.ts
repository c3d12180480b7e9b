import { fold, foldChar } from '@wenliu/text';
import { areNeighbours, charLikelihood, LONGEST_WORD, lookAlikesOf, parseLikelihood, wordLikelihood, type LookAlike, type Mistake } from '@wenliu/text/words';
import { hanAfter, hanBefore, isCommonHan } from './marks.js';
import { isSurname } from './surnames.js';

/** Characters on either side that are read with a doubtful one. */
const REACH = 5;
/** ln of what another reading must be likelier by, for its kind: how seldom it happens, and how far sound text may mislead the model. */
const NEEDED: Readonly<Record<Mistake, number>> = { same: 6.5, alike: 10, part: 12.5 };
/** Characters that stand for a commoner one oftener than for themselves: for which, and ln of how much oftener than others they are misread. */
const OFTEN_MISREAD: ReadonlyMap<string, Often> = new Map<string, Often>([
  ['曰', ['日', 10.5]],
  ['已', ['己', 6]],
  ['末', ['未', 6]],
  ['己', ['已', 5]],
  ['巳', ['已', 5]],
  ['侯', ['候', 5]],
  ['令', ['今', 5]],
  ['亳', ['毫', 5]],
  ['冶', ['治', 4]],
  ['门', ['们', 3]],
]);
type Often = readonly [as: string, odds: number];
const LONGEST_NAME = 4;
/** Characters as rare as this are in names only by mistake: forms of others that recognisers know. */
const UNUSED = -13;
/** The same for what is likely a name, which no model knows. */
const IN_NAME = -4;
/** Names of villages have characters of their own: “大垌乡”. */
const IN_PLACE = -8;
const PLACE = /^\p{Script=Han}?[乡鄉镇鎮村屯寨县縣]|^\p{Script=Han}?市(?![场場民])/u;
/** ln of what pairs of words may add to a reading beyond its best word. */
const PAIRED = 4;
/** The rarest that a character counts for: names are full of rare ones. */
const RAREST = -11;
/** ln of what a character costs that makes no word here, beside its own rareness. */
const NO_WORD = 3;
/** Another reading of one character. */
export interface Reading {
  text: string;
  mistake: Mistake;
  /** ln of the odds that it is right, about. */
  odds: number;
}

/** Where characters stand beside none that they are known beside, and where those stand that are often misread. Cheap: of a page about 3 %. */
export function doubtfulPlaces(text: string): number[] {
  const places: number[] = [];
  let char = text === '' ? 0 : foldChar(text.charCodeAt(0));
  let goesBehind: boolean | null = null;
  for (let i = 0; i < text.length; i += 1) {
    const after = i + 1 < text.length ? foldChar(text.charCodeAt(i + 1)) : 0;
    const isHere = isCommonHan(char);
    const goesBefore = isHere && isCommonHan(after) ? areNeighbours(char, after) : null;
    if (isHere && (goesBehind !== null || goesBefore !== null) && ((goesBehind !== true && goesBefore !== true) || DOUBTFUL[char] === 1)) places.push(i);
    goesBehind = goesBefore;
    char = after;
  }
  return places;
}

/** What the character at `at` may be a misreading of; `null` where what is printed is as likely as anything. */
export function readAgain(text: string, at: number): Reading | null {
  const printed = text.charCodeAt(at);
  const char = foldChar(printed);
  const before = at === 0 ? 0 : foldChar(text.charCodeAt(at - 1));
  const after = at + 1 >= text.length ? 0 : foldChar(text.charCodeAt(at + 1));
  const goesBehind = isCommonHan(before) ? areNeighbours(before, char) : null;
  const goesBefore = isCommonHan(after) ? areNeighbours(char, after) : null;
  const often = OFTEN_MISREAD.get(String.fromCharCode(char));
  const isDoubtful = DOUBTFUL[char] === 1;
  // Where a neighbour speaks for what is printed it must speak for the reading, too; else one that speaks for the reading is enough.
  const fits = ({ text: reading, folded: other, mistake }: LookAlike): boolean => {
    if (reading === often?.[0]) return true;
    // Where a neighbour speaks for what is printed only close mistakes are tried.
    if (mistake === 'part' && isDoubtful && (goesBefore === true || goesBehind === true)) return false;
    if (isDoubtful) return (goesBehind !== true || areNeighbours(before, other)) && (goesBefore !== true || areNeighbours(other, after));
    if (mistake === 'part') return (goesBehind === null || areNeighbours(before, other)) && (goesBefore === null || areNeighbours(other, after));
    return (goesBehind === false && areNeighbours(before, other)) || (goesBefore === false && areNeighbours(other, after));
  };
  const readings = lookAlikesOf(printed).filter(fits);
  return readings.length === 0 ? null : likeliest(text, at, readings, often);
}

/** Characters that are printed for a commoner one more often than for themselves, and are looked at wherever they stand. */
const DOUBTFUL = new Uint8Array(0x10000);
for (const char of [...OFTEN_MISREAD.keys(), ...'干问描枪思来入住贷白夭耍埋']) DOUBTFUL[foldChar(char.charCodeAt(0))] = 1;

function likeliest(text: string, at: number, readings: readonly LookAlike[], often: Often | undefined): Reading | null {
  const printed = foldChar(text.charCodeAt(at));
  const [mostly, more] = isEndOfPeriod(text, at) ? [] : (often ?? []);
  const oftenAs = (reading: LookAlike): number => (reading.text === mostly ? (more ?? 0) : 0);
  const apart = Math.max(charLikelihood(printed), RAREST) - NO_WORD;
  const before = fold(hanBefore(text, at, LONGEST_WORD - 1));
  const around = before + text.charAt(at) + fold(hanAfter(text, at + 1, LONGEST_WORD - 1));
  const likely = readings.filter((reading) => atBest(around, before.length, reading) - apart - NEEDED[reading.mistake] + oftenAs(reading) > 0);
  if (likely.length === 0) return null;
  const left = fold(hanBefore(text, at, REACH));
  const right = fold(hanAfter(text, at + 1, REACH));
  const behind = parseLikelihood(right);
  const odds = Math.max(apart + parseLikelihood(left) + behind, parseLikelihood(left + String.fromCharCode(printed) + right));
  const prior = PLACE.test(right) ? IN_PLACE : charLikelihood(printed) > UNUSED && isNameLike(text, at, left, right) ? IN_NAME : 0;
  let best: Reading | null = null;
  for (const reading of likely) {
    const better = parseLikelihood(left + String.fromCharCode(reading.folded) + right) - odds - NEEDED[reading.mistake] + prior + oftenAs(reading);
    if (best === null || better > best.odds) best = { text: reading.text, mistake: reading.mistake, odds: better };
  }
  return best;
}

/** “年末”. */
function isEndOfPeriod(text: string, at: number): boolean {
  return text.charAt(at) === '末' && /[年月季周期岁世旬]/u.test(text.charAt(at - 1));
}

/** ln of how much likelier `text` may become by the character at `at` than by chance, cheaply: by the best word that it is in. */
function atBest(text: string, at: number, { folded, mistake }: LookAlike): number {
  let best = mistake === 'same' ? charLikelihood(folded) : -Infinity;
  // Inside a word all are neighbours.
  const first = at > 0 && areNeighbours(text.charCodeAt(at - 1), folded) ? 0 : at;
  const last = at + 1 < text.length && areNeighbours(folded, text.charCodeAt(at + 1)) ? text.length : at + 1;
  for (let start = first; start <= at; start += 1) {
    for (let end = Math.max(at + 1, start + 2); end <= Math.min(last, start + LONGEST_WORD); end += 1) {
      const word = wordLikelihood(text, start, end, at, folded);
      if (word === -Infinity) continue;
      best = Math.max(best, word - byChance(text, start, at) - byChance(text, at + 1, end));
    }
  }
  return best + PAIRED;
}

function byChance(text: string, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += charLikelihood(text.charCodeAt(i));
  return sum;
}

/** Sounds that foreign names are written with. */
const FOREIGN = new Set('苏金阿巴贝布达德迪蒂尔菲弗福格古哈赫基加卡科克拉莱兰勒雷里利林鲁罗洛马玛米莫姆纳娜内尼诺帕佩普契乔萨塞沙斯索塔泰坦特托瓦维沃乌西亚耶伊扎兹');

/** Behind a surname that is part of no word, among the sounds of a foreign name, in a few words by themselves. */
function isNameLike(text: string, at: number, left: string, right: string): boolean {
  const around = left + fold(text.charAt(at)) + right;
  const here = left.length;
  // “新华社北京3月1日电”.
  if (/[讯訊电電]/u.test(text.charAt(at)) && text.charAt(at - 1) === '日') return true;
  if (around.length <= LONGEST_NAME && !/\d/.test(text.charAt(at - left.length - 1))) return true;
  for (let i = Math.max(0, here - 2); i <= here; i += 1) {
    if (isSurname(around, i) && (i < here || right.length < LONGEST_NAME) && !isInWord(around, i)) return true;
  }
  let sounds = 0;
  for (let i = Math.max(0, here - 2); i <= here + 2; i += 1) if (FOREIGN.has(around.charAt(i))) sounds += 1;
  return sounds >= 3;
}

/** Whether a known word of two or more characters covers the character. */
export function isInWord(text: string, at: number, shortest = 2): boolean {
  for (let start = Math.max(0, at - LONGEST_WORD + 1); start <= at; start += 1) {
    for (let end = Math.max(at + 1, start + shortest); end <= Math.min(text.length, start + LONGEST_WORD); end += 1) {
      if (wordLikelihood(text, start, end) > -Infinity) return true;
    }
  }
  return false;
}
