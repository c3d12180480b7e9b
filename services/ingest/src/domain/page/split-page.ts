import type { DocumentHints } from '@wenliu/contracts';
import type { ArticleDraft } from '../draft.js';
import type { LineNote, ResidueRole } from '../split-result.js';
import { draftOf } from './draft-of.js';
import type { Furniture } from './furniture.js';
import { gather } from './gather.js';
import { titlesOnTwo } from './headline.js';
import { createGroup, type Group } from './group.js';
import { withoutLocalLeading } from './layout.js';
import { withOwnOutlet } from './own-outlet.js';
import { readLines, type PageLine } from './page-line.js';
import { countMisread, isBroken, oddsOfLostEnds, printedText, type Typesetting } from './paragraphs.js';
import { isStraySpace } from './repair-form.js';
import { viewPage, type PageView } from './page-view.js';
import { readPage } from './read-page.js';
import type { Role } from './roles.js';

/** ln of the odds from which on lines are believed to lose their ends. */
const LOSES_ENDS = 3.2;
/** Numbers and Chinese beside each other, with and without a blank. */
const APART = /\p{Script=Han} (?=\d)|\d (?=\p{Script=Han})/gu;
const CLOSE = /\p{Script=Han}(?=\d)|\d(?=\p{Script=Han})/gu;
const FEWEST_APART = 8;
/** A line this far ahead (ln of odds) is where it belongs without a doubt. */
const SURE = 2;

export interface PageFacts {
  publication: string | null;
  issueDate: string | null;
  page: string | null;
  section: string | null;
}

/** A page of plain text or Markdown to its articles; every line is an article's or has a role of its own. */
export function splitPage(text: string, hints: DocumentHints): { drafts: ArticleDraft[]; roles: (ResidueRole | null)[]; notes: LineNote[] } {
  const source = text.split('\n');
  const lines = withoutLocalLeading(readLines(source));
  const dropSpaces = hasStraySpaces(lines);
  const view = viewPage(lines, dropSpaces);
  const { roles: lineRoles, layout } = view;
  const facts = factsOf(lineRoles, hints);
  const residue: (ResidueRole | null)[] = source.map(() => 'blank');
  lines.forEach((line, i) => (residue[line.number - 1] = residueOf(lineRoles[i])));
  const drafts: ArticleDraft[] = [];
  const gathered = gather(view, readPage(view));
  const found = gathered.groups.filter(hasText);
  const groups = found.length > 0 ? found : loneLines(lines, lineRoles);
  const numbers = new Map(found.map((group, i) => [group, i]));
  const notes = gathered.places.map(({ group, role, reason, margin }, i): LineNote => {
    const owner = group === null ? undefined : gathered.groups[group];
    const article = owner === undefined ? undefined : numbers.get(owner);
    const line = lines[i]?.number ?? 0;
    return article === undefined ? { line, role: 'residue', article: null, reason, score: 0 } : { line, role, article, reason, score: margin };
  });
  const surenesses = surenessOf(notes, groups.length);
  const setting: Typesetting = { layout, titles: layout.wrap === null ? 'never' : titlesOnTwo(lines, (i) => (view.headings[i] ?? 0) > 0), dropSpaces, losesEnds: losesEnds(groups, view), rows: new Set(lines.flatMap(({ number }, i) => (view.row(i) ? number : []))), printed: printedText(view.lines), edgesOf: view.edgesOf };
  let misread = 0;
  groups.forEach((group, i) => {
    const draft = draftOf(group, facts, setting, misread);
    misread += countMisread(draft.repairs);
    drafts.push({ ...draft, lines: withBlanks(draft.lines, residue), sureness: surenesses[i] ?? 1 });
  });
  return { drafts: withOwnOutlet(drafts), roles: residue, notes };
}

function hasText(group: Group): boolean {
  return group.body.length > 0 || group.captions.length > 0;
}

/** By article, 0 to 1: how far ahead of the next best the places of its lines were. */
function surenessOf(notes: readonly LineNote[], articles: number): number[] {
  const sums = Array.from({ length: articles }, () => ({ sure: 0, count: 0 }));
  for (const { article, score } of notes) {
    const sum = article === null ? undefined : sums[article];
    if (sum === undefined || score === 0) continue;
    sum.count += 1;
    sum.sure += Math.max(0, Math.min(1, score / SURE));
  }
  return sums.map(({ sure, count }) => (count === 0 ? 1 : sure / count));
}

/** A document of headings and names alone: each line is a paragraph, so that none of it is lost. */
function loneLines(lines: readonly PageLine[], roles: readonly Role[]): Group[] {
  const body = lines.filter((_, i) => roles[i]?.kind !== 'furniture').map((line) => ({ line, heading: true }));
  return body.length === 0 ? [] : [{ ...createGroup(), body }];
}

function residueOf(role: Role | undefined): ResidueRole {
  if (role?.kind === 'furniture') return role.furniture.role;
  return role?.kind === 'text' ? 'heading' : 'unused';
}

/** Blank lines between two neighbouring lines of an article are the article's. Takes the lines out of the residue. */
function withBlanks(lines: readonly number[], residue: (ResidueRole | null)[]): number[] {
  const result: number[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last !== undefined && line > last + 1 && isBlankBetween(residue, last, line)) {
      for (let blank = last + 1; blank < line; blank += 1) result.push(blank);
    }
    result.push(line);
  }
  for (const line of result) residue[line - 1] = null;
  return result;
}

function isBlankBetween(residue: readonly (ResidueRole | null)[], after: number, before: number): boolean {
  for (let line = after + 1; line < before; line += 1) if (residue[line - 1] !== 'blank') return false;
  return true;
}

/** What the publisher said, else what the page's furniture prints. */
function factsOf(roles: readonly Role[], hints: DocumentHints): PageFacts {
  const printed = roles.flatMap((role) => (role.kind === 'furniture' ? [role.furniture] : []));
  const first = (key: 'publication' | 'issueDate' | 'page' | 'section'): string | null =>
    printed.find((furniture: Furniture) => furniture[key] !== null)?.[key] ?? null;
  return {
    publication: hints.publication ?? first('publication'),
    issueDate: hints.issueDate ?? first('issueDate'),
    page: hints.page ?? first('page'),
    section: first('section'),
  };
}

/** Whether lines here lose their ends: then what follows a line that breaks off mostly begins a sentence of its own. */
function losesEnds(groups: readonly Group[], { layout, edgesOf }: Pick<PageView, 'layout' | 'edgesOf'>): boolean {
  if (layout.wrap !== null) return false;
  let odds = 0;
  for (const { body } of groups) {
    body.forEach(({ line, heading }, i) => {
      const before = body[i - 1];
      if (before === undefined || before.heading || heading || !isBroken(before.line.text)) return;
      odds += oddsOfLostEnds(edgesOf(before.line.text), edgesOf(line.text));
    });
  }
  return odds > LOSES_ENDS;
}

const LONGEST_OPENING = 24;

/** Pages read by OCR or from a PDF keep a space where the printed line broke: then there is one in every other line. */
function hasStraySpaces(lines: readonly PageLine[]): boolean {
  const long = lines.filter((line) => line.text.length > 30);
  let stray = 0;
  for (const { text } of long) {
    // Names and datelines before that have blanks of their own.
    for (let at = text.indexOf(' ', LONGEST_OPENING); at !== -1; at = text.indexOf(' ', at + 1)) if (isStraySpace(text, at)) stray += 1;
  }
  return stray > long.length * 0.5 || setsNumbersApart(long);
}

/** “12 月 11 日”: a blank on most sides of a number that has Chinese beside it. */
function setsNumbersApart(lines: readonly PageLine[]): boolean {
  const count = (form: RegExp): number => lines.reduce((sum, { text }) => sum + (text.match(form)?.length ?? 0), 0);
  const apart = count(APART);
  return apart >= FEWEST_APART && apart > count(CLOSE);
}
