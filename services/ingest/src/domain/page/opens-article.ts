import { readDateline } from './dateline.js';
import type { Group } from './group.js';
import type { Layout } from './layout.js';
import { endsSentence, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Stack } from './stack.js';

/** Shorter lines in blank room are labels: “链接”, “人物小传”. */
const SHORTEST_TITLE = 8;

/** Whether the headings of `stack`, printed between the text of `current` and the line `next`, open an article of their own. */
export function opensArticle(stack: Stack, current: Group, next: PageLine, layout: Layout): boolean {
  const { headings, bylines, imprints, first } = stack;
  const last = current.body.at(-1)?.line;
  const opensWire = readDateline(next.text) !== null || /^[（(【]\s?(?:紧接|緊接|上接)/u.test(next.text);
  if (first === null) return opensWire && last !== undefined && endsSentence(last.text) && (next.gap > 0 || next.indented);
  if (headings.length === 0) {
    // A byline after a lead of a paragraph or two belongs to the article it stands in.
    return bylines.length > 0 && (current.bylines.length > 0 || current.body.length > 2 || current.headings.length === 0);
  }
  if (bylines.length > 0 || imprints.length > 0 || current.closed || opensWire) return true;
  return rankOf(headings, current) ?? (headings.length >= 2 || standsApart(first, layout));
}

/** By Markdown levels, `null` where one side has none. */
function rankOf(headings: readonly PageLine[], current: Group): boolean | null {
  const own = highestLevel(headings);
  const title = highestLevel(current.headings);
  return own === null || title === null ? null : own <= title;
}

function highestLevel(headings: readonly PageLine[]): number | null {
  const levels = headings.map((heading) => heading.level).filter((level) => level > 0);
  return levels.length === 0 ? null : Math.min(...levels);
}

function standsApart(first: PageLine, layout: Layout): boolean {
  return layout.blanksAreRare ? first.gap >= 1 : first.gap >= 2 && widthOf(first.text) >= SHORTEST_TITLE;
}
