import type { Author } from '@wenliu/contracts';
import type { ReadDateline } from './dateline.js';
import { readNames, readNamesAndPlace } from './names.js';
import { OUTLET_END } from './outlets.js';

const BRACKETS = /^[〔【（([]([^〕】）)\]，。：]{4,44}?)[〕】）)\]]/u;
const ENDING = /(?:綜合外電|综合外电|綜合|综合|即時|连线|連線|專|专)?(?:電|电|訊|讯|報導|報道|报道|报导|專訪|专访|特稿|消息)$/u;
const DAY = /(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/u;
const REPORTER = /^(\p{Script=Han}{0,10}?)((?:首席|特派|见习|見習|实习|實習)?(?:记者|記者|特派员|特派員|编译|編譯|通讯员|通訊員))(.*)$/u;
const SENDER = new RegExp(`^(\\p{Script=Han}{1,8}?(?:${OUTLET_END}))(\\p{Script=Han}{2,4})?$`, 'u');

/** “（某社記者甲、乙某地12日電）”, “【社會中心／甲報導】”: who sent it, from where and when, in one pair of brackets that the text opens with. */
export function readBracketed(head: string): ReadDateline | null {
  return readSentBy(BRACKETS.exec(head)?.[1] ?? '');
}

/** The same without its brackets. */
export function readSentBy(raw: string): ReadDateline | null {
  if (!ENDING.test(raw)) return null;
  const core = raw.replace(ENDING, '');
  const date = DAY.exec(core)?.[0] ?? '';
  let agency = '';
  let place = '';
  const authors: Author[] = [];
  for (const part of core.slice(0, core.length - date.length).split(/[／/\s\u3000]+/u).filter((word) => word !== '')) {
    const [, outlet = '', role = '', behind = ''] = REPORTER.exec(part) ?? [];
    const [, sender = '', from = ''] = SENDER.exec(part) ?? [];
    const found = role === '' ? null : readNamesAndPlace(behind, date !== '');
    if (role !== '' && found === null) return null;
    if (found !== null) {
      agency ||= outlet;
      place ||= found.place;
      authors.push(...found.names.map((name) => ({ name, role: outlet + role })));
    } else if (authors.length === 0 && agency === '' && sender !== '') {
      agency = sender;
      place ||= from;
    } else if (authors.length === 0 && agency !== '' && readNames(part) !== null) authors.push(...(readNames(part) ?? []).map((name) => ({ name, role: '记者' })));
    else place ||= part;
  }
  // “〔記者甲／某地報導〕” is a byline.
  if (agency === '' && date === '') return null;
  if (authors.length === 0 && date !== '') return null;
  return { dateline: { raw, agency: agency === '' ? null : agency, place: place === '' ? null : place, date: date === '' ? null : date }, authors, photographers: [] };
}
