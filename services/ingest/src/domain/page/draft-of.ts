import type { Byline } from '@wenliu/contracts';
import { EMPTY_DRAFT, type ArticleDraft } from '../draft.js';
import { outletOf } from './byline-words.js';
import { readContinuation } from './continuation.js';
import { eventTimeOf, readDateline, type ReadDateline } from './dateline.js';
import { readFoot, readPictureFoot } from './foot.js';
import type { Group } from './group.js';
import { isItem } from './items.js';
import { readHeadline, readLeadHeadline, withoutLeadHeadline, type Headline } from './headline.js';
import { endsSentence, widthOf } from './marks.js';
import { readOpeningNames } from './opening.js';
import { AGENCY_NAME } from './outlets.js';
import { ownAs } from './own-outlet.js';
import type { PageLine } from './page-line.js';
import { joinText, mendCaption, mendLine, type Typesetting } from './paragraphs.js';
import { readSourceOpening } from './source-note.js';
import { editOfEnd, endsSpeech } from './repair-sentences.js';
import type { PageFacts } from './split-page.js';

/** ln of the odds (`Edges.opens`) from which on a first line cannot be where a text begins. */
const MID_SENTENCE = -2.5;
const LONGEST_ORPHAN = 6;
/** “……。［作者单位：……］”, or nothing but such a note: what closes a text. */
const NOTE_AT_END = /(?:^|[。！？”])[（(［[][^。！？]{2,150}[）)］\]]$/u;
const LONGEST_NOTE = 160;
/** “座右铭：船不离岸”: an entry of a list. */
const ENTRY = /^[^：:，。]{1,6}[：:]\S{1,20}$/u;
/** “资料来源：……”, “——摘自……”, “……。”——甲”, “……（某部公布）”. */
const CLOSING = /^(?:单位|资料来源|資料來源|数据来源|说明|注)[:：]|——(?:摘|选|节选)自\S{2,20}$|[。！？”]——\S{2,16}(?:[\s\u3000]\S{2,6})?$|[（(][^（）()]{2,16}(?:公布|发布|提供)[）)]$/u;
const SEE_PAGE = /\s?[►▶][详見见]{1,2}\S{1,4}版$/u;
/** Whoever a byline names as the reporter's. */
const SENDER = new RegExp(`本报|本報|人民日报|${AGENCY_NAME}`, 'u');

/** One group of lines as an article. `misread` is how many characters surely are on the page so far. */
export function draftOf(group: Group, facts: PageFacts, setting: Typesetting, misread: number): ArticleDraft {
  const { paragraphs, map, repairs, suggestions } = joinText(group.body, setting, misread);
  const running = group.body.filter((entry) => !entry.heading);
  const opening = paragraphs[group.body.findIndex((entry) => !entry.heading)] ?? '';
  const first = running[0]?.line.text ?? '';
  const dateline = group.dateline ?? fuller(readDateline(withoutLeadHeadline(opening)), opening === first ? null : readDateline(first));
  const byline = bylineOf(group, dateline, paragraphs, (dateline?.authors.length ?? 0) > 0 ? null : readOpeningNames(first) ?? readOpeningNames(opening));
  const { continuedFrom, continuesTo } = readContinuation(paragraphs, group.headings.map(({ text }) => text));
  const last = running.at(-1);
  const imprint = group.imprints.find((entry) => entry.imprint !== null)?.imprint ?? null;
  const issueDate = facts.issueDate ?? imprint?.issueDate ?? null;
  const publication = facts.publication ?? imprint?.publication ?? null;
  // “来源：某某网” on the page of a paper.
  const source = facts.publication === null ? null : (imprint?.publication ?? null);
  const headings = group.headings.map((line) => ({ ...line, text: mendLine(line, setting, repairs, misread) }));
  const captions = group.captions.map(({ lines, caption }) => ({
    text: mendCaption(caption, lines, setting, repairs, misread),
    credit: caption.credit,
    lines: lines.map(({ number }): [number, number] => [number, number]),
  }));
  return {
    ...EMPTY_DRAFT,
    ...facts,
    ...headlineOf(headings, first, setting),
    repairs,
    suggestions,
    publication,
    issueDate,
    byline,
    agency: ownAs(publication, dateline?.dateline.agency ?? agencyOf(byline, group, paragraphs.at(-1) ?? '') ?? source ?? readSourceOpening(first)),
    dateline: dateline?.dateline ?? null,
    paragraphs,
    map,
    captions,
    continuedFrom,
    continuesTo,
    complete: continuedFrom === null && continuesTo === null && (last === undefined || setting.rows.has(last.line.number) || isEnd(last.line.text, paragraphs.at(-1) ?? '', setting)) && !lacksBeginning(running, setting),
    eventTime: eventTimeOf(dateline?.dateline.date ?? null, issueDate),
    lines: linesOf(group),
  };
}

/** The last line ends a sentence, a table or a list; where lines lose their ends, one that ends with a word is whole as well. */
function isEnd(last: string, paragraph: string, { losesEnds }: Typesetting): boolean {
  if (NOTE_AT_END.test(paragraph.slice(-LONGEST_NOTE)) || ENTRY.test(last) || endsSentence(last.replace(SEE_PAGE, '')) || endsSentence(paragraph) || endsSpeech(last) || readFoot(last) !== null || readPictureFoot(last) !== null || isItem(last) || CLOSING.test(last)) return true;
  return losesEnds && editOfEnd(paragraph) !== null;
}

/** In a column, the names behind a dateline may go on in the next line. */
function fuller(whole: ReadDateline | null, line: ReadDateline | null): ReadDateline | null {
  return whole !== null && whole.authors.length > (line?.authors.length ?? 0) ? whole : (line ?? whole);
}

function headlineOf(headings: readonly PageLine[], first: string, { titles }: Typesetting): Headline {
  return headings.length > 0 ? readHeadline(headings, titles) : { kicker: null, title: readLeadHeadline(first), subtitle: null };
}

/** The text begins in mid-sentence, or with the orphan end of one printed elsewhere. */
function lacksBeginning(running: Group['body'], { edgesOf }: Typesetting): boolean {
  const [first, second] = running;
  if (first === undefined || second === undefined) return false;
  const { text } = first.line;
  const isOrphan = widthOf(text) <= LONGEST_ORPHAN && endsSentence(text) && !/[，“”！？—]/u.test(text);
  return isOrphan || edgesOf(text).opens <= MID_SENTENCE;
}

/** Names printed under a headline that comes after its text. */
function isOverText(group: Group, line: number): boolean {
  const [first] = group.body;
  const heading = group.headings[0]?.number;
  const raw = group.bylines.find((entry) => entry.line.number === line)?.byline.raw ?? '';
  if (/^[（(]/u.test(raw)) return false;
  return heading !== undefined && first !== undefined && heading > first.line.number && line > heading;
}

/** Reading order: headlines, byline, body and what signs it or a part of it, captions. */
function linesOf(group: Group): number[] {
  const body = group.body.map((entry) => entry.line.number);
  const last = lastBefore(Infinity, body);
  const signatures = [...group.bylines, ...group.imprints].map((entry) => entry.line.number).sort((a, b) => a - b);
  const headings = group.headings.map((line) => line.number);
  // What stands right below text within an article signs that part.
  const within = signatures.filter((line) => line < last && lastBefore(line, body) > lastBefore(line, headings));
  const under = Map.groupBy(within, (line) => lastBefore(line, body));
  const heads = body.length === 0 ? signatures : signatures.filter((line) => !within.includes(line) && (line < last || isOverText(group, line)));
  return [
    ...headings,
    ...heads,
    ...body.flatMap((line) => [line, ...(under.get(line) ?? [])]),
    ...signatures.filter((line) => !heads.includes(line) && !within.includes(line)),
    ...group.signOffs.map((line) => line.number),
    ...group.captions.flatMap((caption) => caption.lines.map((line) => line.number)),
  ];
}

/** The last of these lines before `line`, `-Infinity` where there is none. */
function lastBefore(line: number, lines: readonly number[]): number {
  return lines.reduce((most, number) => (number < line ? Math.max(most, number) : most), -Infinity);
}

/** Without a headline, or with no more than one paragraph: who took the picture signs it. */
function isPictureStory({ headings, body }: Group): boolean {
  return headings.length === 0 || body.length === 1;
}

function bylineOf(group: Group, dateline: ReadDateline | null, paragraphs: readonly string[], opened: Byline | null): Byline {
  const lastParagraph = paragraphs.at(-1) ?? '';
  const printed = [...(opened === null ? [] : [opened]), ...group.bylines.map((entry) => entry.byline), ...group.imprints.flatMap((entry) => entry.imprint?.byline ?? [])];
  const foot = printed.length > 0 ? null : (readFoot(lastParagraph) ?? readFoot(group.body.at(-1)?.line.text ?? '') ?? (isPictureStory(group) ? readPictureFoot(lastParagraph) : null));
  const signed: Byline | null = foot === null ? null : { raw: /[（(]([^（(）)]+)[）)]$/u.exec(lastParagraph)?.[1] ?? null, authors: foot.authors, photographers: foot.photographers };
  const all = signed === null ? printed : [signed];
  // Everything printed about where the article comes from stays to be read and found.
  const about = [...group.imprints.map((entry) => entry.line.text), ...group.signOffs.map((line) => line.text)].map((text) => text.trim());
  const raws = [...new Set([opened?.raw ?? null, ...group.bylines.map((entry) => entry.byline.raw), signed?.raw ?? null, ...about])].filter((raw) => raw !== null);
  const authors = [...all.flatMap((byline) => byline.authors), ...(dateline?.authors ?? [])];
  return {
    raw: raws.length === 0 ? null : raws.join(' '),
    authors: authors.filter((author, i) => authors.findIndex((other) => other.name === author.name) === i),
    photographers: [...new Set(all.flatMap((byline) => byline.photographers))],
  };
}

function agencyOf(byline: Byline, group: Group, lastParagraph: string): string | null {
  const source = /《([^》]+)》/.exec(group.signOffs[0]?.text ?? '')?.[1];
  if (source !== undefined) return source;
  const noted = [lastParagraph, ...group.bylines.map(({ line }) => line.text)].flatMap((text) => readFoot(text)?.agency ?? [])[0];
  const named = noted ?? SENDER.exec(byline.raw ?? '')?.[0] ?? (isPictureStory(group) ? readPictureFoot(lastParagraph)?.agency : null);
  return named ?? byline.authors.flatMap(({ role }) => outletOf(role) ?? [])[0] ?? null;
}
