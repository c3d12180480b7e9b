import { isCityOfProvince } from './bare-byline.js';
import { isAffiliation, isName } from './byline-words.js';
import { hasLeadHeadline } from './headline.js';
import { PART } from './labels.js';
import { endsSentence, isWider, widthOf } from './marks.js';
import { authorsNamed, readNames, readNamesAmong } from './names.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';
import { isLikelyName, isWord } from './surnames.js';

const LONGEST_PLACE = 3;
const MOST_NAMES = 5;
const NARROWEST_TEXT = 16;
const NARROWEST_HEAD = 7;
/** What stands between two names. */
const PARTED = /[\s\u3000、，,]/u;
/** The title of a poem. */
const WIDEST_POEM = 10;
const INSTITUTION = /(?:[区區矿礦厂廠局院校站队隊部所社村镇鎮乡鄉]|公司|中心|大学|大學|小学|中学)$/u;
/** “[某]甲·乙”: a writer of another country, or of another dynasty. */
const FOREIGN = /^[[【〔（(]\p{Script=Han}{1,3}[\]】〕）)][\s\u3000]?(\p{Script=Han}+(?:·\p{Script=Han}+)+)$/u;

/** “甲（某地）”, “甲（國小教師，某縣民）”, “甲　執業律師，專注……”. */
const PLACED = /^(\p{Script=Han}{2,3})(?:[（(](?:\p{Script=Han}{2,8}(?:[，,、]\p{Script=Han}{2,10})?|\p{Script=Han}{4,20}(?:[院校所局社会]|大学|中心|公司))[）)]|[\s\u3000]+\p{Script=Han}{0,6}(?:律師|律师|教授|醫師|医师|作家|學者|学者|教師|教师|会计师|營養師|营养师)[，,]\p{Script=Han}{4,16})$/u;
const POST_BEHIND = /[（(](?:\p{Script=Han}{2,8}[，,])?\p{Script=Han}{0,7}(?:[师師生员員家授工民]|教练|律师|主任|经理)[）)]$/u;

/** “湖北　小梅　11月20日”: under a letter. */
const LETTER = /^\p{Script=Han}{2,6}[\s\u3000]+(\p{Script=Han}{2,3})[\s\u3000]+(?:\d{4}年)?\d{1,2}月\d{1,2}日$/u;

/** “青山再制造有限公司总经理”: on a line of its own below the name. */
export const OFFICE = /^[^\s\u3000，。：]{6,30}(?:经理|总裁|董事长|主任|院长|所长|校长|会长|秘书长|研究员|教授|律师|委员)$/u;

/** In supplements and columns the author's name alone stands between headline and text. */
export function readLoneName(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  if (line.indented || before === undefined || after === undefined) return null;
  const [, from = '', behind = ''] = /^(\p{Script=Han}{3,18})[\s\u3000](\p{Script=Han}{2,3})$/u.exec(line.text) ?? [];
  // “青山县司法局 甲”: for whom the writer works.
  const isOfInstitution = (INSTITUTION.test(from) || isAffiliation(from)) && isLikelyName(behind) && !isWord(behind);
  const name = isOfInstitution ? behind : line.text.replace(/[\s\u3000]/gu, '');
  const pupil = readPupil(line.text);
  if (pupil !== null) return signed(line, pupil);
  const placed = readPlaced(line.text);
  // “甲（注册营养师）”: who writes is said wherever that stands.
  if (placed !== null && POST_BEHIND.test(line.text)) return signed(line, ...placed);
  const several = readSeveral(line.text) ?? readForeign(line.text) ?? placed;
  // “甲乙　丙丁” set wide, below a headline that stands below its text.
  if (several !== null && several.length > 1 && line.text.includes('\u3000') && !line.text.includes('·') && !several.some(isWord) && !isWider(before.text, 30) && !isWider(after.text, 30)) return signed(line, ...several);
  if (several === null && !isLikelyName(name) && (line.level > 0 || !isSetWide(line.text)) && !(line.level === 0 && isPenName(line.text, before) && isWider(after.text, 30) && !hasLeadHeadline(after.text))) return null;
  const underHead = !isWider(before.text, 30) && !before.indented && !/(?:[。，；、：！？]|[。！？，]”)$/u.test(before.text) && widthOf(before.text) >= 2;
  const isOfBook = /^《[^》]{1,20}》.*(?:著|出版社)/u.test(after.text);
  const isPoets = (isSetWide(line.text) || line.text.length === 3) && isLikelyName(name) && !isWord(name) && !isWider(before.text, WIDEST_POEM) && !isWider(after.text, 30);
  const overText = isPoets || OFFICE.test(after.text) || isOfBook || PART.test(after.text) || after.indented || isWider(after.text, 30) || (endsSentence(after.text) && isWider(after.text, NARROWEST_TEXT)) || (isSetWide(line.text) && /[，。]/u.test(after.text));
  return underHead && overText ? signed(line, ...(several ?? [name])) : null;
}

/** “甲　乙”, where most do not begin as a phrase does: “江水清 河鱼肥”. */
function readSeveral(text: string): string[] | null {
  if (!PARTED.test(text)) return null;
  const names = readNames(text) ?? readNamesAmong(text);
  const phrases = names?.filter((name) => name.length > 2 && isWord(name.slice(0, 2))).length ?? 0;
  return names === null || names.length < 2 || names.length > MOST_NAMES || phrases * 2 > names.length ? null : names;
}

/** “某小学三（2）班　甲”. */
function readPupil(text: string): string | null {
  const [, spaced = ''] = /班[\s\u3000]?(\p{Script=Han}{2,3}|\p{Script=Han}[\s\u3000]\p{Script=Han})$/u.exec(text) ?? [];
  const name = spaced.replace(/[\s\u3000]/gu, '');
  return /[（(]\d{1,2}[）)]班|[年级][一二三四五六七八九\d]{1,2}班/u.test(text) && isName(name) ? name : null;
}

/** “甲（某地）”. */
function readPlaced(text: string): string[] | null {
  const [, name = ''] = PLACED.exec(text) ?? [];
  return isLikelyName(name) && !isWord(name) ? [name] : null;
}

function readForeign(text: string): string[] | null {
  const name = FOREIGN.exec(text)?.[1];
  return name === undefined ? null : [name];
}

/** “桐声”, “老门柱”: no word, over a text; “渡口客” below a headline; or “老 麦”, set wide. */
function isPenName(text: string, { text: before }: PageLine): boolean {
  const isBelowHead = widthOf(before) >= NARROWEST_HEAD && !/(?:[摄攝）)]|[报報][道导導])$/u.test(before) && !/[说話话谈语讯闻声]$/u.test(text);
  return ((/^(?:\p{Script=Han}{2}|[老小阿]\p{Script=Han}{2})$/u.test(text) || (isBelowHead && /^\p{Script=Han}{3}$/u.test(text))) && !isWord(text)) || /^\p{Script=Han}[\s\u3000]\p{Script=Han}$/u.test(text);
}

/** “晓 雾”: a pen name of two letters, which is no word. */
function isSetWide(text: string): boolean {
  return /^\p{Script=Han}[\s\u3000]\p{Script=Han}$/u.test(text) && !isWord(text.charAt(0) + text.charAt(2));
}

/** The writer's name, perhaps behind his place or office, between the end of his text and the next headline; where it is no word. */
export function readFootName(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  const [, from = '', what = '', spaced = ''] = /^(?:——?)?(?:(\p{Script=Han}{2,16})[\s\u3000](?:(\p{Script=Han}{3,8})[\s\u3000])?)?((?:\p{Script=Han}[\s\u3000]?){2,3})$/u.exec(line.text) ?? [];
  const name = spaced.replace(/[\s\u3000]/gu, '');
  const several = readSeveral(line.text.replace(/^\p{Script=Han}{2,9}[省市县縣区區镇鎮乡鄉村][\s\u3000]/u, ''));
  if (before !== undefined && several !== null && isFoot(before, after)) return signed(line, ...several);
  const [, writer = ''] = LETTER.exec(line.text) ?? [];
  if (before !== undefined && writer !== '' && endsSentence(before.text)) return { ...signed(line, writer), foot: true };
  const placed = readPlaced(line.text);
  if (before !== undefined && placed !== null && (isFoot(before, after) || (/[，,]/u.test(line.text) && endsSentence(before.text)))) return { ...signed(line, ...placed), foot: true };
  if (before === undefined || name === '') return null;
  // “青山县　小学教师　甲”: where a reader lives and what he is, behind his letter; “青山矿运输队 甲”.
  if ((what !== '' || INSTITUTION.test(from) || (from.length > 5 && isAffiliation(from))) && endsSentence(before.text) && (what !== '' || isLikelyName(name))) return { ...signed(line, name), foot: true };
  if (isName(name) && /^[（(]作者/u.test(after?.text ?? '')) return { ...signed(line, name), foot: true };
  if (!isLikelyName(name) || isWord(name)) return null;
  // “一子落 满盘活”: two phrases alike are a headline.
  if (from.length === 3 && name.length === 3 && !/[省市县縣区區镇鎮乡鄉村厂廠校店站]$/u.test(from)) return null;
  // “镇江 甲”: who lives there wrote a letter.
  const isAlone = from === '' && endsSentence(before.text) && line.level === 0;
  return isFoot(before, after) || isAlone || (from.length <= LONGEST_PLACE && isWord(from)) || isCityOfProvince(from) ? signed(line, name) : null;
}

/** Between the end of a text and what may be the next headline. */
function isFoot(before: PageLine, after: PageLine | undefined): boolean {
  return endsSentence(before.text) && (after === undefined || (!isWider(after.text, 30) && !endsSentence(after.text)));
}

/** The line as the names of those who wrote. */
export function signed(line: PageLine, ...names: readonly string[]): Role & { kind: 'byline' } {
  return { kind: 'byline', byline: { raw: line.text, authors: authorsNamed(names), photographers: [] }, dateline: null };
}
