import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** A page has few articles: its habits are no certainties (ln of odds). */
const MOST = 2;

/**
 * ln of the odds that reporters' names stand over a text on this page rather than under it, counted where their place is clear.
 * Names in brackets are always under one.
 */
export function namesLeadOdds(lines: readonly PageLine[], roles: readonly Role[], headings: readonly number[]): number {
  const isHeading = (i: number): boolean => (headings[i] ?? 0) > 0;
  const isText = (i: number): boolean => roles[i]?.kind === 'text' && !isHeading(i);
  let over = 0;
  let under = 0;
  let between = 0;
  const firstText = roles.findIndex((_, i) => isText(i));
  const namesFirst = roles.some((role, i) => i < firstText && role.kind === 'byline' && !isHeading(i - 1) && isHeading(i + 1));
  roles.forEach((role, i) => {
    if (role.kind !== 'byline' || /^[（(]/u.test(lines[i]?.text ?? '')) return;
    if (i < firstText || (isHeading(i - 1) && isText(i + 1))) over += 1;
    else if (isText(i - 1) && isHeading(i + 1)) between += 1;
    else if (isText(i - 1) && !isText(i + 1)) under += 1;
  });
  // Between a text and a headline, names are of either; where the first ones stand over a headline, all do.
  if (namesFirst) over += between;
  else under += between;
  return Math.max(-MOST, Math.min(MOST, Math.log((over + 0.5) / (under + 0.5))));
}
