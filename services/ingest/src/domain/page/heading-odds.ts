import { hasToMark } from './continuation.js';
import { readDateline } from './dateline.js';
import { hasLeadHeadline, isSubtitle } from './headline.js';
import { isBriefHead, isItem, isRow } from './items.js';
import { junctionOdds, leansOn, wordGain, type Edges } from './junction.js';
import { fullFrom, wrapAt, type Layout } from './layout.js';
import { endsSentence, isWider, ORNAMENT, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** Wider than this, a line without a full stop is text that was cut; a kicker and a title on one line may be wider. */
const WIDEST = 36;
const OVER_SECTION = 3;
const WIDEST_PAIR = 64;
/** Headlines of the web may be this wide. */
const WIDEST_OF_REPORT = 120;
const OF_REPORT = 5;
/** A heading rarely has more lines; a longer run of short lines is a list, a table or a poem. */
const MOST_HEADINGS = 7;
/** Short lines under a poet's name, which no headline has so many of. */
const FEWEST_VERSES = 5;
/** Lines of a narrow column are full, but for the last of a paragraph. */
const MOST_FULL_VERSES = 0.6;
const WIDEST_VERSE = 20;
/** “扛起责任，全力以赴抓冲刺”: four characters are a phrase in any headline. */
const SHORTEST_PHRASE = 4;
/** ln of the odds of a heading below names and above another. */
const BETWEEN_HEADS = 2;
const VALUE = /^[^：:，。]{0,6}\d[^：:，。]{0,14}[：:]\S/u;
/** “市民陈先生来电：” over a headline. */
const FROM_READERS = /(?:来电|来信|来函|投诉|求助|爆料|反映)[：:]$/u;
const SALUTATION = /^(?:尊敬的|亲爱的)?(?:\p{Script=Han}{1,6}(?:老师|编辑|医生|律师|先生|女士|叔叔|阿姨)|编辑部|编辑同志|\p{Script=Han}{2,4}读者|\p{Script=Han}{1,4})(?:您好|你好)?[：:]$/u;
/** Wider than the column by this no line of its text is. */
const WIDER = 1.15;
const NEVER = -20;
/** ln of the odds that what fills its column is a heading, between other lines of it and below a blank line. */
const NOT_IN_COLUMN = -5;
const APART_IN_COLUMN = -1;
/** Where no paragraph is broken, a phrase that ends no sentence is a heading (ln of the odds): on our own pages 9 of 9. */
const WHOLE = 2;
const BEGUN = 3;
const FEWEST_WHOLE = 3;
/** Of what begins a paragraph and breaks off as soon (ln of the odds that it is a heading). */
const WIDEST_BEGUN = 12;
const SOON_CUT = 1;
/** ln of the odds of a heading over “——船工转岗见闻”. */
const OVER_SUBTITLE = 2;
/** The same over “新华社北京3月1日电”, with what says that no paragraph goes on there. */
const OVER_DATELINE = 1;
/** ln of the odds of a heading over a list or a table. */
const OVER_LIST = 1.5;

/**
 * ln of the odds that each line is a heading rather than running text; far below 0 where a line is neither. `periods`: how many lines further
 * down the column of each line goes on; `close`: see `readCloseSet`; `cells`: see `readCells`.
 */
export function headingOdds(lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[], layout: Layout, periods: readonly number[], { close, cells }: Record<'close' | 'cells', ArrayLike<number>>): number[] {
  const whole = layout.wrap === null && breaksNone(lines, roles, edges);
  const odds = lines.map((_, i) => (roles[i]?.kind === 'text' && close[i] !== 1 ? oddsOf(i, lines, roles, edges, layout, periods[i] ?? 1, cells[i] === 1) + (close[i] === 0 && (close[i + 1] ?? 0) > 0 ? OVER_LIST : 0) + (whole && standsBetween(i, roles, edges) && !/[，,]/u.test(lines[i]?.text ?? '') ? WHOLE : 0) : NEVER));
  withoutPoems(odds, lines, roles, layout);
  return withoutLongRuns(odds, (i) => roles[i]?.kind === 'byline' || readDateline(lines[i]?.text ?? '') !== null);
}

function withoutPoems(odds: number[], lines: readonly PageLine[], roles: readonly Role[], layout: Layout): void {
  const fills = (line: PageLine): boolean => layout.wrap !== null && widthOf(line.text) >= fullFrom(wrapAt(layout, line), 0.88);
  const isVerse = (i: number): boolean => roles[i]?.kind === 'text' && !isWider(lines[i]?.text ?? '', WIDEST_VERSE) && !/[。；]$/u.test(lines[i]?.text ?? '');
  roles.forEach((role, i) => {
    if (role.kind !== 'byline' || role.dateline !== null || (odds[i - 1] ?? NEVER) <= 0) return;
    let end = i + 1;
    while (isVerse(end)) end += 1;
    if (roles[end]?.kind === 'byline' || readDateline(lines[end]?.text ?? '') !== null) end -= 1;
    const full = lines.slice(i + 1, end).filter(fills).length;
    if (end - i > FEWEST_VERSES && full < (end - i) * MOST_FULL_VERSES) odds.fill(NEVER, i + 1, end);
  });
}

/** Each line of text is a whole paragraph. */
function breaksNone(lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[]): boolean {
  const wide = lines.flatMap(({ text }, i) => (roles[i]?.kind === 'text' && isWider(text, WIDEST) ? [edges[i]?.end] : []));
  return wide.length >= FEWEST_WHOLE && !wide.includes('cut');
}

function standsBetween(i: number, roles: readonly Role[], edges: readonly Edges[]): boolean {
  return roles[i - 1]?.kind === 'text' && edges[i - 1]?.end === 'closed' && roles[i + 1]?.kind === 'text' && edges[i]?.end === 'cut';
}

function oddsOf(i: number, lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[], layout: Layout, period: number, isOfTable: boolean): number {
  const line = lines[i];
  const edge = edges[i];
  if (line === undefined || edge === undefined) return NEVER;
  const { text } = line;
  const width = widthOf(text);
  if (width > WIDEST && layout.wrap === null && isOverReport(i, lines, edges)) return OF_REPORT;
  if (isDeck(i, width, lines, roles, layout)) return BEGUN;
  if (width < 2 || width > WIDEST_PAIR || (isItem(text) && !isBriefHead(text, lines[i + 1]?.text ?? '')) || isContinuationMark(text) || isOfTable || hasLeadHeadline(text) || isListed(lines, i) || isValue(lines, i)) return NEVER;
  // A number that the column broke: “这座1” over “931年”.
  if (/^[\d０-９]/u.test(text) && roles[i - 1]?.kind === 'text' && !isRow(lines[i - 1]?.text ?? '') && /[\d０-９]$/u.test(lines[i - 1]?.text ?? '')) return NEVER;
  // “（下转第三版）” at the end of what goes on from the line before.
  if (hasToMark(text) && roles[i - 1]?.kind === 'text' && edges[i - 1]?.end === 'cut') return NEVER;
  if (isBegun(i, lines, roles, edges)) return BEGUN;
  const own = oddsOfText(text, width, edge) + (roles[i + 1]?.kind === 'text' && isSubtitle(lines[i + 1]?.text ?? '') ? OVER_SUBTITLE : 0);
  if (own <= NEVER) return NEVER;
  if (layout.wrap !== null) {
    // What begins a paragraph and goes on in the next line fills its own.
    const isBroken = edge.end === 'cut' && width < fullFrom(wrapAt(layout, line), 0.8) && (roles[i - 1]?.kind !== 'text' || edges[i - 1]?.end === 'closed');
    const form = isHeadingInColumn(i, lines, roles, layout) ? (isBroken ? BEGUN : 2) : standsApart(line, layout) ? APART_IN_COLUMN : NOT_IN_COLUMN;
    return own + form - (form === NOT_IN_COLUMN ? 0 : oddsOfColumn(i, period, lines, roles, edges, wrapAt(layout, line)));
  }
  if (line.indented && layout.indents && !/^\u3000{3}/.test(text)) return NEVER;
  const before = edges[i - 1];
  const after = edges[i + 1];
  let odds = own + (line.level > 0 ? 4 : 0);
  const afterText = before !== undefined && roles[i - 1]?.kind === 'text' && before.end !== 'closed' && isWider(lines[i - 1]?.text ?? '', WIDEST);
  if (afterText) odds -= Math.min(4, wordGain(before, edge) * 0.5);
  if (isShortLine(lines[i - 1], roles[i - 1]) || isShortLine(lines[i + 1], roles[i + 1])) odds += 1.2;
  // A column rarely ends right behind the first words of a paragraph.
  if (width <= WIDEST_BEGUN && (roles[i - 1]?.kind !== 'text' || before?.end === 'closed') && edge.end === 'cut') odds += SOON_CUT;
  // What stands between reporters' names and a headline is no text.
  if (roles[i - 1]?.kind === 'byline' && isShortLine(lines[i + 1], roles[i + 1])) odds += BETWEEN_HEADS;
  if (after === undefined) return odds;
  if (roles[i + 1]?.kind === 'byline' || roles[i + 1]?.kind === 'imprint') return odds + 2;
  // Below a whole paragraph and over the name of a column: a headline after its text.
  if (before?.end === 'closed' && isSection(roles[i + 1])) return odds + OVER_SECTION;
  if (roles[i + 1]?.kind === 'text' && readDateline(lines[i + 1]?.text ?? '') !== null) return odds + OVER_DATELINE;
  if (roles[i + 1]?.kind === 'text') odds -= Math.min(6, goesOn(edge, after)) + Math.max(0, -after.opens) * 0.5;
  return odds;
}

function isSection(role: Role | undefined): boolean {
  return role?.kind === 'furniture' && role.furniture.role === 'section';
}

/** Where each paragraph is one line: what is no sentence, between the end of one and “新华社……电”, has no other place than over the report. */
function isOverReport(i: number, lines: readonly PageLine[], edges: readonly Edges[]): boolean {
  const { text = '' } = lines[i] ?? {};
  if (isWider(text, WIDEST_OF_REPORT) || /[。；;，,、.]$|[。；]/u.test(text) || readDateline(text) !== null) return false;
  return (i === 0 || edges[i - 1]?.end === 'closed') && readDateline(lines[i + 1]?.text ?? '') !== null;
}

/** No sentence, however wide, between a headline and names. */
function isDeck(i: number, width: number, lines: readonly PageLine[], roles: readonly Role[], layout: Layout): boolean {
  const { text = '' } = lines[i] ?? {};
  if (layout.wrap !== null || (width <= WIDEST && !text.includes('；')) || width > WIDEST_PAIR || roles[i + 1]?.kind !== 'byline' || readDateline(text) !== null) return false;
  return isShortLine(lines[i - 1], roles[i - 1]) && !/。|[；，,、：:”」]$/u.test(text);
}

/** “接到电话后，” over “女会计差点转走四十万”: a headline that begins in the line above. */
function isBegun(i: number, lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[]): boolean {
  const [text, below] = [lines[i]?.text ?? '', lines[i + 1]];
  if (!/^[^，。；]{4,22}，$/u.test(text) || (roles[i - 1]?.kind === 'text' && edges[i - 1]?.end !== 'closed' && !isShortLine(lines[i - 1], roles[i - 1]))) return false;
  const after = lines[i + 2];
  const stands = roles[i + 2]?.kind === 'byline' || after?.indented === true || isSubtitle(after?.text ?? '') || isWider(after?.text ?? '', WIDEST);
  return isShortLine(below, roles[i + 1]) && below?.indented === false && !/[，。：！？]$|[，。！？]”$/u.test(below.text) && stands;
}

/** The next line goes on with a word or a number that this one breaks off. */
function goesOn(edge: Edges, after: Edges): number {
  return /\d/.test(edge.last) ? Math.max(0, junctionOdds({ ...edge, end: 'cut' }, after) * 1.5) : wordGain(edge, after) * 0.5;
}

/** Headings come in blocks. */
function isShortLine(line: PageLine | undefined, role: Role | undefined): boolean {
  return line !== undefined && role?.kind === 'text' && !isWider(line.text, WIDEST) && !/[。，；、]$/.test(line.text) && !line.text.includes('。');
}

/** “滕老师：”: how a letter, or the answer to one, begins. */
export function isSalutation(text: string): boolean {
  return SALUTATION.test(text) && !FROM_READERS.test(text);
}

/** What the words alone say. */
function oddsOfText(text: string, width: number, edge: Edges): number {
  if (/[。；;，,、.]$|；|[。！？][（(][^（）()]{2,30}[）)]$/u.test(text)) return NEVER;
  // “《新桥》　某某 著　某某出版社”.
  if (isSalutation(text) || /^《[^》]{1,20}》[\s\u3000].*(?:著|出版社)/u.test(text)) return NEVER;
  // A note.
  if (/^[（(][^（）()]+[）)]$/u.test(text)) return NEVER;
  const isPair = /\S[ \u3000]\S/u.test(text);
  let odds = text.includes('。') ? (isPair ? -2 : NEVER) : 2;
  // A day with its comma opens a text: “11月6日下午，”.
  if (/^\S{0,4}(?:今天|昨天|昨日|近日|日前|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)[^，,]{0,4}[，,]|[（(]\d{1,2}月\d{1,2}日[）)]/u.test(text)) odds -= 3;
  if (width > WIDEST) odds -= isPair ? 1 + (width - WIDEST) * 0.08 : (width - WIDEST) * 0.5 + 1;
  else if (width > 26) odds -= isPair ? 0.3 : (width - 26) * 0.144;
  if (width < 4) odds -= 1;
  if (isPair) odds += 0.42;
  if (isSubtitle(text)) odds += 3;
  if (/^(?:单位|資料來源|资料来源|数据来源|说明|注)[:：]/u.test(text)) return NEVER;
  if (/[！？!?]$/.test(text)) odds -= 0.5;
  if (/[。！？!?][”"’」』]$/.test(text)) {
    // “公司能这样做吗？”: a headline in quotation marks.
    if (width > WIDEST || !/^[“"「][^“”"「」。]+[？！?!][”"」]$/u.test(text)) return NEVER;
    odds -= 1.5;
  }
  if (readDateline(text) !== null) return NEVER;
  if (/[：:]$/.test(text)) odds += FROM_READERS.test(text) ? 0.5 : -0.5;
  if (/^(?:在|从|對|对|随着|隨著|据|據|经|經|当|當|此外|同时|目前|其中|今年|去年|近日|近年|刚|连日|日前|眼下|如今|当时|此前|随后|当年|当天|次日)/u.test(text)) odds -= 2.3;
  // Of 4,098 headlines 5 say so, of 686 lines of text that are cut as short 95.
  if (/(?:指出|表示|强调|介绍|说|认为|透露|告诉记者|显示|获悉|了解到)[，,]/u.test(text)) odds -= 4;
  if (endsSentence(text)) odds -= /^(?:预祝|祝愿|让我们)/u.test(text) ? 4 : 1;
  if (edge.open > 0 || edge.close > 0) odds -= 2;
  if (leansOn(text)) odds -= 2.7;
  // “《办法》提出”: what follows says what.
  if (/(?:提出|指出|表示|规定|規定|显示|顯示|包括|如下|认为|認為)$/u.test(text)) odds -= 4;
  if (edge.opens <= -4) odds -= 6;
  if (/[，,、]\S{1,2}$/u.test(text)) odds -= 2.5;
  if (!/[，,]/u.test(text)) return odds;
  const phrases = text.split(/[，,]/);
  // The phrases of a headline are alike; text that was cut breaks off in the middle of one.
  const shortest = Math.min(...phrases.map((phrase) => phrase.length));
  odds -= shortest < Math.min(SHORTEST_PHRASE, width * 0.35) ? 2 : 0.75;
  return odds - Math.max(0, phrases.length - 2) * 1.44;
}

/** ln of the odds that a line goes on with the full line above it, or is a full line that breaks off before the one below. */
function oddsOfColumn(i: number, period: number, lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[], wrap: number): number {
  const [before, edge, after] = [edges[i - period], edges[i], edges[i + period]];
  const isFull = (at: number): boolean => roles[at]?.kind === 'text' && widthOf(lines[at]?.text ?? '') >= wrap * 0.88;
  let odds = 0;
  if (edge !== undefined && before?.end === 'cut' && isFull(i - period)) odds += Math.min(6, wordGain(before, edge) * 0.5);
  if (edge !== undefined && after !== undefined && isFull(i) && roles[i + period]?.kind === 'text') odds += Math.min(6, goesOn(edge, after));
  return odds;
}

/** Among lines that break where the column ends, a heading is short or stands apart. */
function isHeadingInColumn(i: number, lines: readonly PageLine[], roles: readonly Role[], layout: Layout): boolean {
  const line = lines[i];
  const after = lines[i + 1];
  if (line === undefined || (line.indented && layout.indents && !/^\u3000{3}/.test(line.text))) return false;
  const width = widthOf(line.text);
  const wrap = wrapAt(layout, line);
  if (roles[i + 1]?.kind === 'byline') return true;
  if (layout.indents) return isShortOrApart(i, lines, roles, wrap, layout.leading);
  const isWide = (text: string): boolean => widthOf(text) > wrap * WIDER;
  const opensStory = after !== undefined && (after.indented || (widthOf(after.text) < Math.min(20, fullFrom(wrap, 0.9)) && !endsSentence(after.text)) || isWide(after.text));
  return width < fullFrom(wrap, 0.8) || isWide(line.text) || opensStory;
}

/** Below blank room, where no indent says that text begins. */
const standsApart = (line: PageLine, { indents, leading }: Layout): boolean => !indents && line.gap > leading;

/** Where paragraphs are indented, text fills its column or ends a sentence: what does neither is a heading. */
function isShortOrApart(i: number, lines: readonly PageLine[], roles: readonly Role[], wrap: number, leading: number): boolean {
  const line = lines[i];
  const after = lines[i + 1];
  if (line === undefined) return false;
  const width = widthOf(line.text);
  const before = lines[i - 1];
  if (width < fullFrom(wrap, 0.88) || width > wrap * 1.1) {
    return !endsSentence(line.text) || before === undefined || roles[i - 1]?.kind !== 'text' || endsSentence(before.text);
  }
  return (i === 0 || roles[i - 1]?.kind !== 'text' || line.gap > leading) && after?.indented === true;
}

/** “15米:……” above or below another such: values and what they are of. */
function isValue(lines: readonly PageLine[], i: number): boolean {
  const beside = [lines[i - 1], lines[i + 1]];
  return VALUE.test(lines[i]?.text ?? '') && beside.some((line) => line !== undefined && VALUE.test(line.text) && (line === lines[i - 1] ? lines[i]?.gap : line.gap) === 0);
}

/** Of three such lines or more in a row. */
export function isOfValues(lines: readonly PageLine[], i: number): boolean {
  const isOne = (at: number): boolean => VALUE.test(lines[at]?.text ?? '');
  return isOne(i) && [i - 2, i - 1, i].some((first) => isOne(first) && isOne(first + 1) && isOne(first + 2));
}

/** “▶……” under a line that announces a list, or under another such item. */
function isListed(lines: readonly PageLine[], i: number): boolean {
  const mark = ORNAMENT.exec(lines[i]?.text ?? '')?.[0].charAt(0);
  if (mark === undefined) return false;
  let first = i;
  while (lines[first - 1]?.text.startsWith(mark) === true) first -= 1;
  return /[：:]$/u.test(lines[first - 1]?.text ?? '');
}

export function isContinuationMark(text: string): boolean {
  return /^[（(【〔[▲△▼▽■▶►▷→➤]{0,2}\s?(?:上接|下转|下轉|下接|紧接|緊接|转第|轉第|接第)/u.test(text);
}

/** `opens`: whether a line is what stands right under a headline, so that the last of a run is one. */
function withoutLongRuns(odds: readonly number[], opens: (i: number) => boolean): number[] {
  const result = [...odds];
  let start = 0;
  for (let i = 0; i <= odds.length; i += 1) {
    if ((odds[i] ?? NEVER) > 0) continue;
    if (i - start > MOST_HEADINGS) result.fill(NEVER, start, opens(i) ? i - 1 : i);
    start = i + 1;
  }
  return result;
}
