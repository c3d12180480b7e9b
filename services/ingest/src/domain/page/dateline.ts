import type { Author, Byline, Dateline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { readBracketed, readSentBy } from './dateline-bracket.js';
import { authorsNamed, readNames } from './names.js';
import { readReporters } from './opening.js';
import { BESIDE_NUMBER, inCommonForm, ORNAMENT, withoutBrackets } from './marks.js';
import { AGENCY_NAME, OUTLET_NAME } from './outlets.js';
import { chineseNumber, isoDate } from './print-date.js';

export interface ReadDateline {
  dateline: Dateline;
  authors: Author[];
  photographers: string[];
}

const AGENCY = `${AGENCY_NAME}|本报|本報|本刊|本台|本网|本社`;
/** “绿水时报”, “沅湘日报·沅水云客户端”: a paper that calls itself by its name. */
const OUTLET = `(?:${OUTLET_NAME})`;
const REPORTERS = /[记記]者|[派讯訊][员員]/u;
const NAMED = new RegExp(`^${OUTLET}`, 'u');
const YEAR = '(?:\\d{4}年)?';
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const PLACES = '(?:\\p{Script=Han}{0,12}?|\\p{Script=Han}{2,8}(?:[/／、]\\p{Script=Han}{2,8}){1,2})';
const TIME = '(?:[今昨](?:天|日|晨|晚|夜|早))?(?:上午|中午|下午|凌晨|晚间|晚)?(?:\\d{1,2}(?:时|點|点))?';
const SENT = '综合消息|綜合消息|综合报道|綜合報道|綜合報導|綜合外電報導|综合电|綜合電|(?:体育|财经|综合|图片|新媒体)?(?:专电|專電)|专讯|專訊|快讯|电|電|讯|訊|消息';
const ROLE = '(?:首席|特派|见习|見習|全媒体)?(?:记者|記者|通讯员|通訊員)';
const HEAD = new RegExp(`^[【〔\\[（(]?((?:(?:据|综合)(?=${AGENCY_NAME}|\\p{Script=Han}{2}社))?((?:${AGENCY})?)(${PLACES})(${YEAR}(?:${NUMBER}月)?(?:${NUMBER}日)?)${TIME}(?:${SENT}))(?=[】〕\\])）（(〔\\s\u3000：，]|${ROLE}|$)`, 'u');
const OWN = new RegExp(`^[【〔\\[（(]?((?:据|據|综合|綜合|\\p{Script=Han}{2,5}[/／])?(${OUTLET})(?:[·・/／、]${OUTLET})?(${PLACES})(${YEAR}(?:${NUMBER}月)?(?:${NUMBER}日)?)(?:${SENT}))(?=[】〕\\])）]|\\s?[（(【[〔]|[\\s\u3000]|${ROLE})`, 'u');
/** “【特訊】”, “【本報專訪】”. */
const SPECIAL = /^【((本報|本报)?(?:特訊|特讯|专讯|專訊|專訪|专访|特稿))】/u;
/** “本报记者甲某地报道”. */
const REPORT = /^(本[报報]?(?:特派|首席|见习|見習)?记者)([\p{Script=Han}]{2,3})((?!\p{Script=Han}{0,3}员)\p{Script=Han}{2,4})(?:报道|報道)(?=[\s\u3000])/u;
/** “张掖讯（本报记者 甲）”: of a place alone names must follow. */
const SENT_FROM = /^[【[（(]?(\p{Script=Han}{2,6})(?:讯|訊|电|電)(?=[\s\u3000]?[（(]?(?:本报|本報|本刊|特约|特約|见习|見習)?(?:记者|記者|通讯员|通訊員))/u;
/** “岭都讯　”: a paper's short name, at the begin of a paragraph. */
const SHORT_NAME = /^([^\P{Script=Han}通资简短快喜音电本闻问审提][\p{Script=Han}]{1,2}讯)[\s\u3000]+(?=[“\p{Script=Han}\d].{20})/u;
/** Of every dateline, and of few lines without. */
const SIGN = /[电電讯訊息道導访訪]/u;
/** A paper's own dateline is short. */
const SIGN_OF_OWN = /^.{1,30}(?:[讯訊电電]|消息|报道|報道|報導)(?=[】〕\])）（(【[〔\s\u3000记記通首见])/u;
const DAY = new RegExp(`^(?:(${NUMBER})月)?(${NUMBER})日$`);
/** “记者甲报道：”, “某某融媒记者 甲 通讯员 乙 报道” behind a dateline, without brackets. */
const REPORTED = /^[】\])）]?[\s\u3000]?([^。，]{4,40}?)[\s\u3000]?(?:报道|報道)(?=[\s\u3000：:，,\d]|$)/u;
/** “特派记者 甲 ” there. */
const NAMES = /^[】\])）]?[\s\u3000](?:(?:本报|本報)?(?:特派|首席|见习|見習|特约|特約)?(?:记者|記者|通讯员|通訊員|实习生|實習生)[\s\u3000]?\p{Script=Han}{2,3}(?:[\s\u3000、]|(?=\d{1,2}[月日])))+/u;
/** “　记者甲从某局获悉” there. */
const LEARNED = /^[\s\u3000](?:(?:本报|本報)?(?:记者|記者))(\p{Script=Han}{2,3})(?=[从從]\S)/u;
/** “　驻湘记者　甲　通讯员　乙〕” there, within the dateline's brackets. */
const WITHIN = /^[\s\u3000]+((?:驻\p{Script=Han}{1,3}|本报|本報)?(?:记者|記者|通讯员|通訊員)[\s\u3000][^〕】）)\]，。]{2,40})[〕】）)\]]/u;
/** “甲 ” there. */
const NAME = /^[\s\u3000](\p{Script=Han}{2,3}(?:[\s\u3000、]\p{Script=Han}{2,3}){0,2})[\s\u3000]/u;

/**
 * What a story opens with in place of a byline: “新华社北京12月11日电（记者……）”, “本报讯”, “【本報訊】”. `text` begins where the
 * paragraph does.
 */
export function readDateline(text: string): ReadDateline | null {
  const printed = text.slice(0, 120);
  if (!SIGN.test(printed)) return null;
  // “新华社北京 12 月 11 日电”.
  const head = inCommonForm(printed).replace(ORNAMENT, '').replace(BESIDE_NUMBER, '');
  return readSpecial(head) ?? readSent(head) ?? readOwn(head) ?? readBracketed(head) ?? readReport(head);
}

function readSpecial(head: string): ReadDateline | null {
  const [whole = '', raw, agency = ''] = SPECIAL.exec(head) ?? [];
  return raw === undefined ? null : datelineOf({ raw, agency, place: '', date: '' }, head.slice(whole.length));
}

function readSent(head: string): ReadDateline | null {
  const match = HEAD.exec(head);
  if (match === null) return null;
  const [whole, raw = '', agency = '', place = '', date = ''] = match;
  // “青山网北京10月16日消息”: an outlet is no place, nor is a reporter.
  const own = REPORTERS.test(place) ? readSentBy(raw) : agency === '' && NAMED.test(place) ? readOwn(head) : null;
  if (own !== null) return own;
  // “（某市訊）”: in brackets a place is enough.
  const isBracketed = /^[【[（(]/u.test(whole) && /^[】\])）]/u.test(head.slice(whole.length)) && place.length > 1;
  return agency === '' && date === '' && !isBracketed ? null : datelineOf({ raw, agency, place, date }, head.slice(whole.length));
}

function readOwn(head: string): ReadDateline | null {
  if (!SIGN_OF_OWN.test(head)) return null;
  const own = OWN.exec(head);
  if (own !== null) return datelineOf({ raw: own[1] ?? '', agency: own[2] ?? '', place: own[3] ?? '', date: own[4] ?? '' }, head.slice(own[0].length));
  const sent = SENT_FROM.exec(head);
  if (sent !== null) return datelineOf({ raw: withoutBrackets(sent[0], '【[（(', ''), agency: '', place: sent[1] ?? '', date: '' }, head.slice(sent[0].length));
  const short = SHORT_NAME.exec(head)?.[1];
  return short === undefined ? null : datelineOf({ raw: short, agency: '', place: '', date: '' }, head.slice(short.length));
}

function readReport(head: string): ReadDateline | null {
  if (!head.startsWith('本')) return null;
  const [raw, role = '', name = '', place = ''] = REPORT.exec(head) ?? [];
  if (raw === undefined) return null;
  const found = datelineOf({ raw, agency: role.slice(0, 2), place, date: '' }, '');
  return { ...found, authors: [{ name, role }] };
}

function datelineOf({ raw, agency, place, date }: Record<'raw' | 'agency' | 'place' | 'date', string>, rest: string): ReadDateline {
  const byline = bylineAfter(rest);
  return {
    dateline: { raw, agency: agency === '' ? null : agency, place: place === '' ? null : place, date: date === '' ? null : date },
    authors: byline?.authors ?? [],
    photographers: byline?.photographers ?? [],
  };
}

/** “（记者 甲 乙）”, “记者 甲 ” right after the dateline. */
function bylineAfter(rest: string): Byline | null {
  const open = /^[】\])）]?[\s\u3000]{0,4}(?:据[^，。（(]{2,12}报道)?[（(【[〔]/u.exec(rest);
  if (open === null) return readUnbracketed(rest);
  const inner = rest.slice(open[0].length);
  const end = inner.search(/[）)】\]〕]/u);
  const sender = end === -1 ? null : readSender(inner.slice(0, end));
  // “（记者 甲）（通讯员 乙）”.
  const more = sender === null ? null : /^[（(][^（(）)]{2,30}[）)]/u.exec(inner.slice(end + 1))?.[0];
  const others = readByline(more ?? '');
  return sender === null || others === null ? sender : { ...sender, authors: [...sender.authors, ...others.authors] };
}

function readUnbracketed(rest: string): Byline | null {
  const names = NAMES.exec(rest)?.[0].replace(/^[】\])）]/u, '').replace(/、(?=通|记)/gu, ' ');
  const [learned = '', name = ''] = LEARNED.exec(rest) ?? [];
  return readReporters(REPORTED.exec(rest)?.[1] ?? '') ?? readByline(WITHIN.exec(rest)?.[1] ?? '') ?? readByline(names ?? '') ?? bylineOf(rest, readNames(NAME.exec(rest)?.[1] ?? '')) ?? (readNames(name) === null ? null : readByline(learned));
}

/** “记者 甲”, “甲 乙”, “县融媒体中心 甲”: who sent it. */
function readSender(inner: string): Byline | null {
  const names = readNames(inner.trim().replace(/^\p{Script=Han}{2,12}(?:中心|公司|[局院校台])[\s\u3000]/u, ''), true);
  return readByline(inner) ?? bylineOf(inner, names);
}

function bylineOf(raw: string, names: readonly string[] | null): Byline | null {
  return names === null ? null : { raw, authors: authorsNamed(names), photographers: [] };
}

/** “11月26日” or “十六日” as a day no later than the issue; midnight in China, where datelines are written. */
export function eventTimeOf(date: string | null, issueDate: string | null): string | null {
  if (date === null || issueDate === null) return null;
  const match = DAY.exec(date);
  if (match === null) return null;
  const [year = 0, issueMonth = 0] = issueDate.split('-').map(Number);
  const month = match[1] === undefined ? issueMonth : chineseNumber(match[1]);
  const day = chineseNumber(match[2] ?? '');
  const candidates = [isoDate(year, month, day), match[1] === undefined ? monthBefore(year, month, day) : isoDate(year - 1, month, day)];
  const found = candidates.find((candidate) => candidate !== null && candidate <= issueDate);
  return found === undefined || found === null ? null : `${found}T00:00:00+08:00`;
}

function monthBefore(year: number, month: number, day: number): string | null {
  return month === 1 ? isoDate(year - 1, 12, day) : isoDate(year, month - 1, day);
}
