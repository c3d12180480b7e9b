import { isIndexEntry, isIndexTitle, NO_FACTS } from './furniture.js';
import { hasLeadHeadline } from './headline.js';
import { endsSentence, isWider, ORNAMENT } from './marks.js';
import { isAboutPaper, isDated, isNameOfPaper } from './page-frame.js';
import type { PageLine } from './page-line.js';
import type { PageView } from './page-view.js';
import { findDate } from './print-date.js';
import type { Role } from './roles.js';
import { readMark } from './series.js';

/** Lines that the head of a page may have. */
const MOST_OF_HEAD = 6;
const WIDEST_LABEL = 6;
const WIDEST_HEADLINE = 30;
const SPACED = /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,5}$/u;
const CLOSE = /^\p{Script=Han}{2,8}$/u;
/** “■ 行走产业带”, “民生一线·走访”, “对 话”, “渡口见闻”: the name of a column, whose text has a headline of its own. */
const COLUMN = /^[■●▲◆]\s?\p{Script=Han}+$|^\p{Script=Han}+·\p{Script=Han}+$|^\p{Script=Han}(?:[\s\u3000]\p{Script=Han})+$|(?:见闻|走访|札记|手记|观察|调查|笔记|回访|纪事|侧记|对话|访谈|风采|关注|聚焦|追踪|深读|速递|人物|故事|一线|走笔|实录|现场|透视|评论|视点|值班室|会客厅|面对面|信箱|讲堂|夜话|时评|快评|社论|社评)$/u;
/** “【案情】” by itself, “Q2：散瞳伤眼睛吗？”: the name of a part of a text. */
export const PART = /^【\p{Script=Han}{2,6}】$|^(?:Q|问|問)\d{1,2}[：:.．]?\S/u;
/** “地方短波”, “企业动态”, over several short pieces: on our own pages 27 of 28; prices and figures are one. */
const OVER_BRIEFS = /^(?!.{0,2}(?:行情|数据|數據|价格))\p{Script=Han}{2,4}(?:短波|短讯|短訊|简讯|簡訊|快讯|快訊|快递|速递|播报|微播|微讯|速览|速读|动态|要览|拾要|扫描|趣闻|万象|博览)$|^各地\p{Script=Han}{2,3}$|^[文艺]讯$|^(?:三言两语|微论|众议|快言快语)$/u;
/** Lines under the name of such a column that are sure to be of it. */
const MOST_OF_BRIEFS = 16;
const SECTION = /^[\p{Script=Han}·]{2,8}$/u;
/** “城市　CITY”, “5 地方纵深”. */
const TRANSLATED = /^\p{Script=Han}{2,6}[\s\u3000]+[A-Z]{3,}$|^\d{1,2}[\s\u3000]*\p{Script=Han}{2,6}$/u;
/** “视野　7” below or over the name of the paper or the day. */
const NUMBERED = /^[\p{Script=Han}·]{2,8}[\s\u3000]+\d{1,2}$/u;
const HEAD_ROLES = ['page-number', 'date', 'masthead'];
const MOTTO = /^\p{Script=Han}{4,6}[\s\u3000]+\p{Script=Han}{4,6}$/u;

/** The first lines of a page, down to its day, where they are no headlines: “青山报 QINGSHAN BAO”, “中共青山县委机关报”, “2020年6月18日”. */
export function withPaper(lines: readonly PageLine[], roles: Role[]): void {
  const isFrame = (i: number): boolean => roles[i]?.kind === 'furniture';
  const top = lines.slice(0, MOST_OF_HEAD).findIndex(({ text }, i) => !isFrame(i) && !isDated(text) && !isAboutPaper(text) && !isNameOfPaper(text) && !isSection(lines, roles, i));
  const end = top === -1 ? Math.min(lines.length, MOST_OF_HEAD) : top;
  // “服务生活　记录城市”: under the name and the day, and apart from what follows.
  const [motto, below] = lines.slice(Math.max(0, top), Math.max(0, top) + 2);
  if (top > 0 && isFrame(top - 1) && motto?.gap === 0 && below !== undefined && below.gap > 0 && MOTTO.test(motto.text)) roles[top] = { kind: 'furniture', furniture: { ...NO_FACTS, role: 'masthead' } };
  // A headline of a few words is like the name of a paper: the day must be there.
  if (!lines.slice(0, end).some(({ text }, i) => isDated(text) || (isFrame(i) && findDate(text) !== null))) return;
  for (let i = 0; i < end; i += 1) {
    if (roles[i]?.kind !== 'text') continue;
    if (isSection(lines, roles, i)) {
      roles[i] = sectionLabel(lines[i]?.text ?? '');
      continue;
    }
    const [name = ''] = /^\p{Script=Han}+[报報刊]/u.exec(lines[i]?.text ?? '') ?? [];
    roles[i] = { kind: 'furniture', furniture: { ...NO_FACTS, role: 'masthead', publication: name === '' || isAboutPaper(lines[i]?.text ?? '') ? null : name, issueDate: findDate(lines[i]?.text ?? '') } };
  }
}

/** “文化·科学” between the number of the page and the day, wherever they are printed. */
export function labelSections(lines: readonly PageLine[], roles: Role[]): void {
  const isHead = (i: number): boolean => {
    const role = roles[i];
    return role?.kind === 'furniture' && HEAD_ROLES.includes(role.furniture.role);
  };
  lines.forEach(({ text }, i) => {
    if (roles[i]?.kind !== 'text') return;
    const isNumbered = i < MOST_OF_HEAD && (isHead(i - 1) || (i === 0 && isHead(1))) && NUMBERED.test(text);
    const stands = (i === 0 || isHead(i - 1) || (i === 1 && text.includes('·'))) && (isHead(i + 1) || (i === 0 && isStaffOf(roles[1])));
    if (isNumbered || (stands && (SECTION.test(text) || TRANSLATED.test(text)))) roles[i] = sectionLabel(text);
  });
}

function isStaffOf(role: Role | undefined): boolean {
  return role?.kind === 'furniture' && role.furniture.role === 'staff';
}

/** “各地” between the name of a paper, or the number of its page, and the day. */
function isSection(lines: readonly PageLine[], roles: readonly Role[], i: number): boolean {
  return /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{2,5}·\p{Script=Han}{2,5})(?:[\s\u3000]+\d{1,2})?$/u.test(lines[i]?.text ?? '') && (roles[i - 1]?.kind === 'furniture' || isNameOfPaper(lines[i - 1]?.text ?? '')) && findDate(lines[i + 1]?.text ?? '') !== null;
}

/** The numbered lines under “本版目录” lead to the articles, and are none; nor is “快　讯” or “一线短波” over briefs that have headlines, or “晨 报 快 递” over one. */
export function withLabels(lines: readonly PageLine[], roles: readonly Role[]): Role[] {
  let within = false;
  return roles.map((role, i) => {
    const text = lines[i]?.text ?? '';
    const isOverBriefs = (SPACED.test(text) || CLOSE.test(text)) && hasLeadHeadline(lines[i + 1]?.text ?? '');
    // Two letters are like a name.
    if (role.kind === 'byline' && /^\p{Script=Han}[\s\u3000]?\p{Script=Han}$/u.test(text) && isOverBriefs) return sectionLabel(text);
    if (role.kind === 'text' && (isOverBriefs || (SPACED.test(text) && isLong(text) && isShort(lines[i + 1])))) return sectionLabel(text);
    if (role.kind === 'text' && roles[i + 1]?.kind === 'text' && namesBriefs(text)) return sectionLabel(text);
    if (role.kind === 'text' && roles[i + 1]?.kind === 'text' && isLabelOver(lines[i], lines[i + 1], lines[i + 2])) return sectionLabel(text);
    within = isIndexTitle(text) || (within && isIndexEntry(text));
    return within ? { kind: 'furniture', furniture: { ...NO_FACTS, role: 'navigation' } } : role;
  });
}

/** “◎ 地方短波”. */
function namesBriefs(text: string): boolean {
  return OVER_BRIEFS.test(text.replace(ORNAMENT, '').replace(/[\s\u3000]/gu, ''));
}

/** By line: 1 for the first of those under the name of a column of briefs, down to the next that is of no text. */
export function underBriefs(lines: readonly PageLine[], roles: readonly Role[]): number[] {
  let end = 0;
  return roles.map((role, i) => {
    if (role.kind === 'furniture') end = role.furniture.role === 'section' && namesBriefs(lines[i]?.text ?? '') ? i + MOST_OF_BRIEFS : i;
    return i < end && role.kind !== 'furniture' ? 1 : 0;
  });
}

/** “01　太顺的官司” is like the head of a page; where “02　……” is text, it is a part of the same. */
export function withoutParts(lines: readonly PageLine[], roles: Role[]): void {
  const numberOf = (i: number): number | null => (/^\d{2}[\s\u3000]/.test(lines[i]?.text ?? '') ? (readMark(lines[i]?.text ?? '')?.number ?? null) : null);
  // “01”, “02”, or “1”, “2”, “3”, by themselves: numbers of pages are more, stand at the very end, too, and in the middle of sentences.
  const bare = lines.flatMap(({ text }, i) => (roles[i]?.kind === 'furniture' && /^\d{1,2}$/u.test(text) ? [i] : []));
  const has = (...numbers: readonly string[]): boolean => numbers.every((number) => bare.some((i) => lines[i]?.text === number));
  const arePages = bare.some((i) => i === 0 || /^[1-9]\d$/u.test(lines[i]?.text ?? '') || lines[i + 1] === undefined || isBroken(lines[i - 1]));
  if (has('01', '02') || (has('1', '2', '3') && !arePages)) for (const i of bare) if (/^0?[1-9]$/u.test(lines[i]?.text ?? '')) roles[i] = { kind: 'text' };
  const parts = roles.flatMap((role, i) => (role.kind === 'text' ? (numberOf(i) ?? []) : []));
  if (parts.length === 0) return;
  roles.forEach((role, i) => {
    const number = role.kind === 'furniture' && role.furniture.role === 'page-number' ? numberOf(i) : null;
    if (number !== null && number <= Math.max(...parts) + 1) roles[i] = { kind: 'text' };
  });
}

function isBroken(line: PageLine | undefined): boolean {
  return line !== undefined && isWider(line.text, WIDEST_HEADLINE) && !endsSentence(line.text);
}

export function isColumnName(text: string): boolean {
  return COLUMN.test(text);
}

/** The first words of a page, short and strangers to the text, name the page or a column of it. */
export function pageLabel(view: PageView): number {
  const first = view.roles.findIndex((role) => role.kind !== 'furniture');
  const after = view.roles.findIndex((role, i) => i > first && role.kind !== 'furniture');
  // A number on it says that it is the name of a series.
  if (/[^\p{Script=Han}\s]/u.test(view.lines[first]?.text ?? '')) return -1;
  if (first < 0 || after < 0 || (view.headings[first] ?? 0) <= 0 || isWider(view.lines[first]?.text ?? '', WIDEST_LABEL)) return -1;
  // Under the title of the paper it is the name of a column, over the headline of what stands in it.
  if (view.roles.slice(0, first).some((role) => role.kind === 'furniture' && role.furniture.publication !== null)) return -1;
  // “产业链走笔” right over a headline is the name of its column, not of the page.
  if (isColumnName(view.text(first))) return -1;
  // What is marked as a heading is one.
  if ((view.lines[first]?.level ?? 0) > 0) return -1;
  const overHead = view.roles[after]?.kind === 'byline' || (view.headings[after] ?? 0) > 0 || after > first + 1;
  const match = view.cohesion.match([first], view.ahead(after));
  // 0 says that there was too little to compare.
  return overHead && match !== 0 && match < 1 ? first : -1;
}

/** “晨 报 快 递”: more letters than a name has. */
function isLong(spaced: string): boolean {
  return spaced.replace(/[\s\u3000]/gu, '').length > 3;
}

/** “环球速览” over headlines with ornaments. */
function isLabelOver(label: PageLine | undefined, headline: PageLine | undefined, below: PageLine | undefined): boolean {
  return label?.level === 0 && /^\p{Script=Han}{3,6}$/u.test(label.text) && isShort(headline) && ORNAMENT.test(headline?.text ?? '') && below !== undefined && !isShort(below);
}

function isShort(line: PageLine | undefined): boolean {
  return line !== undefined && !isWider(line.text, WIDEST_HEADLINE) && !endsSentence(line.text);
}

/** “视野　7”: the name of a section, and the number of its page. */
export function sectionLabel(text: string): Role {
  const [, name = text, page = null] = /^(\D+?)[\s\u3000]+(\d{1,2})$/u.exec(text) ?? [];
  return { kind: 'furniture', furniture: { ...NO_FACTS, role: 'section', section: name.replace(/[\s\u3000]/gu, ''), page } };
}
