import type { DocumentHints } from '@wenliu/contracts';
import { splitPages } from '../page/split-pages.js';
import type { LineNote, ResidueRole } from '../split-result.js';
import type { ArticleDraft } from '../draft.js';
import type { SourceLines } from '../source-lines.js';
import type { BlockFacts } from './block-facts.js';
import { factsAt, hasPageHead } from './page-facts.js';
import { writePage } from './page-text.js';
import type { HtmlScan } from './scan-html.js';
import { linesOf, placeDraft } from './source-places.js';
import { isArticlePage, isNamedAfter } from './story-odds.js';

/** What speaks for the text of a newspaper page in one block, and against it. Set by hand on the pages of the specs. */
const ODDS = {
  start: -3.5,
  pageHead: 2.5,
  /** Each place where names or a dateline stand; an article has one. */
  signed: 1,
  mostSigned: 6,
  /** Each mark of another page. */
  marked: 1.5,
  /** One headline of the first level, as a page of one article has. */
  head: -3,
  article: -3,
  /** The page begins with a heading, and several more are of the same level. */
  headed: 2,
  /** The page is called like its first lines. */
  titled: -2.5,
  /** Two headings lead to other pages: what stands under them is no article. */
  leads: -3,
  /** Nothing but text in one element, without a heading: as a page is copied, or put out by a converter. */
  bare: 2.5,
};
/** So much of the text is in one element. */
const BARE = 0.9;
/** Names and a dateline so near to each other are those of one article. */
const NEAR = 4;
const FEWEST_HEADINGS = 2;
/** For each heading; a teaser has one. */
const FEWEST_PARAGRAPHS = 1.5;
/** Pages without a headline or a name of their own are one text. */
const FEWEST = 2;

interface FlatPage {
  drafts: ArticleDraft[];
  roles: (ResidueRole | null)[];
  notes: LineNote[];
}

/** A newspaper page whose text is in one block, as damaged as a plain text page; `null` where it is the page of one article. */
export function splitFlat(facts: BlockFacts, scan: HtmlScan, hints: DocumentHints, source: SourceLines): FlatPage | null {
  if (oddsOfPage(facts, scan) < 0) return null;
  const page = writePage(facts);
  const printed = factsAt(facts, scan, hints)(facts.blocks.length);
  // What the page prints itself the reader of pages finds; `<title>` is not among its lines.
  const isPrinted = (key: 'publication' | 'issueDate' | 'page'): boolean => facts.roles.some((role) => role.kind === 'furniture' && role.furniture[key] !== null);
  const told = (key: 'publication' | 'issueDate' | 'page'): string | null => hints[key] ?? (isPrinted(key) ? null : printed[key]);
  const split = splitPages(page.text, { ...hints, publication: told('publication'), issueDate: told('issueDate'), page: told('page') });
  if (split.drafts.length < FEWEST) return null;
  const places = page.lines.map((line) => linesOf(line, source));
  return {
    drafts: split.drafts.map((draft) => placeDraft(draft, page.lines, source)),
    roles: rolesOf(split.roles, places, source.count),
    notes: notesOf(split.notes, places),
  };
}

function oddsOfPage(facts: BlockFacts, scan: HtmlScan): number {
  let odds = ODDS.start;
  if (hasPageHead(facts, scan)) odds += ODDS.pageHead;
  let signs = 0;
  let last = -NEAR;
  let heads = 0;
  facts.roles.forEach((role, i) => {
    if (facts.isLinked(i)) return;
    if (facts.blocks[i]?.level === 1 && role.kind === 'text') heads += 1;
    if (!facts.isSign(i)) return;
    if (i - last >= NEAR) signs += 1;
    last = i;
  });
  odds += Math.min(ODDS.mostSigned, signs * ODDS.signed);
  if (heads === 1) odds += ODDS.head;
  if (facts.levels.filter((level, i) => level > 0 && facts.isLinked(i)).length >= 2) odds += ODDS.leads;
  if (isHeaded(facts)) odds += ODDS.headed;
  if (isBare(facts)) odds += ODDS.bare;
  if (isNamedAfter(facts, scan.title, [{ first: 0, end: facts.blocks.length }])) odds += ODDS.titled;
  return odds + (isArticlePage(scan) ? ODDS.article : 0);
}

function isHeaded(facts: BlockFacts): boolean {
  const headings = facts.levels.filter((level, i) => level > 0 && !facts.isLinked(i) && facts.isHeading(i));
  const highest = Math.min(...headings);
  const first = facts.blocks.findIndex((_, i) => facts.isText(i));
  const text = facts.blocks.filter((_, i) => facts.isText(i)).length;
  const count = headings.filter((level) => level === highest).length;
  return count >= FEWEST_HEADINGS && text >= count * FEWEST_PARAGRAPHS && facts.levels.slice(0, first).includes(highest);
}

function isBare(facts: BlockFacts): boolean {
  const lengths = new Map<number, number>();
  let all = 0;
  for (const { container, text } of facts.blocks) {
    lengths.set(container, (lengths.get(container) ?? 0) + text.length);
    all += text.length;
  }
  return facts.levels.every((level) => level === 0) && Math.max(0, ...lengths.values()) > all * BARE;
}

/** By line of the source: `null` where an article is printed on it, else what the page's frame has there. */
function rolesOf(roles: readonly (ResidueRole | null)[], places: readonly (readonly number[])[], count: number): (ResidueRole | null)[] {
  const result: (ResidueRole | null)[] = Array.from({ length: count }, () => 'markup');
  roles.forEach((role, i) => {
    for (const line of places[i] ?? []) result[line - 1] = role === null || result[line - 1] === null ? null : role;
  });
  return result;
}

/** Of lines that stand on one line of the source, the first tells. */
function notesOf(notes: readonly LineNote[], places: readonly (readonly number[])[]): LineNote[] {
  const seen = new Set<number>();
  return notes.flatMap((note) =>
    (places[note.line - 1] ?? []).flatMap((line) => {
      if (seen.has(line)) return [];
      seen.add(line);
      return [{ ...note, line }];
    }),
  );
}
