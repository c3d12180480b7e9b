import { readBriefs } from './briefs.js';
import { emptyChain, type Chain } from './chain.js';
import { joinBylines, signColumns } from './column-bylines.js';
import { createCohesion, type Cohesion } from './cohesion.js';
import { readCloseSet } from './close-set.js';
import { columnOdds, periodsOf } from './columns.js';
import { readFeed } from './feed.js';
import { findDate } from './print-date.js';
import { isStaff, mayBeHead } from './furniture.js';
import { hasToMark, isToMark } from './continuation.js';
import { readDateline } from './dateline.js';
import { isOutsiders, readFoot } from './foot.js';
import { withRestated } from './restated.js';
import { headingOdds, isContinuationMark, isOfValues, isSalutation } from './heading-odds.js';
import { isItem, readCells } from './items.js';
import { createEdgeReader, junctionOdds, type Edges } from './junction.js';
import { hasLeadHeadline } from './headline.js';
import { leadOdds } from './lead.js';
import { styleOfNames, type NamesStyle } from './names-style.js';
import { labelSections, pageLabel, sectionLabel, underBriefs, withLabels, withoutParts, withPaper } from './labels.js';
import { measureLayout, wrapAt, type Layout } from './layout.js';
import { spreadNotices } from './notice.js';
import { BESIDE_NUMBER, inCommonForm, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import { readOpeningByline } from './opening.js';
import { editsOfMarks } from './repair-form.js';
import { readMark, type Mark } from './series.js';
import { signStories } from './picture-story.js';
import { roleOf, type Role } from './roles.js';

/** Everything that is known of the lines before anything is decided. Arrays are by index of the printed lines. */
export interface PageView {
  lines: readonly PageLine[];
  roles: readonly Role[];
  edges: readonly Edges[];
  /** How any text begins and ends. */
  edgesOf: (text: string) => Edges;
  /** ln of the odds that a line is a heading. */
  headings: readonly number[];
  /** The highest level of Markdown's headings here, null where there is none. */
  topLevel: number | null;
  /** The highest Markdown level of a line that is no headline, which then says nothing: `Infinity` without any. */
  lowLevel: number;
  layout: Layout;
  /** Two columns or more take turns line by line. */
  zipped: boolean;
  cohesion: Cohesion;
  /** The chain that the headings of all heads begin with that were asked about: see `oddsOfHead`. */
  heads: Chain;
  /** Blank lines that usually part two lines here. */
  gap: number;
  /** Wider blank room stands before headlines here. */
  gapsTell: boolean;
  /** Paragraphs follow each other without blank lines, so that a blank line parts more than paragraphs. */
  parted(line: number): boolean;
  /** The line without Markdown's marks and stray blanks. */
  text(line: number): string;
  wire(line: number): boolean;
  /** A dateline with its reporters' names. */
  named(line: number): boolean;
  /** Opens with a headline of its own. */
  titled(line: number): boolean;
  marked(line: number): boolean;
  /** ln of the odds that it is one of several briefs, or by itself one of the items of a feed. */
  brief(line: number): number;
  /** Stands under the name of a column of briefs. */
  underBriefs(line: number): boolean;
  /** “滕老师：”: begins a letter, or the answer to one. */
  salutes(line: number): boolean;
  /** Nothing but “（下转第三版）”. */
  toMark(line: number): boolean;
  /** Ends with such a mark, or is one. */
  endsElsewhere(line: number): boolean;
  /** Ends with brackets that name the writer or the source, as a text does. */
  signed(line: number): boolean;
  /** Signed so, and not by an outsider. */
  reported(line: number): boolean;
  /** Cells of a table, or an entry of a list. */
  row(line: number): boolean;
  /** Cells of a table. */
  cells(line: number): boolean;
  /** What makes it one of several. */
  mark(line: number): Mark | null;
  /** ln of the odds that a text of news begins with this line, by when and what for it tells. */
  lead(line: number): number;
  names: NamesStyle;
  /** ln of the odds that line `b` goes on with line `a`. */
  junction(a: number, b: number): number;
  /** ln of the odds that two lines are of one text, by what they are about. */
  nearness(a: number, b: number): number;
  /** The next lines of running text, from `line` on. */
  ahead(line: number): number[];
}

const AHEAD = 5;
const ENOUGH = 60;
const FEWEST_PARTED = 3;
/** As a part of the column's width. */
const SHORT_LINE = 0.85;
const SHORTEST_TEXT = 40;
/** “（资料来源：……）”, “数据来源：……　本报制表” */
const NOTE = /^[（(][^（）()]+[）)]$|^(?:数据|資料|资料)[来來]源[：:][^。]{2,40}$/u;

export function viewPage(lines: readonly PageLine[], dropSpaces: boolean): PageView {
  const layout = measureLayout(lines);
  const plain = lines.map((line) => ({ ...line, text: plainText(line.text, dropSpaces) }));
  const roles = withLabels(plain, plain.map((line, i) => roleOf(line, plain[i - 1], plain[i + 1])));
  withPaper(plain, roles);
  labelSections(plain, roles);
  withoutParts(plain, roles);
  signStories(plain, roles);
  joinBylines(plain, roles, layout);
  signColumns(plain, roles, layout);
  spreadNotices(plain, roles);
  const briefs = layout.wrap === null ? readBriefs(lines, plain, roles) : new Float64Array(lines.length);
  readFeed(plain, roles, briefs);
  const edgesOf = createEdgeReader();
  const gap = commonest(lines.slice(1).map((line) => line.gap));
  const close = layout.wrap === null ? readCloseSet(plain, roles, gap) : new Uint8Array(lines.length);
  const cells = readCells(plain);
  const rows = plain.map((_, i) => (close[i] === 1 || cells[i] === 1 || (layout.wrap === null && isOfValues(plain, i)) ? 1 : 0));
  const edges = plain.map((line, i) => edgesWithin(line.text, edgesOf(line.text), rows[i] === 1));
  const cohesion = createCohesion(lines.map((line) => line.text));
  const periods = layout.wrap === null ? lines.map(() => 1) : periodsOf(lines.length, seamOf(roles, edges));
  const headings = withRestated(headingOdds(plain, roles, edges, layout, periods, { close, cells }), roles, layout, cohesion);
  const isText = (i: number): boolean => roles[i]?.kind === 'text' && (headings[i] ?? 0) < 1;
  const wires = plain.map(({ text }, i) => (roles[i]?.kind === 'text' ? openingOf(text) : 0));
  const signed = plain.map(({ text }, i) => (roles[i]?.kind === 'text' && readFoot(text) !== null ? (isOutsiders(text) ? 1 : 2) : 0));
  // “（紧接第一版）” under the head of a page says where a text comes from.
  const isFirst = (i: number): boolean => roles.slice(0, i).every((role) => role.kind === 'furniture');
  const toMarks = plain.map(({ text }, i) => (!hasToMark(text) || (isToMark(text) && isFirst(i)) ? 0 : isToMark(text) ? 2 : 1));
  const salutations = plain.map(({ text }, i) => (roles[i]?.kind === 'text' && isSalutation(text) ? 1 : 0));
  const inBriefs = underBriefs(plain, roles);
  const leads = plain.map(({ text, indented }, i) => (roles[i]?.kind === 'text' && (layout.wrap === null || indented) ? leadOdds(text) : 0));
  const marks = plain.map(({ text }, i) => (roles[i]?.kind === 'text' ? readMark(text) : null));
  const next = new Map<number, number[]>();
  const parted = lines.filter((line, i) => i > 0 && line.gap > 0).length;
  const tight = gap === 0 && parted >= FEWEST_PARTED && parted < lines.length * 0.6 && !blanksPartParagraphs(lines, roles, edges, layout);
  /** Whether `b` is the next line of the column of `a`. */
  const isBelow = (a: number, b: number): boolean => {
    const period = periods[a] ?? 1;
    return b === a + period && (lines[b]?.number ?? 0) - (lines[a]?.number ?? 0) === period * (1 + layout.leading);
  };
  const view: PageView = {
    lines,
    roles,
    edges,
    edgesOf,
    headings,
    topLevel: lines.reduce<number | null>((top, { level }) => (level > 0 && level < (top ?? Infinity) ? level : top), null),
    lowLevel: lines.reduce((low, { level }, i) => (level > 0 && (roles[i]?.kind === 'byline' || roles[i]?.kind === 'caption') ? Math.min(low, level) : low), Infinity),
    layout,
    zipped: periods.some((period) => period > 1),
    cohesion,
    heads: emptyChain(),
    gap,
    gapsTell: lines.filter((line, i) => i > 0 && line.gap > gap && (headings[i] ?? 0) > 0).length >= 2,
    text: (i) => plain[i]?.text ?? '',
    parted: (i) => tight && (lines[i]?.gap ?? 0) > 0,
    wire: (i) => wires[i] === 1 || wires[i] === 3 || wires[i] === 4,
    named: (i) => wires[i] === 4,
    titled: (i) => wires[i] === 3,
    marked: (i) => wires[i] === 2,
    brief: (i) => briefs[i] ?? 0,
    underBriefs: (i) => inBriefs[i] === 1,
    salutes: (i) => salutations[i] === 1,
    toMark: (i) => toMarks[i] === 2,
    endsElsewhere: (i) => toMarks[i] === 1 || toMarks[i] === 2,
    signed: (i) => signed[i] === 1 || signed[i] === 2,
    reported: (i) => signed[i] === 2,
    row: (i) => rows[i] === 1,
    cells: (i) => cells[i] === 1,
    mark: (i) => marks[i] ?? null,
    lead: (i) => leads[i] ?? 0,
    names: styleOfNames(plain, roles, headings),
    junction: rememberPairs(lines.length, (a, b) => {
      const [left, right] = [edges[a], edges[b]];
      const [upper, lower] = [lines[a], lines[b]];
      const odds = left === undefined || right === undefined ? 0 : junctionOdds(left, right);
      return left === undefined || upper === undefined || lower === undefined ? odds : odds + columnOdds(layout, upper, lower, left.end, isBelow(a, b));
    }),
    nearness: rememberPairs(lines.length, (a, b) => cohesion.matchOfTwo(b, a)),
    ahead(from) {
      const known = next.get(from);
      if (known !== undefined) return known;
      const found: number[] = [];
      next.clear();
      next.set(from, found);
      let length = 0;
      for (let i = from; i < lines.length && found.length < AHEAD && i < from + 3 * AHEAD; i += 1) {
        // The orphan end of a sentence is not all the text there is under a headline.
        if (length >= ENOUGH && (roles[i]?.kind === 'byline' || (headings[i] ?? 0) >= 1)) break;
        if (!isText(i)) continue;
        found.push(i);
        length += lines[i]?.text.length ?? 0;
      }
      return found;
    },
  };
  const label = pageLabel(view);
  return label < 0 ? view : { ...view, roles: roles.with(label, sectionLabel(lines[label]?.text ?? '')), headings: headings.with(label, -20) };
}

/** In a column: most paragraphs, which end in a short line, have a blank line below. */
function blanksPartParagraphs(lines: readonly PageLine[], roles: readonly Role[], edges: readonly Edges[], layout: Layout): boolean {
  if (layout.wrap === null) return false;
  let parted = 0;
  let tight = 0;
  lines.forEach((line, i) => {
    const ends = roles[i]?.kind === 'text' && roles[i - 1]?.kind === 'text' && edges[i - 1]?.end === 'closed' && widthOf(lines[i - 1]?.text ?? '') < wrapAt(layout, line) * SHORT_LINE && widthOf(line.text) >= wrapAt(layout, line) * SHORT_LINE;
    if (ends && line.gap > 0) parted += 1;
    else if (ends) tight += 1;
  });
  return parted > tight;
}

/** By the line above, what was found out for the last even and the last odd line below it: these are asked about again. */
function rememberPairs(lines: number, find: (a: number, b: number) => number): (a: number, b: number) => number {
  const asked = new Int32Array(2 * lines).fill(-1);
  const found = new Float64Array(2 * lines);
  return (a, b) => {
    const at = 2 * a + (b & 1);
    if (asked[at] === b) return found[at] ?? 0;
    asked[at] = b;
    return (found[at] = find(a, b));
  };
}

/** How well a line that is cut goes on with another, by their words. */
function seamOf(roles: readonly Role[], edges: readonly Edges[]): (a: number, b: number) => number {
  return (a, b) => {
    const [left, right] = [edges[a], edges[b]];
    const isText = roles[a]?.kind === 'text' && roles[b]?.kind === 'text';
    return isText && left?.end === 'cut' && right !== undefined ? junctionOdds(left, right) : 0;
  };
}

/** What a line says without Markdown's emphasis and without blanks inside its words: what rules are asked about. */
function plainText(printed: string, dropSpaces: boolean): string {
  const text = inCommonForm(printed);
  const bare = text.includes('*') ? text.replace(/\*\*/g, '').replace(/^\*(?=\S)|(?<=\S)\*$|(?<=\s)\*(?=\S)/g, '') : text;
  if (!dropSpaces || !bare.includes(' ') || isStaff(bare) || (mayBeHead(bare) && findDate(bare) !== null)) return bare;
  // In short lines blanks part names and phrases.
  if (bare.length < SHORTEST_TEXT) return bare.replace(BESIDE_NUMBER, '');
  const edits = editsOfMarks(bare, true);
  let clean = '';
  let kept = 0;
  for (const { start, end } of edits) {
    clean += bare.slice(kept, start);
    kept = end;
  }
  return clean + bare.slice(kept);
}

/** 1 where the line opens with a dateline or a byline, 4 with names behind a dateline, 3 with a headline of its own, 2 where it goes on from another page, else 0. */
function openingOf(text: string): number {
  if (isContinuationMark(text)) return isToMark(text) ? 0 : 2;
  if (hasLeadHeadline(text)) return 3;
  const dateline = readDateline(text);
  if (dateline !== null) return dateline.authors.length > 0 ? 4 : 1;
  return readOpeningByline(text) !== null ? 1 : 0;
}

/** An entry of a list is whole as it is, and what goes on elsewhere does not go on here. */
function edgesWithin(text: string, edges: Edges, isOfTable: boolean): Edges {
  return edges.end === 'cut' && (isOfTable || hasToMark(text) || NOTE.test(text) || (isItem(text) && !hasLeadHeadline(text))) ? { ...edges, end: 'closed' } : edges;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}
