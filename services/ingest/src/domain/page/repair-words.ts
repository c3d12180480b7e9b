import { areNeighbours, charLikelihood, LONGEST_WORD, parseLikelihood, wordLikelihood } from '@wenliu/text/words';
import { fold, foldChar } from '@wenliu/text';
import { hanAfter, hanBefore, isHan } from './marks.js';
import { doubtfulPlaces, isInWord, readAgain } from './misread.js';
import type { Edit } from './printed-text.js';
import { editOfNumber, maySpoilNumber } from './repair-numbers.js';
import { isSurname } from './surnames.js';

/** ln of the odds that a character is misread: changed from the first on, suggested from the second on. */
const SURE = 2.5;
const LIKELY = 0;
/** How often a character is printed where it is no mistake, and ln of how much oftener than in all text. */
const OFTEN = 3;
const OFTENER = 3.5;
/** ln of how much likelier the next is misread for each that surely is, and what that comes to at most. */
const EACH_MORE = 0.7;
const MOST_MORE = 1.4;
/** A word printed so again elsewhere is hardly misread. */
const PRINTED_AGAIN = 8;
/** With a line as long as this the text that is looked through gets long, too: misreadings are not looked for, as each may be asked about all of it. */
const LONGEST_LOOKED_THROUGH = 200_000;
const REACH = 3;
/** Words that stand twice only by mistake. */
const COUNTED = '个名架辆台座家户条件所处人年月日元吨亩米';
/** What is counted one by one: “座座”. */
const EACH = '一个座项批幅幕扇尾条棵家户件张片层阵步声句代年月天日次遍本册栋株颗枚滴排行道串桩束袋堆只';
/** “市市场监督管理局”: whose office it is. */
const OWNERS = '国省州市县区镇乡村军校院部局';
/** What things are parts of: “船闸闸室”. */
const WHOLES = '机闸海江河湖山岛港桥站厂店校院车船楼库渠矿线城';
const SINGLE = '还也都又的了在和与是则就被把将对于及并着为从由后';
/** Words of one character that begin others, and are never said twice. */
const ONCE = '不把能给会要让说去很更最以因有到之其这那每正已曾才再没请全两占用';

/** The longest fragment looked for, and the longest that is looked at as words. */
const LONGEST_FRAGMENT = 60;
const LONGEST_WORDS = 6;
/** ln of how much likelier words must be without the second of two characters. */
const DOUBLED_IN_WORD = 9;
const DOUBLED_AT_END = 8.5;
const SAID_TWICE = 6;
/** So many characters on either side tell that the same is meant. */
const ABOUT = 2;
/** A few words in marks of their own. */
const QUOTED = /^[“「]\p{Script=Han}{2,4}[”」]/u;
const LONGEST_QUOTED = 6;
const VERSE_BEFORE = /(?:^|\P{Script=Han})\p{Script=Han}{4}[，,](\p{Script=Han}{0,2})$/u;
/** ln of the probability from which on a character twice is a word: “好好”; that of slips is lower. */
const LEAST_REDUPLICATED = -12.5;

/** What speaks for and against a misreading beside the words about it. */
export interface Surroundings {
  /** All that is printed about it. */
  text: string;
  /** How many characters surely are misread. */
  misread: number;
}

/** Characters misread, and fragments printed twice. What is only likely is in `suggestions`. */
export function editsOfWords(text: string, surroundings: Surroundings = { text, misread: 0 }): { edits: Edit[]; suggestions: Edit[] } {
  const edits: Edit[] = [];
  const suggestions: Edit[] = [];
  const doubtful = surroundings.text.length > LONGEST_LOOKED_THROUGH ? [] : doubtfulPlaces(text);
  let next = 0;
  let free = 0;
  STOOD.fill(-1);
  let code = text.charCodeAt(0);
  for (let i = 0; i < text.length; i += 1) {
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const before = stoodBefore(code, after, i);
    const rule = (code === after ? doubledMark(text, i, surroundings) : null) ?? (before < 0 ? null : doubledFragment(text, before, i - before));
    const isSuspect = maySpoilNumber(code);
    code = after;
    const edit = rule ?? (isSuspect ? editOfNumber(text, i) : null) ?? (doubtful[next] === i ? misreadAt(text, i, surroundings) : null);
    if (doubtful[next] === i) next += 1;
    if (edit === null || edit.start < free) continue;
    (edit.confidence >= 0.8 ? edits : suggestions).push(edit);
    free = edit.end;
  }
  return { edits, suggestions };
}

/** Where in the text two characters stood last, by a hash of them. */
const STOOD = new Int32Array(1024);

/** Where these two characters, which stand at `at`, began before, `-1` where they did not or where that is forgotten. */
function stoodBefore(code: number, after: number, at: number): number {
  const slot = ((code * 31) ^ after) & (STOOD.length - 1);
  const before = STOOD[slot] ?? -1;
  STOOD[slot] = at;
  return before >= 0 && at - before <= LONGEST_FRAGMENT ? before : -1;
}

/** “，，”, “的的”: what the character at `at` and the next, which is the same, may be. */
function doubledMark(text: string, at: number, surroundings: Surroundings): Edit | null {
  const char = text.charAt(at);
  if (/[，、：；]/u.test(char)) return { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.95 };
  return isHan(char) ? doubledCharacter(text, at, surroundings) : null;
}

/** “乡村乡村振兴”, and clauses printed twice: the second of two that read the same. */
function doubledFragment(text: string, at: number, length: number): Edit | null {
  if (length < 2 || !isRepeat(text, at, length)) return null;
  const fragment = text.slice(at, at + length);
  const edit: Edit = { start: at + length, end: at + 2 * length, text: '', reason: 'doubled', confidence: length === 2 ? 0.85 : 0.9 };
  if (isRepeat(text, at + length, length) || isRepeat(text, at - length, length)) return null;
  if (length > LONGEST_WORDS) return fragment.replace(/\P{Script=Han}/gu, '').length > LONGEST_WORDS ? edit : null;
  if (![...fragment].every(isHan)) return null;
  // “一步一步”, “很多很多”, “坐着坐着”, “能不能不”, “咔嚓咔嚓”: said twice on purpose.
  if (/[一很好越几每点多]|[着不]$|^[咔嚓哗啦叮当咚噼啪嘀嗒吱呀滴答轰隆扑通吸溜哧噜吧咕嘟嗡]+$/u.test(fragment)) return null;
  // “俄罗斯罗斯托夫州”, “手把手把”, “支队支队长”: the repeat belongs to other words.
  if (isInLongerWord(text, at, length) || isInWord(fold(text.slice(at + length, at + 2 * length + 1)), 0, length + 1)) return null;
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
    if (i < start && isLikely(i, end)) return true;
    for (let j = end + 1; j <= Math.min(around.length, i + LONGEST_WORD); j += 1) if (isLikely(i, j)) return true;
  }
  return false;
}

/** A character twice, where the second adds nothing to the words about it (“为了了解” needs both). */
function doubledCharacter(text: string, at: number, surroundings: Surroundings): Edit | null {
  const char = text.charAt(at);
  if (text.charAt(at + 2) === char || text.charAt(at - 1) === char) return null;
  // “托托拉”: a name, or what somebody calls it.
  if (QUOTED.test(text.slice(Math.max(0, at - 1), at + LONGEST_QUOTED))) return null;
  if (char === '一') return oneForOne(text, at);
  if (isNumber(char)) return null;
  const edit: Edit = { start: at + 1, end: at + 2, text: '', reason: 'doubled', confidence: 0.85 };
  const before = fold(hanBefore(text, at, REACH));
  const after = fold(hanAfter(text, at + 2, REACH));
  const one = fold(char);
  const isCounted = /[\d多余二三四五六七八九十百千万两几]/u.test(text.charAt(at - 1)) && COUNTED.includes(char);
  // “实在在”, “为了了解”: a word and the next one.
  const endsWhole = endsWord(before + one);
  // “三至至五孔”.
  if (char === '至' && isNumber(text.charAt(at - 1)) && isNumber(text.charAt(at + 2))) return edit;
  const gain = (): number => gainOfOne(before, one, after);
  // What is printed elsewhere with the character once: “国产化化工设备” beside “国产化工设备”.
  const once = hanBefore(text, at + 1, 1 + ABOUT) + hanAfter(text, at + 2, ABOUT);
  if (once.length === 1 + 2 * ABOUT && surroundings.text.includes(once)) return edit;
  if (isInVerse(text, at)) return null;
  // “船闸闸室”, “南海海槽”: of what it is a part.
  if (endsWhole && WHOLES.includes(char) && !isInWord(one + after, 0)) return null;
  // “海关关长”: who is at the head of it; “一列列”.
  if (after.startsWith('长') || after.startsWith('長') || before.endsWith('一')) return null;
  const isReduplicated = wordLikelihood(one + one, 0, 2) > LEAST_REDUPLICATED;
  const beginsWord = isInWord(one + after, 0);
  if (ONCE.includes(char) && !isReduplicated && !(beginsWord && endsWhole) && gain() > SAID_TWICE) return edit;
  if (beginsWord) return standsBeforeWord(text, at, before, after, surroundings) ? edit : null;
  if (SINGLE.includes(char) && endsWhole) return null;
  // “186架架无人机”: what is counted is said once.
  if (isCounted) return edit;
  const isSingle = SINGLE.includes(char);
  // “看看”, “一座座”, a name behind an office (“副主任任见川”), and names, which are printed so again.
  if (!isSingle && (isSurname(text, at + 1) || isReduplicated || EACH.includes(char) || !endsWhole || isSurname(text, at - 1) || isTwice(char + char, surroundings.text))) return null;
  if (!isSingle) return gain() > DOUBLED_AT_END ? edit : null;
  const own = Math.max(-8, wordLikelihood(one, 0, 1));
  return gain() > -own - 0.7 ? edit : null;
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

/** “不是标标准件”: the second character begins a word, and the first is part of none. */
function standsBeforeWord(text: string, at: number, before: string, after: string, surroundings: Surroundings): boolean {
  const char = text.charAt(at);
  const one = fold(char);
  if (!isPhraseBegin(text, at) || OWNERS.includes(char) || SINGLE.includes(char) || EACH.includes(char) || isInWord(before + one, before.length) || isInWord(one + one, 0) || after.charAt(0) === after.charAt(1)) return false;
  if (isSurname(text, at - 1) || isSurname(text, at) || isTwice(char + char, surroundings.text)) return false;
  return gainOfOne(before, one, after) > DOUBLED_IN_WORD;
}

/** ln of how much likelier the words are with the character once than twice. */
function gainOfOne(before: string, one: string, after: string): number {
  return parseLikelihood(before + one + after) - parseLikelihood(before + one + one + after);
}

function misreadAt(text: string, at: number, surroundings: Surroundings): Edit | null {
  const reading = isNumber(text.charAt(at)) && !isNoThousand(text, at) ? null : readAgain(text, at);
  if (reading === null || reading.odds < LIKELY - MOST_MORE || isNumber(reading.text)) return null;
  if (isSigned(text, at) || isMeant(text.charAt(at), surroundings.text)) return null;
  const odds = reading.odds + Math.min(MOST_MORE, EACH_MORE * surroundings.misread) - (isPrintedAgain(text, at, surroundings.text) ? PRINTED_AGAIN : 0);
  return odds < LIKELY ? null : { start: at, end: at + 1, text: reading.text, reason: 'misread', confidence: odds >= SURE ? Math.min(0.95, 0.8 + (odds - SURE) * 0.03) : 0.6 };
}

/** A character that is printed again and again, and far oftener than elsewhere, is what the page is about: “苦楝”, “鱼竿”. */
function isMeant(char: string, printed: string): boolean {
  const times = printed.split(char).length - 1;
  return times > OFTEN && Math.log(times / printed.length) - charLikelihood(char.charCodeAt(0)) > OFTENER;
}

/** Of a name behind “记者”, or behind an office: no name is changed. */
function isSigned(text: string, at: number): boolean {
  const name = /(?:记者|通讯员|作者|编辑|摄影|负责人|主任|主席|书记|经理|编导|导演|专家|教授|律师|院士|委员|会长|总监|[局处科院校队镇县市区村所站厂店]长|工程师|研究员|农机手)[\s\u3000]?(?:\p{Script=Han}{2,4}[\s\u3000、])*(\p{Script=Han}{0,3})$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
  return name !== undefined && (name === '' || isSurname(text, at - name.length));
}

/** A number is changed by the rules for numbers only. */
function isNumber(char: string): boolean {
  return /[一二三四五六七八九十百千万亿两零〇]/u.test(char);
}

/** “烘千机”: nothing is counted here. */
function isNoThousand(text: string, at: number): boolean {
  return text.charAt(at) === '千' && /^[^\d〇零一二两三四五六七八九十百数几上成好多每]千[^\d万多余米克瓦吨伏卡赫字里斤年百人名家户亩元]/u.test(text.slice(at - 1));
}

/** The character stands elsewhere beside one of the same neighbours. */
function isPrintedAgain(text: string, at: number, all: string): boolean {
  const pairs = [text.slice(Math.max(0, at - 1), at + 1), text.slice(at, at + 2)].filter((pair) => pair.length === 2 && [...pair].every(isHan));
  // Words that are known stand anywhere; what is not may be a name.
  return pairs.some((pair) => !areNeighbours(foldChar(pair.charCodeAt(0)), foldChar(pair.charCodeAt(1))) && isTwice(pair, all));
}

function isTwice(words: string, text: string): boolean {
  return text.length > LONGEST_LOOKED_THROUGH || text.indexOf(words) !== text.lastIndexOf(words);
}

/** The last characters of the text are a word of two or more. */
function endsWord(text: string): boolean {
  for (let length = 2; length <= Math.min(LONGEST_WORD, text.length); length += 1) if (wordLikelihood(text, text.length - length, text.length) > -Infinity) return true;
  return false;
}
