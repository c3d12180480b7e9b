import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { isLoneName, isName, isPlaceAlone } from './byline-words.js';
import { readCaption, type ReadCaption } from './caption.js';
import { readDateline, type ReadDateline } from './dateline.js';
import { isNameUnderNote, readFoot } from './foot.js';
import { readFurniture, type Furniture } from './furniture.js';
import { readImprint, type Imprint } from './imprint.js';
import { OFFICE, readFootName, readLoneName, signed } from './lone-names.js';
import { endsSentence } from './marks.js';
import { AGENCY_NAME } from './outlets.js';
import type { PageLine } from './page-line.js';

/** What a line is by its own words and its neighbours. Whether text is a heading or running text is decided with the whole page in view. */
export type Role =
  | { kind: 'furniture'; furniture: Furniture }
  | { kind: 'imprint'; imprint: Imprint }
  | { kind: 'byline'; byline: Byline; dateline: ReadDateline | null; /** Stands under its text, as its words and place say. */ foot?: boolean }
  | { kind: 'sign-off'; dateline: ReadDateline | null }
  | { kind: 'caption'; caption: ReadCaption }
  | { kind: 'text' };

/** “据新华社”, “综合央视新闻报道”, “综合新华社、某报消息”: agencies alone. */
const AGENCY = new RegExp(`^(?:综合|据|據)?(?:${AGENCY_NAME})(?:电|電|报道|報道|消息|供稿|供本报(?:专稿|特稿))?$|^(?:本报|本刊|人民日报|新华社)(?:编辑部|采访组|报道组|记者组|评论部|评论员|联合采访组|综合|综合报道)$|^综合\\p{Script=Han}{2,8}(?:、\\p{Script=Han}{2,8}){1,3}(?:报道|消息|电)$`, 'u');
/** “（注：……）” under a poem. */
const NOTE = /^[（(]注[:：][^（）()]{4,50}[）)]$/u;
/** “（本期答复由区民政局提供）”, “（逢周四刊出）”. */
const OF_COLUMN = /^[（(]本(?:期|文|报|栏)[^（）()]{0,10}由[^（）()]{2,20}(?:提供|解答|整理|答复)[）)]$|^[（(]本文[^（）()]{0,24}(?:不代表|不构成|仅供参考)[^（）()]{0,16}[）)]$|^[（(](?:逢|每)[周週星][^（）()]{0,6}(?:刊出|刊登|见报)[^（）()]{0,20}[）)]$/u;
/** “详见2版”. */
const SEE = /^[►▶▷→（(]?\s?(?:详见|详情见|报道见|详细报道见)\s?(?:今日)?第?\s?[A-Z]?[\d一二三四五六七八]{1,2}\s?版[）)]?$|^[^，。：]{0,12}(?:详见|见)[A-Z]?\d{1,2}(?:[、—-][A-Z]?\d{1,2})*版$/u;
const LONGEST_WRITTEN = 36;
/** “某省人民政府办公厅　2026年3月26日”: under a notice. */
const ISSUED = /^[^，。：]{4,20}(?:[部局]|委员会|办公[室厅]|公司|法院|政府)[\s\u3000]+\d{4}年\d{1,2}月\d{1,2}日$/u;
/** “二〇二五年十月于某地”: under an essay. */
const WRITTEN = /^[（(]?(?:写于|作于)?[〇○零一二三四五六七八九十\d]{2,4}年[^，。]{0,10}[于於](?!是)[^，。]{2,10}[）)]?$/u;
/** “据《某某周刊》”, “（《某书》）”, “《某报》”: what a text was taken from. A headline may be a title in such marks, too. */
const SOURCE = /^《[^》]{2,12}》[（(]\d{4}年[^（(）)]{4,20}[）)]$|^(?:[（(](?:据|據)?《[^》]{2,20}》[）)]|(?:据|據)《[^》]{2,20}》(?:周刊|周報|周报|月刊|杂志|雜誌)?|《[^》]{1,16}[报報刊志誌网網]》)$/u;
/** The editor's name in brackets under a text. */
const EDITOR = /^[（(](?:责任编辑|責任編輯|责编|編輯|编辑)[\s\u3000:：]*\S{2,4}[）)]$/u;

/** “题：铺位比机票抢手” between a dateline and its names. */
const TITLE_OF_WIRE = /题[:：][^。（(]{2,30}(?=[（(][^（(）)]+[）)]$)/u;

export function roleOf(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role {
  const { text } = line;
  const picture = readPicture(text);
  if (picture !== null) return { kind: 'caption', caption: picture };
  const imprint = readImprint(text);
  if (imprint !== null) return { kind: 'imprint', imprint };
  if (EDITOR.test(text)) return { kind: 'sign-off', dateline: null };
  if (text.length <= LONGEST_WRITTEN && (WRITTEN.test(text) || ISSUED.test(text))) return { kind: 'sign-off', dateline: null };
  const furniture = readFurniture(text);
  if (furniture !== null) return { kind: 'furniture', furniture };
  if (text.length <= 60) {
    if (SOURCE.test(text) || NOTE.test(text) || OF_COLUMN.test(text) || SEE.test(text)) return { kind: 'sign-off', dateline: null };
    const dateline = readDateline(text);
    if (dateline !== null && dateline.dateline.raw.length >= text.length - 2 && !/[（(]\p{Script=Han}?$/u.test(text)) {
      return after === undefined || /(?:电|電)$/.test(dateline.dateline.raw)
        ? { kind: 'sign-off', dateline }
        : { kind: 'byline', byline: { raw: text, authors: [], photographers: [] }, dateline };
    }
    const wire = readWireByline(text);
    if (wire !== null) return wire;
    const byline = readByline(text);
    // “读者　甲”: under a letter.
    const isReader = before !== undefined && /^读者[\s\u3000：:]/u.test(text) && endsSentence(before.text);
    if (byline !== null && !isPictureCredit(text)) return isReader ? { kind: 'byline', byline, dateline, foot: true } : { kind: 'byline', byline, dateline };
    if (AGENCY.test(text)) return signed(line);
    // “青山再制造有限公司总经理” below his name.
    if (OFFICE.test(text) && isLoneName((before?.text ?? '').replace(/[\s\u3000]/gu, ''))) return signed(line);
    if (isNameUnderNote(text, before?.text ?? '')) return { ...signed(line, text), foot: true };
    const noted = readNote(line) ?? (isPlaceAlone(text) ? null : (readLoneName(line, before, after) ?? readFootName(line, before, after)));
    if (noted !== null) return noted;
  }
  const caption = readCaption(line, before);
  return caption === null ? { kind: 'text' } : { kind: 'caption', caption };
}

/** “![某某在某地做某事](图.jpg)”: Markdown's words for a picture are its caption. */
function readPicture(text: string): ReadCaption | null {
  const words = /^!\[([^\]]{8,})\]\([^)]*\)$/u.exec(text)?.[1];
  return words === undefined ? null : { text: words, credit: null, creditOnly: false, story: false };
}

/** “（作者系某校教授 甲）”, “（作者系某校教授） 甲” on a line of its own. */
function readNote(line: PageLine): Role | null {
  const { text } = line;
  const [, name = ''] = /^[（(]作者\S{2,40}[）)][\s\u3000]?(\p{Script=Han}{2,4})$/u.exec(text) ?? [];
  if (isName(name)) return signed(line, name);
  const foot = /^[（(].*[）)]$/u.test(text) ? readFoot(text) : null;
  return foot === null ? null : { kind: 'byline', byline: { raw: text, authors: foot.authors, photographers: [] }, dateline: null };
}

/** “本报记者 甲 摄” under a picture signs the picture, not a story; “甲 摄影报道” signs both. */
function isPictureCredit(text: string): boolean {
  return /[摄攝][）)]?$/.test(text) && !/^[■□▲△●]?\s?(?:文|图文)|文[/／、并]?[摄攝][）)]?$|[\s\u3000/／]文[\s\u3000]/u.test(text);
}

/** “【本報訊】（記者 甲、乙）”, “【某社某地11月3日电】题：铺位比机票抢手（记者 甲）” and “【特派記者 甲 北京十六日電】” on a line of their own. */
function readWireByline(text: string): Role | null {
  const opened = readDateline(text.replace(TITLE_OF_WIRE, ''));
  if (opened !== null && opened.authors.length > 0 && /[）)]$|[报報]道$/u.test(text)) {
    return { kind: 'byline', byline: { raw: text, authors: opened.authors, photographers: [] }, dateline: opened };
  }
  const cut = /^[【[](.{2,30})[\s\u3000](\S{2,20}[电電讯訊])[】\]]$/u.exec(text);
  const byline = cut === null ? null : readByline(cut[1] ?? '');
  const dateline = cut === null ? null : readDateline(cut[2] ?? '');
  return byline === null || dateline === null ? null : { kind: 'byline', byline: { ...byline, raw: text }, dateline };
}
