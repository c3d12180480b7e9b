import type { Author, Byline } from '@wenliu/contracts';
import { isAnyRole, isName, isPost, maySign, readRole, readWorkBefore, readWorkBehind, workOf, type Work } from './byline-words.js';
import { isHan, withoutBrackets } from './marks.js';
import { isLikelyName, isSurname, isWord } from './surnames.js';

const SYMBOL = /^[■□▲△●◆◇◎○★☆▍▌►▶▪◤]\s?/u;
const GROUP = /^(?:集体采访|集體採訪|采访团|报道组|集体)$/;
const LONGEST = 80;
/** “記者甲／某地報導”: where the report was made. */
const PLACE_BEHIND = /[／/]\p{Script=Han}{2,8}?(?:綜合|综合|連線|连线|即時)?(?:報導|報道|报道|電|电|特稿|專訪|专访)$/u;
/** “综合外媒报道”, “发自某地”: how the report came about; “（某学院）”: where a name belongs. */
const BESIDE_NAMES = /[\s\u3000](?:综合(?:外媒|外电|媒体|本报)?(?:报道|消息)|(?:随车|随船|随队|实地|现场|连线)(?:采写|采访|报道)|发自[^\s\u3000，。]{2,14})$/u;
const AFFILIATION = /(?<=\p{Script=Han})[（(][^（(）)，。]{2,12}(?:学院|大学|中学|小学|学校|公司|医院|中心|局|院|所)[）)]/gu;
/** “甲　铜川、烟台报道”: where a report was made. */
const FROM_PLACES = /(?<=[\s\u3000]\S{2,12}|记者\S{2,4})[\s\u3000](?!摄影|攝影|综合|图文|文图)((?:\p{Script=Han}{2,5}、){0,4}\p{Script=Han}{2,5})(?:报道|報道)$/u;
const OPENING = /^[〔【（(][^〕】）)]{0,8}(?:記者|记者)[^〕】）)]{1,40}[／/][^〕】）)]{2,12}(?:報導|報道|报道|電|电|專訪|专访)[〕】）)](?=\S)/u;
/** “[某报记者 甲 乙]昨日……”. */
const OPENING_NAMES = /^[〔【[][^〕】\]，。：]{0,12}(?:记者|記者|通讯员|通訊員|特派员|特派員)[^〕】\]，。：]{2,50}[〕】\]](?=\S)/u;
/** “本报记者甲报道：昨日……”. */
const OPENING_REPORT = /^([^\s\u3000，。：:]{0,10}(?:记者|記者)[^，。：:]{2,40}?)[\s\u3000]?(?:报道|報道|報導)[：:]/u;
/** “（记者 甲）昨日……”: where the paragraph begins; a line may be the second of one. */
const OPENING_BRACKET = /^[（(][^（(）)，。：]{0,12}(?:记者|記者|通讯员|通訊員)[^（(）)，。：]{2,50}[）)](?=\S)/u;
/** “甲通讯员乙”. */
const GLUED = /^(\p{Script=Han}{2,4}?|\p{Script=Han}+·\p{Script=Han}+?)((?:本报|本報|见习|見習|实习|實習|特约|特約|首席|全媒体|融媒体?)?(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影报道|摄影|图文|文图).*)$/u;
/** “甲/文 乙/图”. */
const PAIRED = /[/／]文[\s\u3000、，,].*[/／][图圖摄攝]/u;
/** “通讯员 青法宣”: the office that sends news. */
const OFFICE = /^\p{Script=Han}{2,6}宣$/u;
/** “◎甲（退休教師，某地）”: who a writer is. */
const ABOUT_WRITER = /^(\S{2,8})[（(]([^，,（(）)]{2,10})(?:[，,][^（(）)]{1,10})?[）)]$/u;
const FROM_OTHERS = /(?:提供|供图|供圖|资料图?片?|資料圖?片?)$/u;
/** Words of the trade with a blank that fell into them. */
const BROKEN_WORD = /(本)\s?(报|報)(?=\s?(?:记|見|见|特|首|实|通))|(记|記)\s(者)|(通)\s?(讯|訊)\s?(员|員)|(见|見)\s(习|習)|(特)\s(约|約)|(摄|攝)\s(影)/gu;

interface Reading {
  role: string;
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
  if (raw === '' || raw.length > LONGEST) return null;
  const symbol = symbolOf(raw);
  if (symbol === '' && !maySign(raw)) return null;
  const bare = bareOf(raw.slice(symbol.length));
  const [, writer = '', role = ''] = symbol === '' ? [] : ABOUT_WRITER.exec(raw.slice(symbol.length)) ?? [];
  if (isName(writer)) return { raw, authors: [{ name: writer, role }], photographers: [] };
  const tokens = lettersAsName(bare).split(/[\s\u3000、，,；;]+/u).filter((token) => token !== '');
  // “读者 某某区 甲”: where the writer lives.
  const isPlace = (token: string, i: number): boolean => i < tokens.length - 1 && /^\p{Script=Han}{1,4}[区區县縣镇鎮乡鄉市]$/u.test(token);
  const reading: Reading = { role: '', work: null, authors: [], photographers: [], recent: [], pending: '', signed: symbol !== '' };
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

/** “甲　乙”: names alone, `null` where anything is hardly one. */
export function readNames(text: string): string[] | null {
  const names: string[] = [];
  let pending = '';
  for (const token of text.split(/[\s\u3000、，,]+/u)) {
    const name = pending + token;
    pending = name.length === 1 ? name : '';
    if (pending !== '') continue;
    if (!isLikelyName(name) || isWord(name)) return null;
    names.push(name);
  }
  return pending === '' ? names : null;
}

/** Without brackets around it and what says nothing of who it was. Most lines that come here are no bylines: what they lack is not looked for. */
function bareOf(text: string): string {
  const whole = /\s/.test(text) ? text.replace(BROKEN_WORD, (word) => word.replace(/\s/g, '')) : text;
  const inner = withoutBrackets(/[）)]/u.test(whole) ? whole.replace(AFFILIATION, '') : whole, '（(【[〔', '）)】]〕');
  const parted = /[|｜丨]/u.test(inner) ? inner.replace(/([文图圖摄攝影者员員稿写理])[\s\u3000]?[|｜丨][\s\u3000]?/gu, '$1/').replace(/[\s\u3000]?[|｜丨][\s\u3000]?/gu, ' ') : inner;
  const joined = /[/／、]/u.test(parted) && !PAIRED.test(parted) ? parted.replace(/([文图圖])[/／、](?:音?视频|摄像)/gu, '$1').replace(/([文图圖])[/／、]([文图圖摄攝])/g, '$1$2') : parted;
  const few = joined.endsWith('人') ? joined.replace(/等\d{1,3}人$/, '') : joined;
  const named = (/[/／]/u.test(few) ? few.replace(PLACE_BEHIND, '') : few).replace(BESIDE_NAMES, '');
  return named.endsWith('道') ? named.replace(FROM_PLACES, (behind, places: string) => (places.split('、').every(isWord) ? '' : behind)) : named;
}

/** “〔記者甲／某地報導〕昨日……”: the byline that a text opens with. */
export function readOpeningByline(text: string): Byline | null {
  const [opening, report] = OPENING.exec(text) ?? OPENING_NAMES.exec(text) ?? OPENING_REPORT.exec(text) ?? [];
  const byline = opening === undefined ? null : readByline(report ?? opening);
  // “【记者追访】……” is the name of a column.
  return byline === null || byline.authors.length === 0 || !byline.authors.every(({ name }) => isLikelyName(name)) ? null : byline;
}

/** The same of a whole paragraph, which names in round brackets may open as well. */
export function readOpeningNames(paragraph: string): Byline | null {
  return readOpeningByline(paragraph) ?? readByline(OPENING_BRACKET.exec(paragraph)?.[0] ?? '');
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
  const token = printed.replace(SYMBOL, '');
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
    return before.rest === '' || takeToken(reading, before.rest, next);
  }
  if (token === '' || (reading.work === 'picture' && FROM_OTHERS.test(token))) return true;
  const known = readRole(token);
  const [, glued = '', behind = ''] = known !== null || reading.role === '' ? [] : GLUED.exec(token) ?? [];
  if (isLikelyName(glued)) return takeName(reading, glued) && takeToken(reading, behind, next);
  const role = known ?? (isAnyRole(token) && next !== undefined && isLikelyName(next) ? { role: token, rest: '' } : null);
  if (role === null) return endsName(reading, token, next) || takeName(reading, token) || takeSigned(reading, token) || (reading.role !== '' && !isLast && isPost(token));
  if (isLast && !reading.signed && isPlainWord(role.rest)) return false;
  reading.role = role.role;
  if (reading.work === 'none') reading.work = null;
  reading.recent = [];
  reading.signed = true;
  return role.rest === '' || GROUP.test(role.rest) || takeToken(reading, role.rest, next);
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
  if (signed !== null && signed.work === 'text' && reading.authors.length > 0 && isWord(signed.rest)) return true;
  if (signed === null) return false;
  // “甲/文 乙/图”.
  if (signed.work === 'picture' && reading.role === '' && reading.authors.length > 0) reading.work = 'picture';
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
