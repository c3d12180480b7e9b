import { fold } from '@wenliu/text';
import { LONGEST_WORD, parseLikelihood, wordLikelihood } from '@wenliu/text/words';
import { hanAfter, hanBefore, isHan } from './marks.js';
import { isInWord } from './misread.js';
import type { Edit } from './printed-text.js';
import { isNumeral } from './repair-numbers.js';
import { isSurname } from './surnames.js';

const REACH = 3;
/** With a text as long as this nothing is looked for in all of it. */
export const LONGEST_LOOKED_THROUGH = 200_000;
/** Words that stand twice only by mistake. */
const COUNTED = '个名架辆台座家户条件所处人年月日元吨亩米';
/** “市市场监督管理局”: whose office it is. */
const OWNERS = '国省州市县区镇乡村军校院部局厂馆队署处';
/** What things are parts of: “船闸闸室”, “图书馆馆史”. */
const WHOLES = '头机闸海江河湖山岛港桥站厂店校院车船楼库渠矿线城';
/** Verbs that are said twice where something is done for a while: “松松土”. */
const VERBS = '看听说想问试走坐聊谈教学写读练跑跳松碰敲抹擦洗刷拍挪剪耍逛尝吹晒翻查揉摸动帮换挑歇晃转';
const SINGLE = '还也都又的了在和与是则就被把将对于及并着为从由后';
/** Words of one character that begin others, and are never said twice. */
const ONCE = '不把能给会要让说去很更最以因有到之这那每正已曾才再没请全两占用了着也们';

const LONGEST_WORDS = 6;
/** “第31页”, “28元”. */
const COUNT = /^第?\d[\d.]+\p{Script=Han}$/u;
/** “第二天，队长”. */
const CLAUSES = /^(?=.{6})\p{Script=Han}+[，、；。：]\p{Script=Han}+$/u;
/** ln of how much likelier words must be without the second of two characters: one that is seldom said twice, at the begin of a word, at its end. */
const NEEDED = { once: 6, begin: 8, beginBehindWord: 10, end: 8.5, reduplicated: 10 };
/** So many characters on either side tell that the same is meant. */
const ABOUT = 2;
/** A few words in marks of their own. */
const QUOTED = /^[“「]\p{Script=Han}{2,4}[”」]/u;
const LONGEST_QUOTED = 6;
const VERSE_BEFORE = /(?:^|\P{Script=Han})\p{Script=Han}{4}[，,](\p{Script=Han}{0,2})$/u;
/** ln of the probability from which on a character twice is a word: “好好”; that of slips is lower. */
const LEAST_REDUPLICATED = -12.5;
/** ln of the probability from which on a word of two characters is commoner than a name. */
const COMMON = -11.5;

/** “，，”, “的的”: what the character at `at` and the next, which is the same, may be. */
export function doubledMark(text: string, at: number, printed: string): Edit | null {
  const char = text.charAt(at);
  if (/[，、：；]/u.test(char)) return { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.95 };
  return isHan(char) ? doubledCharacter(text, at, printed) : null;
}

/** “乡村乡村振兴”, and clauses printed twice: the second of two that read the same. */
export function doubledFragment(text: string, at: number, length: number): Edit | null {
  if (length < 2 || !isRepeat(text, at, length)) return null;
  const fragment = text.slice(at, at + length);
  const edit: Edit = { start: at + length, end: at + 2 * length, text: '', reason: 'doubled', confidence: length === 2 ? 0.85 : 0.9 };
  if (isRepeat(text, at + length, length) || isRepeat(text, at - length, length)) return null;
  if (length > LONGEST_WORDS) return fragment.replace(/\P{Script=Han}/gu, '').length > LONGEST_WORDS ? edit : null;
  if (COUNT.test(fragment)) return /[\d.]/.test(text.charAt(at - 1)) ? null : edit;
  if (CLAUSES.test(fragment)) return edit;
  if (![...fragment].every(isHan)) return null;
  // “一步一步”, “一大口一大口”, “很多很多”, “坐着坐着”, “能不能不”, “咔嚓咔嚓”: said twice on purpose.
  if (/^.?[一很好越几每点多].?$|^[一好几]|[着不]$|^[咔嚓哗啦叮当咚噼啪嘀嗒吱呀滴答轰隆扑通吸溜哧噜吧咕嘟嗡]+$/u.test(fragment)) return null;
  // “俄罗斯罗斯托夫州”, “手把手把”, “支队支队长”: the repeat belongs to other words.
  if (isInLongerWord(text, at, length) || isInWord(fold(text.slice(at + length, at + 2 * length + ABOUT)), 0, length + 1)) return null;
  // “挖呀挖呀挖”: a refrain.
  return text.charAt(at + 2 * length) === fragment.charAt(0) || text.charAt(at - 1) === fragment.slice(-1) ? null : edit;
}

function isRepeat(text: string, at: number, length: number): boolean {
  if (at < 0 || at + 2 * length > text.length) return false;
  for (let i = at; i < at + length; i += 1) if (text.charCodeAt(i) !== text.charCodeAt(i + length)) return false;
  return true;
}

/** In a likely reading a word begins before the first fragment and ends with it, or goes on into the second. */
function isInLongerWord(text: string, at: number, length: number): boolean {
  const from = Math.max(0, at - REACH);
  const around = fold(text.slice(from, at + 2 * length + REACH));
  const start = at - from;
  const end = start + length;
  const likely = parseLikelihood(around) - 2;
  const isLikely = (first: number, last: number): boolean => {
    const word = wordLikelihood(around, first, last);
    return word > -Infinity && parseLikelihood(around.slice(0, first)) + word + parseLikelihood(around.slice(last)) >= likely;
  };
  for (let i = 0; i < end; i += 1) {
    for (let j = end + 1; j <= Math.min(around.length, i + LONGEST_WORD); j += 1) if (isLikely(i, j)) return true;
  }
  return false;
}

/** A character twice, where the second adds nothing to the words about it (“为了了解” needs both). */
function doubledCharacter(text: string, at: number, printed: string): Edit | null {
  const char = text.charAt(at);
  if (char === '一') return oneForOne(text, at);
  const edit: Edit = { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.85 };
  // “三至至五孔”.
  if (char === '至' && isNumeral(text.charAt(at - 1)) && isNumeral(text.charAt(at + 2))) return edit;
  if (isNumeral(char) || isSaidTwice(text, at)) return null;
  // What is printed elsewhere with the character once: “国产化化工设备” beside “国产化工设备”.
  const once = hanBefore(text, at + 1, 1 + ABOUT) + hanAfter(text, at + 2, ABOUT);
  if (once.length === 1 + 2 * ABOUT && printed.includes(once)) return edit;
  if (isInVerse(text, at)) return null;
  const before = fold(hanBefore(text, at, REACH));
  const after = fold(hanAfter(text, at + 2, REACH));
  const one = fold(char);
  const endsWhole = endsWord(before + one);
  const beginsWord = isInWord(one + after, 0);
  const gain = parseLikelihood(before + one + after) - parseLikelihood(before + one + one + after);
  const isReduplicated = wordLikelihood(one + one, 0, 2) > LEAST_REDUPLICATED;
  // “实在在”, “为了了解”: a word and the next one.
  if (endsWhole && beginsWord) return null;
  if (ONCE.includes(char) && !isReduplicated && gain > NEEDED.once) return edit;
  // “186架架无人机”: what is counted is said once.
  if (!beginsWord && COUNTED.includes(char) && /[\d多余二三四五六七八九十百千万两几]/u.test(text.charAt(at - 1))) return edit;
  if (isReduplicated && gain <= NEEDED.reduplicated) return null;
  if (SINGLE.includes(char)) return !beginsWord && !endsWhole && gain > -Math.max(-8, wordLikelihood(one, 0, 1)) - 0.7 ? edit : null;
  if (isTwice(char + char, printed)) return null;
  if (beginsWord) return OWNERS.includes(char) || VERBS.includes(char) || gain <= neededAtBegin(text, at, before) ? null : edit;
  // “船闸闸室”, “南海海槽”: of what it is a part.
  if (!endsWhole || WHOLES.includes(char) || OWNERS.includes(char) || isNameAbout(text, at, before, one, after)) return null;
  return gain > NEEDED.end ? edit : null;
}

/** “坎坎坷坷”, “一座座”, “海关关长”, “托托拉” in marks of its own: on purpose, or somebody's name. */
function isSaidTwice(text: string, at: number): boolean {
  const [first, before, char, after, last] = [text.charAt(at - 2), text.charAt(at - 1), text.charAt(at), text.charAt(at + 2), text.charAt(at + 3)];
  if (before === char || after === char || before === '一' || /[长長]/u.test(after)) return true;
  return (first === before && isHan(before)) || (after === last && isHan(after)) || QUOTED.test(text.slice(Math.max(0, at - 1), at + LONGEST_QUOTED));
}

/** Other than behind a phrase or a word the first may end a word that is not known: “岸电电缆”. */
function neededAtBegin(text: string, at: number, before: string): number {
  if (isPhraseBegin(text, at)) return NEEDED.begin;
  return endsWord(before) ? NEEDED.beginBehindWord : Infinity;
}

/** A name that ends with the character twice, or begins with the second: “副主任任见川”. */
function isNameAbout(text: string, at: number, before: string, one: string, after: string): boolean {
  if (isSurname(text, at) && (before.endsWith('主') || !isInWord(after, 0))) return true;
  return isSurname(text, at - 1) && wordLikelihood(before.slice(-1) + one, 0, 2) < COMMON && !isInWord(before + one, before.length, 3);
}

/** In the second of two clauses of four characters, as sayings are: one of them is misread rather than one too many. */
function isInVerse(text: string, at: number): boolean {
  const before = VERSE_BEFORE.exec(text.slice(Math.max(0, at - 9), at))?.[1];
  return before !== undefined && hanAfter(text, at, 5).length === 4 - before.length;
}

/** “头一年，一一批货”: at the begin of a phrase, before what is counted; “一一列举”, “唯一一个” and names are left alone. */
function oneForOne(text: string, at: number): Edit | null {
  return /^[批个名位家条项座件台辆份次度]/u.test(text.slice(at + 2)) && isPhraseBegin(text, at) ? { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.85 } : null;
}

/** Behind a mark, but not where the text was torn; or behind a character that ends a word. */
const isPhraseBegin = (text: string, at: number): boolean => /[，。；：、！？“”（）《》,.;:!?"()\s\u3000是的了在和与就都也把被对为靠着过及或]/u.test(text.charAt(at - 1));

export function isTwice(words: string, text: string): boolean {
  return text.length > LONGEST_LOOKED_THROUGH || text.indexOf(words) !== text.lastIndexOf(words);
}

/** The last characters of the text are a word of two or more. */
function endsWord(text: string): boolean {
  for (let length = 2; length <= Math.min(LONGEST_WORD, text.length); length += 1) if (wordLikelihood(text, text.length - length, text.length) > -Infinity) return true;
  return false;
}
