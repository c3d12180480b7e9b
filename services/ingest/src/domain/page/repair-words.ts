import { foldChar } from '@wenliu/text';
import { areNeighbours, charLikelihood } from '@wenliu/text/words';
import { isHan } from './marks.js';
import { doubtfulPlaces, readAgain } from './misread.js';
import type { Edit } from './printed-text.js';
import { doubledFragment, doubledMark, isTwice, LONGEST_LOOKED_THROUGH } from './repair-doubled.js';
import { editOfNumber, isNumeral, maySpoilNumber } from './repair-numbers.js';
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
/** The longest fragment looked for. */
const LONGEST_FRAGMENT = 60;
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
  let after = text === '' ? 0 : text.charCodeAt(0);
  for (let i = 0; i < text.length; i += 1) {
    const code = after;
    after = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const isDoubtful = next < doubtful.length && doubtful[next] === i;
    if (isDoubtful) next += 1;
    const before = stoodBefore(code, after, i);
    // Of most characters nothing is asked.
    if (!isDoubtful && code !== after && before < 0 && !maySpoilNumber(code)) continue;
    const rule = (code === after ? doubledMark(text, i, surroundings.text) : null) ?? (before < 0 ? null : doubledFragment(text, before, i - before));
    const edit = rule ?? (maySpoilNumber(code) ? editOfNumber(text, i) : null) ?? (isDoubtful ? misreadAt(text, i, surroundings) : null);
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

function misreadAt(text: string, at: number, surroundings: Surroundings): Edit | null {
  const reading = isNumeral(text.charAt(at)) && !isNoThousand(text, at) ? null : readAgain(text, at);
  if (reading === null || reading.odds < LIKELY - MOST_MORE || isNumeral(reading.text)) return null;
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
