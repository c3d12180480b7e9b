import type { Author, Byline } from '@wenliu/contracts';
import { isAffiliation, isAnyRole, isName, isOutlet, isPost, isUnit, maySign, readAnyRole, readRole, readWorkBefore, readWorkBehind, workOf, type Work } from './byline-words.js';
import { bareOf, isCityOfProvince } from './bare-byline.js';
import { isHan, ORNAMENTS } from './marks.js';
import { readNames } from './names.js';
import { isLikelyName, isSurname, isWord } from './surnames.js';

const SYMBOL = new RegExp(`^[${ORNAMENTS}⊙•]\\s?`, 'u');
/** “全部的记者”, “她”: of a sentence. */
const SENTENCE = /的(?:记者|記者|通讯员|通訊員)|[她他它们們]/u;
const GROUP = /^(?:集体采访|集體採訪|采访团|集体|(?:本报|本刊)?(?:报道组|采访组|编辑部|记者组))$/;
/** “本报理论部调研组”. */
const OF_PAPER = /^本[报報刊]\p{Script=Han}{0,8}(?:调研组|课题组|调查组)$/u;
const LONGEST = 80;
const LONGEST_ROLE = 6;
/** “[某]甲·乙”: where, or when, a writer lived. */
const ORIGIN = /^[[［〔【（(]\p{Script=Han}{1,3}[\]］〕】）)](?=\p{Script=Han})/u;
const REPORT = /[报報](?:道|導)/u;
/** “甲通讯员乙”. */
const GLUED = /^(\p{Script=Han}{2,4}?|\p{Script=Han}+·\p{Script=Han}+?)((?:本报|本報|见习|見習|实习|實習|特约|特約|首席|全媒体|融媒体?)?(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影报道|摄影|图文|文图).*)$/u;
/** “通讯员 青法宣”: the office that sends news. */
const OFFICE = /^\p{Script=Han}{2,6}宣$/u;
/** “◎甲（退休教師，某地）”, “甲（某某证券首席分析师）”: who a writer is. */
const ABOUT_WRITER = /^(\S{2,8})[（(]([^，,（(）)]{2,24})(?:[，,][^（(）)]{1,10})?[）)]$/u;
/** “作者：甲　某某研究所研究员”. */
const AUTHOR_OF = /^作者[:：]\s?(\S{2,4})[\s\u3000]+([^\s\u3000，。]{4,24})$/u;
/** “某县融媒体中心 甲”. */
const MEDIA = /^\p{Script=Han}{2,6}(?:融媒体中心|融媒中心|广播电视台|电视台)$/u;
const FROM_OTHERS = /(?:提供|供图|供圖|资料图?片?|資料圖?片?)$/u;

interface Reading {
  role: string;
  /** Printed before it, and parted from it. */
  outlet: string;
  /** The work announced: “图：” until the next one. */
  work: Work | null;
  authors: Author[];
  photographers: string[];
  /** Names since the last role: what a closing “摄” speaks of. */
  recent: string[];
  /** A name printed with a space inside. */
  pending: string;
  /** Something says that these are reporters' names. */
  signed: boolean;
}

/** A line of reporters' names, `null` where the text is anything else. */
export function readByline(text: string): Byline | null {
  const raw = text.trim();
  if (raw === '' || raw.length > LONGEST || SENTENCE.test(raw)) return null;
  const symbol = symbolOf(raw);
  if (symbol === '' && !maySign(raw)) return null;
  const bare = bareOf(raw.slice(symbol.length));
  const [, writer = '', role = ''] = ABOUT_WRITER.exec(raw.slice(symbol.length)) ?? [];
  if (symbol === '' ? isLikelyName(writer) && !isWord(writer) && isPost(role) : isName(writer)) return { raw, authors: [{ name: writer, role }], photographers: [] };
  const [, author = '', office = ''] = AUTHOR_OF.exec(raw) ?? [];
  if (isName(author) && isAffiliation(office)) return { raw, authors: [{ name: author, role: '作者' }], photographers: [] };
  const tokens = lettersAsName(bare).split(/[\s\u3000、，,；;]+/u).filter((token) => token !== '');
  // “读者 某某区 甲”: where the writer lives.
  const [from = ''] = tokens;
  // “□某县县委书记 甲”, “□ 甲　某医院”, “○ 某小学 甲 乙”.
  if (symbol !== '' && tokens.length === 3 && isAffiliation(from) && tokens.slice(1).every(isHan)) tokens.splice(1, 2, tokens.slice(1).join(''));
  const name = tokens[1] ?? '';
  if (tokens.length === 2 && MEDIA.test(from) && isLikelyName(name)) return { raw, authors: [{ name, role: from }], photographers: [] };
  if (tokens.length === 2 && !/[，,]/u.test(raw) && isAnyRole(from) && mayFollow(from, name)) return { raw, authors: [{ name, role: from }], photographers: [] };
  if (symbol !== '' && tokens.length === 2) {
    if ((isAffiliation(from) || isCityOfProvince(from)) && isLikelyName(name) && !isWord(name)) return { raw, authors: [{ name, role: from }], photographers: [] };
    if (isAffiliation(name) && isLikelyName(from) && !isWord(from)) return { raw, authors: [{ name: from, role: name }], photographers: [] };
  }
  const isPlace = (token: string, i: number): boolean => i < tokens.length - 1 && /^\p{Script=Han}{1,4}[区區县縣镇鎮乡鄉市]$/u.test(token);
  const reading: Reading = { role: '', outlet: '', work: null, authors: [], photographers: [], recent: [], pending: '', signed: symbol !== '' || (REPORT.test(raw) && !REPORT.test(bare)) };
  for (const [i, token] of tokens.entries()) if (!(i > 0 && isPlace(token, i)) && !takeToken(reading, token, tokens[i + 1])) return null;
  const { authors, photographers } = reading;
  const isNothing = authors.length === 0 && photographers.length === 0 && reading.role === '';
  // “■ 数 据” is the head of a box.
  const isBox = symbol !== '' && reading.role === '' && reading.work === null && authors.every(({ name }) => isWord(name));
  return !reading.signed || reading.pending !== '' || isNothing || isBox ? null : { raw, authors, photographers };
}

/** An ornament before names; “口” is one that a recogniser took for a character. */
function symbolOf(raw: string): string {
  const symbol = SYMBOL.exec(raw)?.[0];
  if (symbol !== undefined || !raw.startsWith('口')) return symbol ?? '';
  const rest = raw.slice(1).trimStart();
  return readNames(rest) !== null || readRole(rest) !== null ? raw.slice(0, -rest.length) : '';
}

/** “容 若 谷”: a name set wide; four letters are two names, unless it is one. */
function lettersAsName(text: string): string {
  if (!/^\p{Script=Han}(?:[\s\u3000]\p{Script=Han}){1,3}$/u.test(text)) return text;
  const name = text.replace(/[\s\u3000]/gu, '');
  return name.length < 4 || isName(name) ? name : text;
}

/** `false` where the token is nothing a byline is made of. */
function takeToken(reading: Reading, printed: string, next: string | undefined): boolean {
  const isLast = next === undefined;
  const token = printed.replace(SYMBOL, '').replace(ORIGIN, '').replace(/[／/]$/u, '');
  const work = workOf(token);
  if (work !== null) {
    if (isLast && work === 'none') return reading.signed;
    if (isLast) closeWork(reading, work, token.length === 1);
    else announce(reading, work);
    return true;
  }
  const before = readWorkBefore(token);
  if (before !== null) {
    announce(reading, before.work);
    // “来源：某某网”.
    return before.rest === '' || GROUP.test(before.rest) || (before.work === 'none' && before.rest.length > 1 && !isName(before.rest)) || takeToken(reading, before.rest, next);
  }
  if (token === '' || (reading.work === 'picture' && FROM_OTHERS.test(token))) return true;
  const known = readRole(token);
  const [, glued = '', behind = ''] = known !== null || reading.role === '' ? [] : GLUED.exec(token) ?? [];
  if (isLikelyName(glued)) return takeName(reading, glued) && takeToken(reading, behind, next);
  if (OF_PAPER.test(token)) {
    reading.authors.push({ name: token, role: '作者' });
    return (reading.signed = true);
  }
  if (known === null && next !== undefined && (isOutlet(token) || /(?:公司|集团)$/u.test(token)) && (readRole(next) !== null || (reading.signed && isLikelyName(next)))) {
    reading.outlet = token;
    return true;
  }
  const any = known === null ? readAnyRole(token) : null;
  const role = known ?? (any !== null && isLikelyName(any.rest) ? any : null) ?? (isAnyRole(token) && next !== undefined && (isLikelyName(next) || mayFollow(token, next)) ? { role: token, rest: '' } : null);
  // “文／科研院 甲”, “讲述人：某社区书记 甲”.
  if (role === null && next !== undefined && (reading.role !== '' || reading.work !== null) && (isPost(token) || (isUnit(token) && (isHan(next) || isLikelyName(next))))) return true;
  if (role === null) return endsName(reading, token, next) || takeName(reading, token) || takeSigned(reading, token);
  // “■记者走访” is a subhead.
  if (isLast && (!reading.signed || (/^(?:记者|記者)$/u.test(role.role) && reading.authors.length === 0)) && isPlainWord(role.rest)) return false;
  reading.role = reading.outlet + role.role;
  reading.outlet = '';
  if (reading.work === 'none') reading.work = null;
  reading.recent = [];
  reading.signed = true;
  return role.rest === '' || GROUP.test(role.rest) || takeToken(reading, role.rest, next);
}

/** “青报记者　昂晓岚”: behind a short role a surname may be a rare one. */
function mayFollow(role: string, name: string): boolean {
  return role.length <= LONGEST_ROLE && isName(name) && !isWord(name);
}

/** “记者追问”: the name of a column. */
function isPlainWord(text: string): boolean {
  return text.length === 2 && !isSurname(text, 0) && isWord(text);
}

function announce(reading: Reading, work: Work): void {
  reading.work = work;
  reading.role = '';
  reading.recent = [];
  reading.signed = true;
}

/** “林见 川”: a blank fell into the name. */
function endsName(reading: Reading, token: string, next: string | undefined): boolean {
  const last = reading.authors.at(-1);
  if (token.length !== 1 || reading.pending !== '' || next?.length === 1 || last?.name.length !== 2 || last.name !== reading.recent.at(-1) || reading.work !== null || !isLikelyName(last.name + token)) return false;
  last.name += token;
  reading.recent[reading.recent.length - 1] = last.name;
  return true;
}

function takeName(reading: Reading, token: string): boolean {
  if (reading.pending === '' && token.length === 1 && isHan(token)) {
    reading.pending = token;
    return true;
  }
  const name = reading.pending + token;
  if (!isName(name) && !(OFFICE.test(name) && /[员員]$/u.test(reading.role))) return false;
  reading.pending = '';
  reading.recent.push(name);
  // “图/见习记者 甲”: on the staff, as the one who wrote.
  if ((reading.work !== 'picture' && reading.work !== 'none') || reading.role !== '') reading.authors.push({ name, role: reading.role === '' ? '作者' : reading.role });
  if (reading.work === 'picture' || reading.work === 'both') addOnce(reading.photographers, name);
  return true;
}

/** “甲摄”: name and work in one word. */
function takeSigned(reading: Reading, token: string): boolean {
  const signed = readWorkBehind(token);
  // “甲 上海报道”: where it was made.
  if (signed !== null && signed.work === 'text' && reading.authors.length > 0 && isWord(signed.rest)) return (reading.signed = true);
  // “追踪报道” is the name of a series.
  if (signed === null || isOutlet(signed.rest) || (!reading.signed && isPlainWord(signed.rest))) return false;
  // “甲/文 乙/图”.
  if (signed.work === 'picture' && reading.role === '' && reading.authors.length > 0) reading.work = 'picture';
  if (signed.work === 'none') announce(reading, 'none');
  if (!takeName(reading, signed.rest) || reading.pending !== '') return false;
  closeWork(reading, signed.work, true);
  return true;
}

/** Who took the picture of a picture story is also its author. `own`: of the names just before only. */
function closeWork(reading: Reading, work: Work, own: boolean): void {
  reading.signed = true;
  if (work === 'text' || work === 'none') {
    reading.recent = [];
    return;
  }
  const names = own ? reading.recent : reading.authors.map((author) => author.name);
  for (const name of names) addOnce(reading.photographers, name);
}

function addOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}
