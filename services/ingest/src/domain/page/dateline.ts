import type { Author, Dateline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { chineseNumber, isoDate } from './print-date.js';

export interface ReadDateline {
  dateline: Dateline;
  authors: Author[];
  photographers: string[];
}

const AGENCY =
  '新华社|新華社|中新社|中新网|中通社|央视网|央视新闻|人民网|法新社|路透社|美联社|美聯社|彭博社|共同社|塔斯社|韩联社|俄新社|德新社|' +
  '本报|本報|本刊|本台|本网|本社';
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const HEAD = new RegExp(
  `^[【\\[（(]?(?:据(?=新华社|中新社))?((?:${AGENCY})?)(\\p{Script=Han}{0,12}?)((?:${NUMBER}月)?(?:${NUMBER}日)?)` +
    '(综合消息|綜合消息|综合报道|综合电|綜合電|专电|專電|电|電|讯|訊|消息)(?=[】\\])）（(\\s\u3000]|$)',
  'u',
);
/** Of every dateline, and of few lines without. */
const SIGN = /[电電讯訊息道]/u;
const DAY = new RegExp(`^(?:(${NUMBER})月)?(${NUMBER})日$`);

/**
 * What a story opens with in place of a byline: “新华社北京12月11日电（记者……）”, “本报讯”, “【本報訊】”. `text` begins where the
 * paragraph does.
 */
export function readDateline(text: string): ReadDateline | null {
  const head = text.slice(0, 120);
  const match = SIGN.test(head) ? HEAD.exec(head) : null;
  if (match === null) return null;
  const [whole, agency = '', place = '', date = ''] = match;
  // “（某市訊）”: in brackets a place is enough.
  const isBracketed = /^[【[（(]/u.test(whole) && /^[】\])）]/u.test(head.slice(whole.length)) && place.length > 1;
  if (agency === '' && date === '' && !isBracketed) return null;
  const raw = whole.replace(/^[【[（(]/, '').replace(/^据/, '');
  const byline = bylineAfter(head.slice(whole.length));
  return {
    dateline: { raw, agency: agency === '' ? null : agency, place: place === '' ? null : place, date: date === '' ? null : date },
    authors: byline?.authors ?? [],
    photographers: byline?.photographers ?? [],
  };
}

/** “（记者 甲 乙）” right after the dateline. */
function bylineAfter(rest: string) {
  const open = /^[】\])）]?[\s\u3000]{0,4}[（(]/.exec(rest);
  if (open === null) return null;
  const inner = rest.slice(open[0].length);
  const end = inner.search(/[）)]/);
  return end === -1 ? null : readByline(inner.slice(0, end));
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
