import type { LineRange, RawArticle } from '@wenliu/contracts';
import type { LineNote, LineRole, ResidueRole, SplitResult } from '@wenliu/service-ingest/offline';

type Articles = Extract<SplitResult, { kind: 'articles' }>;
type HeadlinePart = 'kicker' | 'title' | 'subtitle';
type ShownRole = HeadlinePart | Exclude<LineRole, 'residue'> | ResidueRole;

/** One line of an original and what became of it. */
export interface ExplainedLine {
  /** 1-based. */
  line: number;
  /** As printed. */
  text: string;
  /** More than one where a line has several parts of a headline. */
  roles: ShownRole[];
  /** 1-based, as in "1 of 5"; `null` where the line is no article's. */
  article: number | null;
  /** Why the line went there; `null` where nothing is noted: what comes as articles has nothing to be decided. */
  reason: LineNote['reason'] | null;
  /** ln of the odds against the next best place; 0 where there was no choice. */
  score: number;
}

/** Each line of the original with its role, its article and the reason. `lines` are those that the result counts. */
export function explainLines({ articles, residue, notes }: Articles, lines: readonly string[]): ExplainedLine[] {
  const owners = numbersByLine(articles.map(({ provenance }) => provenance.lines));
  const residueRoles = new Map(residue.flatMap(({ role, lines: range }) => numbersOf(range).map((line) => [line, role] as const)));
  const noteOf = new Map(notes.map((note) => [note.line, note]));
  return lines.map((text, index): ExplainedLine => {
    const line = index + 1;
    const note = noteOf.get(line);
    const owner = note === undefined ? owners.get(line) : (note.article ?? undefined);
    const article = owner === undefined ? undefined : articles[owner];
    const number = owner === undefined ? null : owner + 1;
    if (text.trim() === '') return { line, text, roles: ['blank'], article: number, reason: null, score: 0 };
    const why = { reason: note?.reason ?? null, score: note?.score ?? 0 };
    if (article === undefined) return { line, text, roles: [residueRoles.get(line) ?? 'unused'], article: null, ...why };
    const role = note === undefined || note.role === 'residue' ? roleByPlace(article, line, text) : note.role;
    return { line, text, roles: role === 'headline' ? headlineParts(article, text) : [role], article: number, ...why };
  });
}

/** What is not noted is told by where the article says it is printed. */
function roleByPlace(article: RawArticle, line: number, text: string): Exclude<LineRole, 'residue'> {
  if (article.captions.some(({ lines }) => lines.some((range) => isIn(line, range)))) return 'caption';
  if (article.provenance.map.some(([, , printed]) => printed === line)) return 'text';
  const byline = condensed(article.byline.raw ?? '');
  return byline !== '' && condensed(text).includes(byline) ? 'byline' : 'headline';
}

function headlineParts({ kicker, title, subtitle }: RawArticle, text: string): ShownRole[] {
  const printed = condensed(text);
  const parts: [HeadlinePart, string | null][] = [['kicker', kicker], ['title', title], ['subtitle', subtitle]];
  const found = parts.filter(([, part]) => part !== null && sharesText(printed, condensed(part))).map(([name]) => name);
  return found.length === 0 ? ['headline'] : found;
}

/** A headline may take several lines, and a line may hold several parts of one. */
function sharesText(printed: string, part: string): boolean {
  return part !== '' && printed !== '' && (part.includes(printed) || printed.includes(part));
}

/** Without blanks and marks, which repairs may have changed. */
function condensed(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

function numbersByLine(owned: readonly (readonly LineRange[])[]): Map<number, number> {
  const owners = new Map<number, number>();
  owned.forEach((ranges, index) => ranges.flatMap(numbersOf).forEach((line) => owners.set(line, owners.get(line) ?? index)));
  return owners;
}

function numbersOf([first, last]: LineRange): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const isIn = (line: number, [first, last]: LineRange): boolean => line >= first && line <= last;
