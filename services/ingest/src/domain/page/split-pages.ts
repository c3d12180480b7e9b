import type { DocumentHints, LineRange } from '@wenliu/contracts';
import type { ArticleDraft } from '../draft.js';
import type { LineNote, ResidueRole } from '../split-result.js';
import { mayBeHead, readFurniture, type Furniture } from './furniture.js';
import { splitPage } from './split-page.js';

/** What the number of a page is written with, and what a paper's name or a date is: most lines lack one, and are not worth more. */
const HEAD_NUMBER = /[版\d０-９]/;
const HEAD_NAME = /[报報刊年./／－-]/;

interface Pages {
  drafts: ArticleDraft[];
  roles: (ResidueRole | null)[];
  notes: LineNote[];
}

/**
 * One or several pages in a text. A new page begins at a line with its number and the paper's name or day of issue, of which the
 * text has several with different numbers; running heads of one page repeat its number and part nothing.
 */
export function splitPages(text: string, hints: DocumentHints): Pages {
  const lines = text.split('\n');
  const starts = pageStarts(lines);
  if (starts.length < 2) return splitPage(text, hints);
  const all: Pages = { drafts: [], roles: [], notes: [] };
  for (const [n, start] of starts.entries()) {
    // What stands before the first masthead belongs to its page.
    const from = n === 0 ? 0 : start;
    const page = splitPage(lines.slice(from, starts[n + 1]).join('\n'), hints);
    const before = all.drafts.length;
    all.drafts.push(...page.drafts.map((draft) => movedBy(draft, from)));
    all.notes.push(...page.notes.map((note) => ({ ...note, line: note.line + from, article: note.article === null ? null : note.article + before })));
    all.roles.push(...page.roles);
  }
  return all;
}

/** Indexes of the lines that pages begin with. */
function pageStarts(lines: readonly string[]): number[] {
  const heads = lines.flatMap((line, index) => {
    const text = line.trim();
    const furniture = mayBeHead(text) && HEAD_NUMBER.test(text) && HEAD_NAME.test(text) ? readFurniture(text) : null;
    return furniture !== null && isPageHead(furniture) ? [{ index, ...furniture }] : [];
  });
  const papers = new Set(heads.flatMap(({ publication }) => publication ?? []));
  const days = new Set(heads.flatMap(({ issueDate }) => issueDate ?? []));
  // Several papers or days: a list of pages, not the pages.
  if (papers.size > 1 || days.size > 1) return [];
  const first = new Map<string, number>();
  for (const { page, index } of heads) if (page !== null && !first.has(page)) first.set(page, index);
  return [...first.values()];
}

const isPageHead = ({ page, publication, issueDate }: Furniture): boolean => page !== null && (publication !== null || issueDate !== null);

function movedBy(draft: ArticleDraft, by: number): ArticleDraft {
  const range = ([first, last]: LineRange): LineRange => [first + by, last + by];
  return {
    ...draft,
    lines: draft.lines.map((line) => line + by),
    map: draft.map.map(([start, end, line, column]) => [start, end, line + by, column]),
    captions: draft.captions.map((caption) => ({ ...caption, lines: caption.lines.map(range) })),
    repairs: draft.repairs.map((repair) => ({ ...repair, line: repair.line + by })),
    suggestions: draft.suggestions.map((repair) => ({ ...repair, line: repair.line + by })),
  };
}
