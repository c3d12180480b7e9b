import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { isName } from './byline-words.js';
import { readCaption, type ReadCaption } from './caption.js';
import { readDateline, type ReadDateline } from './dateline.js';
import { readFoot } from './foot.js';
import { readFurniture, type Furniture } from './furniture.js';
import { readImprint, type Imprint } from './imprint.js';
import { widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import { isLikelyName } from './surnames.js';

/** What a line is by its own words and its neighbours. Whether text is a heading or running text is decided with the whole page in view. */
export type Role =
  | { kind: 'furniture'; furniture: Furniture }
  | { kind: 'imprint'; imprint: Imprint }
  | { kind: 'byline'; byline: Byline; dateline: ReadDateline | null }
  | { kind: 'sign-off'; dateline: ReadDateline | null }
  | { kind: 'caption'; caption: ReadCaption }
  | { kind: 'text' };

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
    if (/^[（(]?(?:据|據)?《[^》]{2,20}》[）)]?$/.test(text)) return { kind: 'sign-off', dateline: null };
    const dateline = readDateline(text);
    if (dateline !== null && dateline.dateline.raw.length >= text.length - 2) {
      return after === undefined || /(?:电|電)$/.test(dateline.dateline.raw)
        ? { kind: 'sign-off', dateline }
        : { kind: 'byline', byline: { raw: text, authors: [], photographers: [] }, dateline };
    }
    const byline = readByline(text);
    if (byline !== null && !isPictureCredit(text)) return { kind: 'byline', byline, dateline };
    if (isName(text) && /[（(]作者\S{2,40}[）)]$/u.test(before?.text.slice(-60) ?? '')) {
      return { kind: 'byline', byline: { raw: text, authors: [{ name: text, role: '作者' }], photographers: [] }, dateline: null };
    }
    const noted = readNote(text) ?? readLoneName(line, before, after);
    if (noted !== null) return noted;
    const wire = readWireByline(text);
    if (wire !== null) return wire;
  }
  const caption = readCaption(line, before);
  return caption === null ? { kind: 'text' } : { kind: 'caption', caption };
}

/** “![某某在某地做某事](图.jpg)”: Markdown's words for a picture are its caption. */
function readPicture(text: string): ReadCaption | null {
  const words = /^!\[([^\]]{8,})\]\([^)]*\)$/u.exec(text)?.[1];
  return words === undefined ? null : { text: words, credit: null, creditOnly: false, story: false };
}

/** “（作者系某校教授 甲）” on a line of its own. */
function readNote(text: string): Role | null {
  const foot = /^[（(].*[）)]$/u.test(text) ? readFoot(text) : null;
  return foot === null ? null : { kind: 'byline', byline: { raw: text, authors: foot.authors, photographers: [] }, dateline: null };
}

/** In supplements and columns the author's name alone stands between headline and text. */
function readLoneName(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  if (line.indented || before === undefined || after === undefined) return null;
  const name = line.text.replace(/[\s\u3000]/gu, '');
  if (!isLikelyName(name)) return null;
  const underHead = widthOf(before.text) <= 30 && !before.indented && !/(?:[。，；、：！？]|[。！？，]”)$/u.test(before.text) && widthOf(before.text) >= 2;
  const overText = after.indented || widthOf(after.text) > 30;
  return underHead && overText ? { kind: 'byline', byline: { raw: line.text, authors: [{ name, role: '作者' }], photographers: [] }, dateline: null } : null;
}

/** “本报记者 甲 摄” under a picture signs the picture, not a story; “甲 摄影报道” signs both. */
function isPictureCredit(text: string): boolean {
  return /[摄攝][）)]?$/.test(text) && !/^[■□▲△●]?\s?(?:文|图文)/u.test(text);
}

/** “【本報訊】（記者 甲、乙）” and “【特派記者 甲 北京十六日電】” on a line of their own. */
function readWireByline(text: string): Role | null {
  const opened = readDateline(text);
  if (opened !== null && opened.authors.length > 0 && /[）)]$/.test(text)) {
    return { kind: 'byline', byline: { raw: text, authors: opened.authors, photographers: [] }, dateline: opened };
  }
  const cut = /^[【[](.{2,30})[\s\u3000](\S{2,20}[电電讯訊])[】\]]$/u.exec(text);
  const byline = cut === null ? null : readByline(cut[1] ?? '');
  const dateline = cut === null ? null : readDateline(cut[2] ?? '');
  return byline === null || dateline === null ? null : { kind: 'byline', byline: { ...byline, raw: text }, dateline };
}
