import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** A page has few articles: its habits are no certainties (ln of odds). */
const MOST = 2;

/** Where a page prints its reporters' names. */
export interface NamesStyle {
  /** ln of the odds that they stand over a text rather than under it. */
  lead: number;
  /** Between headline and text, never above a headline. */
  belowHeadline: boolean;
}

/** The habits of a page, counted where the place of names is clear. Names in brackets are always under a text. */
export function styleOfNames(lines: readonly PageLine[], roles: readonly Role[], headings: readonly number[]): NamesStyle {
  const isHeading = (i: number): boolean => (headings[i] ?? 0) > 0;
  const isText = (i: number): boolean => roles[i]?.kind === 'text' && !isHeading(i);
  let over = 0;
  let under = 0;
  let between = 0;
  let below = 0;
  const firstText = roles.findIndex((_, i) => isText(i));
  const namesFirst = roles.some((role, i) => i < firstText && role.kind === 'byline' && !isHeading(i - 1) && isHeading(i + 1));
  roles.forEach((role, i) => {
    if (role.kind !== 'byline' || /^[（(]/u.test(lines[i]?.text ?? '')) return;
    if (isHeading(i - 1) && isText(i + 1)) below += 1;
    if (i < firstText || (isHeading(i - 1) && isText(i + 1))) over += 1;
    else if (isText(i - 1) && isHeading(i + 1)) between += 1;
    else if (isText(i - 1) && !isText(i + 1)) under += 1;
  });
  // Between a text and a headline, names are of either; where the first ones stand over a headline, all do.
  if (namesFirst) over += between;
  else under += between;
  return { lead: Math.max(-MOST, Math.min(MOST, Math.log((over + 0.5) / (under + 0.5)))), belowHeadline: below > 0 && !namesFirst };
}
