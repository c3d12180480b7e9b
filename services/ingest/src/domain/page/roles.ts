import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { isAffiliation, isName } from './byline-words.js';
import { readCaption, type ReadCaption } from './caption.js';
import { readDateline, type ReadDateline } from './dateline.js';
import { isNameUnderNote, readFoot } from './foot.js';
import { readFurniture, type Furniture } from './furniture.js';
import { readImprint, type Imprint } from './imprint.js';
import { endsSentence, isWider, widthOf } from './marks.js';
import { readNames } from './names.js';
import type { PageLine } from './page-line.js';
import { isLikelyName, isWord } from './surnames.js';

/** What a line is by its own words and its neighbours. Whether text is a heading or running text is decided with the whole page in view. */
export type Role =
  | { kind: 'furniture'; furniture: Furniture }
  | { kind: 'imprint'; imprint: Imprint }
  | { kind: 'byline'; byline: Byline; dateline: ReadDateline | null; /** Stands under its text, as its words and place say. */ foot?: boolean }
  | { kind: 'sign-off'; dateline: ReadDateline | null }
  | { kind: 'caption'; caption: ReadCaption }
  | { kind: 'text' };

/** “据新华社”, “综合央视新闻报道”: an agency alone. */
const AGENCY = /^(?:综合|据|據)?(?:新华社|新華社|中新社|中新网|央视新闻|人民网)(?:电|電|报道|報道|消息|供稿|供本报(?:专稿|特稿))?$|^(?:本报|本刊|人民日报|新华社)(?:编辑部|采访组|报道组|记者组|评论部|评论员|联合采访组)$/u;
/** “（注：……）” under a poem. */
const NOTE = /^[（(]注[:：][^（）()]{4,50}[）)]$/u;
/** “详见2版”. */
const SEE = /^[►▶▷→（(]?\s?(?:详见|详情见|报道见|详细报道见)\s?(?:今日)?第?\s?[A-Z]?[\d一二三四五六七八]{1,2}\s?版[）)]?$/u;
/** “二〇二五年十月于某地”: under an essay. */
const WRITTEN = /^[（(]?(?:写于|作于)?[〇○零一二三四五六七八九十\d]{2,4}年[^，。]{0,10}[于於](?!是)[^，。]{2,10}[）)]?$/u;
/** “[某]甲·乙”: a writer of another country, or of another dynasty. */
const FOREIGN = /^[[【〔（(]\p{Script=Han}{1,3}[\]】〕）)][\s\u3000]?(\p{Script=Han}+(?:·\p{Script=Han}+)+)$/u;
/** “据《某某周刊》”, “（《某书》）”, “《某报》”: what a text was taken from. A headline may be a title in such marks, too. */
const SOURCE = /^《[^》]{2,12}》[（(]\d{4}年[^（(）)]{4,20}[）)]$|^(?:[（(](?:据|據)?《[^》]{2,20}》[）)]|(?:据|據)《[^》]{2,20}》(?:周刊|周報|周报|月刊|杂志|雜誌)?|《[^》]{1,16}[报報刊志誌网網]》)$/u;
const LONGEST_PLACE = 3;
const MOST_NAMES = 5;
/** The title of a poem. */
const WIDEST_POEM = 10;
const INSTITUTION = /(?:[区區矿礦厂廠局院校站队隊部所社村镇鎮乡鄉]|公司|中心|大学|大學|小学|中学)$/u;
/** The editor's name in brackets under a text. */
const EDITOR = /^[（(](?:责任编辑|責任編輯|责编|編輯|编辑)[\s\u3000:：]*\S{2,4}[）)]$/u;

export function roleOf(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role {
  const { text } = line;
  const picture = readPicture(text);
  if (picture !== null) return { kind: 'caption', caption: picture };
  const imprint = readImprint(text);
  if (imprint !== null) return { kind: 'imprint', imprint };
  if (EDITOR.test(text)) return { kind: 'sign-off', dateline: null };
  const furniture = readFurniture(text);
  if (furniture !== null) return { kind: 'furniture', furniture };
  if (text.length <= 60) {
    if (SOURCE.test(text) || NOTE.test(text) || SEE.test(text) || WRITTEN.test(text)) return { kind: 'sign-off', dateline: null };
    const dateline = readDateline(text);
    if (dateline !== null && dateline.dateline.raw.length >= text.length - 2) {
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
    if (isNameUnderNote(text, before?.text ?? '')) return { ...signed(line, text), foot: true };
    const noted = readNote(line) ?? readLoneName(line, before, after) ?? readFootName(line, before, after);
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

/** In supplements and columns the author's name alone stands between headline and text. */
function readLoneName(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  if (line.indented || before === undefined || after === undefined) return null;
  const [, from = '', behind = ''] = /^(\p{Script=Han}{3,12})[\s\u3000](\p{Script=Han}{2,3})$/u.exec(line.text) ?? [];
  // “青山县司法局 甲”: for whom the writer works.
  const isOfInstitution = (INSTITUTION.test(from) || isAffiliation(from)) && isLikelyName(behind) && !isWord(behind);
  const name = isOfInstitution ? behind : line.text.replace(/[\s\u3000]/gu, '');
  const pupil = readPupil(line.text);
  if (pupil !== null) return signed(line, pupil);
  const several = readSeveral(line.text) ?? readForeign(line.text) ?? readPlaced(line.text);
  if (several === null && !isLikelyName(name) && (line.level > 0 || !isSetWide(line.text)) && !(line.level === 0 && isPenName(line.text) && isWider(after.text, 30))) return null;
  const underHead = !isWider(before.text, 30) && !before.indented && !/(?:[。，；、：！？]|[。！？，]”)$/u.test(before.text) && widthOf(before.text) >= 2;
  const isPoets = (isSetWide(line.text) || line.text.length === 3) && isLikelyName(name) && !isWord(name) && !isWider(before.text, WIDEST_POEM) && !isWider(after.text, 30);
  const overText = isPoets || after.indented || isWider(after.text, 30) || (isSetWide(line.text) && /[，。]/u.test(after.text));
  return underHead && overText ? signed(line, ...(several ?? [name])) : null;
}

/** “甲　乙”, where most do not begin as a phrase does: “江水清 河鱼肥”. */
function readSeveral(text: string): string[] | null {
  const names = readNames(text);
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
  const [, name = ''] = /^(\p{Script=Han}{2,3})[（(]\p{Script=Han}{2,8}[）)]$/u.exec(text) ?? [];
  return isLikelyName(name) && !isWord(name) ? [name] : null;
}

function readForeign(text: string): string[] | null {
  const name = FOREIGN.exec(text)?.[1];
  return name === undefined ? null : [name];
}

/** “桐声”, “老门柱”: no word, over a text; or “老 麦”, set wide. */
function isPenName(text: string): boolean {
  return (/^(?:\p{Script=Han}{2}|[老小阿]\p{Script=Han}{2})$/u.test(text) && !isWord(text)) || /^\p{Script=Han}[\s\u3000]\p{Script=Han}$/u.test(text);
}

/** “晓 雾”: a pen name of two letters, which is no word. */
function isSetWide(text: string): boolean {
  return /^\p{Script=Han}[\s\u3000]\p{Script=Han}$/u.test(text) && !isWord(text.charAt(0) + text.charAt(2));
}

/** The writer's name, perhaps behind his place or office, between the end of his text and the next headline; where it is no word. */
function readFootName(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  const [, from = '', what = '', spaced = ''] = /^(?:——?)?(?:(\p{Script=Han}{2,10})[\s\u3000](?:(\p{Script=Han}{3,8})[\s\u3000])?)?((?:\p{Script=Han}[\s\u3000]?){2,3})$/u.exec(line.text) ?? [];
  const name = spaced.replace(/[\s\u3000]/gu, '');
  const several = readSeveral(line.text.replace(/^\p{Script=Han}{2,9}[省市县縣区區镇鎮乡鄉村][\s\u3000]/u, ''));
  if (before !== undefined && several !== null && isFoot(before, after)) return signed(line, ...several);
  if (before === undefined || name === '') return null;
  // “青山县　小学教师　甲”: where a reader lives and what he is, behind his letter; “青山矿运输队 甲”.
  if ((what !== '' || INSTITUTION.test(from)) && endsSentence(before.text) && (what !== '' || isLikelyName(name))) return { ...signed(line, name), foot: true };
  if (isName(name) && /^[（(]作者/u.test(after?.text ?? '')) return { ...signed(line, name), foot: true };
  if (!isLikelyName(name) || isWord(name)) return null;
  // “一子落 满盘活”: two phrases alike are a headline.
  if (from.length === 3 && name.length === 3 && !/[省市县縣区區镇鎮乡鄉村厂廠校店站]$/u.test(from)) return null;
  // “镇江 甲”: who lives there wrote a letter.
  const isAlone = from === '' && endsSentence(before.text) && line.level === 0;
  return isFoot(before, after) || isAlone || (from.length <= LONGEST_PLACE && isWord(from)) ? signed(line, name) : null;
}

/** Between the end of a text and what may be the next headline. */
function isFoot(before: PageLine, after: PageLine | undefined): boolean {
  return endsSentence(before.text) && (after === undefined || (!isWider(after.text, 30) && !endsSentence(after.text)));
}

function signed(line: PageLine, ...names: readonly string[]): Role & { kind: 'byline' } {
  return { kind: 'byline', byline: { raw: line.text, authors: names.map((name) => ({ name, role: '作者' })), photographers: [] }, dateline: null };
}

/** “本报记者 甲 摄” under a picture signs the picture, not a story; “甲 摄影报道” signs both. */
function isPictureCredit(text: string): boolean {
  return /[摄攝][）)]?$/.test(text) && !/^[■□▲△●]?\s?(?:文|图文)|文[/／、]?[摄攝][）)]?$|[\s\u3000/／]文[\s\u3000]/u.test(text);
}

/** “【本報訊】（記者 甲、乙）” and “【特派記者 甲 北京十六日電】” on a line of their own. */
function readWireByline(text: string): Role | null {
  const opened = readDateline(text);
  if (opened !== null && opened.authors.length > 0 && /[）)]$|[报報]道$/u.test(text)) {
    return { kind: 'byline', byline: { raw: text, authors: opened.authors, photographers: [] }, dateline: opened };
  }
  const cut = /^[【[](.{2,30})[\s\u3000](\S{2,20}[电電讯訊])[】\]]$/u.exec(text);
  const byline = cut === null ? null : readByline(cut[1] ?? '');
  const dateline = cut === null ? null : readDateline(cut[2] ?? '');
  return byline === null || dateline === null ? null : { kind: 'byline', byline: { ...byline, raw: text }, dateline };
}
