import { readDateline } from './dateline.js';
import { isItem, isRow } from './items.js';
import { isWider, ORNAMENT } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** Fewer short lines may be the decks of a headline. */
const FEWEST = 4;
const MOST_DECKS = 5;
const WIDEST = 60;

/**
 * Where a blank line parts paragraphs, short lines without one are a list, a table or a poem: 1 for each of these, 2 for the first, which may be its
 * title. `gap`: blank lines that usually part two lines.
 */
export function readCloseSet(lines: readonly PageLine[], roles: readonly Role[], gap: number): Uint8Array {
  const found = new Uint8Array(lines.length);
  if (gap === 0) return found;
  const isPart = (i: number): boolean => roles[i]?.kind === 'text' && !isWider(lines[i]?.text ?? '', WIDEST);
  for (let start = 0; start < lines.length; start += 1) {
    let end = start;
    while (isPart(end) && (end === start || lines[end]?.gap === 0)) end += 1;
    if (end - start >= FEWEST && !areDecks(lines, roles, start, end)) found.fill(1, start, end).fill(isTitle(lines, start) ? 2 : 1, start, start + 1);
    start = Math.max(start, end - 1);
  }
  return found;
}

/** “……”, “……”, “——……”, “……” over “本报讯（记者 甲）……”: all of a head. */
function areDecks(lines: readonly PageLine[], roles: readonly Role[], start: number, end: number): boolean {
  const below = lines[end];
  if (below === undefined || end - start > MOST_DECKS) return false;
  const isMarked = lines.slice(start, end).some(({ text }) => isItem(text) || isRow(text) || ORNAMENT.test(text) || /[。；]$/u.test(text));
  return !isMarked && (roles[end]?.kind === 'byline' || readDateline(below.text) !== null);
}

function isTitle(lines: readonly PageLine[], first: number): boolean {
  const [title = '', below = ''] = [lines[first]?.text, lines[first + 1]?.text];
  return !isItem(title) && (/\p{Script=Han}/u.test(title.charAt(0)) || title.charAt(0) !== below.charAt(0));
}
