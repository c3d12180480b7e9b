import { createGroup, type Group } from './group.js';
import type { PageLine } from './page-line.js';

/** What stands under one picture is no longer than this many lines. */
const MOST_LINES = 6;

/**
 * The lines that a photographer's name signs: taken out of the text they interrupted. `null` where the text before the name is
 * running text.
 */
export function resolveCredit(group: Group, credit: PageLine): Group | null {
  const { body } = group;
  const last = body.at(-1);
  if (last === undefined || last.heading || credit.number - last.line.number > credit.gap + 1) return null;
  if (/[（(][^（(）)]{0,20}$/.test(last.line.text.slice(-24))) return cut(group, 1);
  let count = 1;
  while (count < MOST_LINES && count < body.length && startGap(group, count) === 0) count += 1;
  const apart = startGap(group, count) >= (credit.gap > 0 ? 2 : 1);
  return apart && count < body.length ? cut(group, count) : null;
}

/** Blank lines before the block of the last `count` lines. */
function startGap(group: Group, count: number): number {
  return group.body[group.body.length - count]?.line.gap ?? 0;
}

function cut(group: Group, count: number): Group {
  return { ...createGroup(), body: group.body.splice(-count) };
}
