import type { Author, Byline } from '@wenliu/contracts';
import { isHan } from './marks.js';

/** Compound surnames of the traditional Hundred Family Surnames: only with one of these is a name four characters long. */
const COMPOUND =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|轩辕|軒轅|濮阳|濮陽|宇文|长孫|长孙|司徒|司空|端木|东郭|南宫|南宮|呼延|独孤|澹台';
const NAME = new RegExp(`^(?:\\p{Script=Han}{2,3}|(?:${COMPOUND})\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,7}(?:·\\p{Script=Han}{1,6})?)$`, 'u');

const OUTLET = '(?:本报|本報|本刊|本网|本台|新华社|新華社|中新社)';
const RANK =
  '(?:全媒体|全媒體|融媒体|融媒體|特派|特约|特約|特聘|首席|见习|見習|实习|實習|资深|資深|高级|主任|驻\\p{Script=Han}{1,4})';
const POST =
  '(?:评论员|評論員|记者|記者|通讯员|通訊員|撰稿人|撰稿|作者|编译|編譯|整理|观察员|报道员|摄影师|读者|摄影|攝影|文图|图文|文/图|图/文|文|图|圖)';
const ROLE = new RegExp(`^(${OUTLET}?${RANK}{0,3}${POST})[:：/／]?`, 'u');
const WORK = /(?:摄影报道|攝影報道|文\/图|图\/文|文图|摄影|攝影|报道|報道|整理|综合|供稿|摄|攝|文|图)$/u;
const SYMBOL = /^[■□▲△●◆◇◎○★☆▍▌►▶▪◤]\s?/u;
const GROUP = /^(?:集体采访|集體採訪|采访团|报道组|集体|综合)$/;
/** Words that end a sentence of the text, never a name: “记者 了解到”. */
const SPEECH = /[到说說称稱悉]$/;

interface Reading {
  role: string;
  raw: string;
  authors: Author[];
  photographers: string[];
  /** Names since the last role: what a closing “摄” or “文/图” speaks of. */
  recent: string[];
  pending: string;
}

/** A line of reporters' names, `null` where the text is anything else. */
export function readByline(text: string): Byline | null {
  const raw = text.trim();
  if (raw.length > 80) return null;
  const symbol = SYMBOL.exec(raw);
  const bare = raw.slice(symbol?.[0].length ?? 0).replace(/^[（(【[]|[）)】\]]$/g, '').trim();
  const reading: Reading = { role: '', raw, authors: [], photographers: [], recent: [], pending: '' };
  let understood = symbol !== null;
  const tokens = bare.replace(/(文|图)[/／](文|图)/g, '$1$2').split(/[\s\u3000、，,；;]+/u).filter((token) => token !== '');
  for (const token of tokens) {
    const taken = takeToken(reading, token);
    if (taken === 'unknown') return null;
    if (taken === 'role') understood = true;
  }
  if (!understood || reading.pending !== '') return null;
  if (reading.authors.length === 0 && reading.photographers.length === 0 && reading.role === '') return null;
  return { raw, authors: reading.authors, photographers: reading.photographers };
}

function takeToken(reading: Reading, token: string): 'role' | 'name' | 'unknown' {
  const role = roleOf(token);
  const rest = token.slice(role.length).replace(/^[:：/／]/, '');
  if (role !== '') openRole(reading, role.replace(/[:：/／]$/, ''));
  if (rest === '') return role === '' ? 'unknown' : 'role';
  if (role !== '' && rest !== token && roleOf(rest) !== '') return takeToken(reading, rest);
  if (GROUP.test(rest)) return 'role';
  if (takeName(reading, rest)) return role === '' ? 'name' : 'role';
  const work = WORK.exec(rest)?.[0] ?? '';
  const name = rest.slice(0, rest.length - work.length);
  if (work === '' || !(name === '' || takeName(reading, name))) return 'unknown';
  closeWork(reading, work);
  return 'role';
}

function roleOf(token: string): string {
  const role = ROLE.exec(token)?.[0] ?? '';
  // “文” and “图” are also surnames and common characters; alone or before a mark they are labels.
  const isLabel = !/^[文图圖]/.test(role) || role.length > 1 || token.length === 1;
  return isLabel ? role : '';
}

function openRole(reading: Reading, role: string): void {
  const labels = ['文', '图', '圖', '文图', '图文', '摄影', '攝影'];
  // A label with no names behind it yet and names before it closes them: “甲 乙 文图”.
  if (labels.includes(role) && reading.recent.length > 0 && !/^(?:图|圖)$/.test(role)) closeWork(reading, role);
  reading.role = role;
  reading.recent = [];
}

function takeName(reading: Reading, token: string): boolean {
  const name = reading.pending + token;
  if (reading.pending === '' && token.length === 1 && isHan(token)) {
    reading.pending = token;
    return true;
  }
  if (!NAME.test(name) || SPEECH.test(name)) return false;
  reading.pending = '';
  reading.recent.push(name);
  const role = reading.role;
  if (/[图圖]|摄影$|攝影$/.test(role)) addOnce(reading.photographers, name);
  if (!/^(?:图|圖|摄影|攝影)/.test(role)) reading.authors.push({ name, role: /^(?:文|$)/.test(role) ? '作者' : role });
  return true;
}

/** “摄”, “文/图” and the like behind names. Who took the picture of a picture story is also its author. */
function closeWork(reading: Reading, work: string): void {
  if (!/[摄攝图]/.test(work)) return;
  const names = reading.authors.length > 0 ? reading.authors.map((author) => author.name) : reading.recent;
  for (const name of work === '摄' || work === '攝' ? reading.recent : names) addOnce(reading.photographers, name);
}

function addOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}
