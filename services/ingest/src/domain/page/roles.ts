import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { readCaption, type ReadCaption } from './caption.js';
import { readDateline, type ReadDateline } from './dateline.js';
import { readFurniture, type Furniture } from './furniture.js';
import { readImprint, type Imprint } from './imprint.js';
import type { Layout } from './layout.js';
import { endsSentence, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

/** What a line is, judged by itself and its neighbours. */
export type Role =
  | { kind: 'furniture'; furniture: Furniture }
  | { kind: 'imprint'; imprint: Imprint }
  | { kind: 'byline'; byline: Byline; dateline: ReadDateline | null }
  | { kind: 'sign-off'; dateline: ReadDateline | null }
  | { kind: 'caption'; caption: ReadCaption }
  | { kind: 'heading' }
  | { kind: 'body' };

/** Wider than this, a line without a full stop is text that was cut. */
const WIDEST_HEADING = 42;
/** A heading rarely has more lines; a longer run of short lines is a list, a table or a poem. */
const MOST_HEADINGS = 7;

export function assignRoles(lines: readonly PageLine[], layout: Layout): Role[] {
  const roles: Role[] = [];
  lines.forEach((line, i) => {
    roles.push(roleOfItself(line, lines[i - 1], lines[i + 1]) ?? (isHeading(lines, i, roles, layout) ? { kind: 'heading' } : { kind: 'body' }));
  });
  return withoutLongRuns(roles);
}

function roleOfItself(line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role | null {
  const { text } = line;
  const imprint = readImprint(text);
  if (imprint !== null) return { kind: 'imprint', imprint };
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
    const wire = readWireByline(text);
    if (wire !== null) return wire;
  }
  const caption = readCaption(line, before);
  return caption === null ? null : { kind: 'caption', caption };
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

function isHeading(lines: readonly PageLine[], i: number, roles: readonly Role[], layout: Layout): boolean {
  const line = lines[i];
  const before = lines[i - 1];
  if (line === undefined) return false;
  if (line.level > 0) return widthOf(line.text) <= WIDEST_HEADING * 1.5;
  if (line.indented && layout.indents && !/^\u3000{3}/.test(line.text)) return false;
  if (isItem(line.text) || isContinuationMark(line.text) || hasOpenMarks(line.text)) return false;
  const width = widthOf(line.text);
  if (width > WIDEST_HEADING || width < 2 || endsInText(line.text)) return false;
  if (layout.wrap === null) return true;
  const afterText = before !== undefined && line.gap === 0 && roles[i - 1]?.kind === 'body';
  if (afterText && !endsSentence(before.text)) return false;
  return width < layout.wrap * 0.8 || (!afterText && opensStory(lines[i + 1]));
}

function opensStory(next: PageLine | undefined): boolean {
  return next !== undefined && (next.indented || widthOf(next.text) < 20);
}

/** Headlines end in a word, a quotation, a question; never in a full stop or comma. */
function endsInText(text: string): boolean {
  return /[。；;，,、.]$/.test(text) || /[。；][”’」』）)]$/.test(text);
}

function isItem(text: string): boolean {
  return /^(?:[-*+•·][\s\u3000]|[◆◇▶►▷●○◎★☆]\s?\S|[（(]?\d{1,2}[)）.、]|\|)/u.test(text);
}

function isContinuationMark(text: string): boolean {
  return /^[（(【▲■]?\s?(?:上接|下转|下轉|紧接|緊接|转第|轉第|接第)/u.test(text);
}

/** A quotation or bracket that opens or closes here and not its other half: the line is a piece of text. */
function hasOpenMarks(text: string): boolean {
  return [['“', '”'], ['《', '》'], ['（', '）'], ['「', '」']].some(
    ([open = '', close = '']) => text.split(open).length !== text.split(close).length,
  );
}

function withoutLongRuns(roles: readonly Role[]): Role[] {
  const result = [...roles];
  let start = 0;
  for (let i = 0; i <= roles.length; i += 1) {
    if (roles[i]?.kind === 'heading') continue;
    if (i - start > MOST_HEADINGS) result.fill({ kind: 'body' }, start, i);
    start = i + 1;
  }
  return result;
}
