import type { FacetField } from '@wenliu/contracts';
import { facetKey } from '@wenliu/query';

/**
 * Facets, dates and "any article" as terms of one more column, so that filters are answered by the same inverted index as words.
 * Each begins with a letter that no folded text holds; what FTS5's `ascii` tokenizer would cut at is spelled in hexadecimal.
 */
export const ANY = 'ᵃ';

const safe = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- every ASCII character but letters and digits is meant
  text.replace(/[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]/g, (c) => `ˣ${c.charCodeAt(0).toString(16)}`);

export const facetTerm = (field: FacetField, value: string): string => `ᶠ${field}ː${safe(facetKey(value))}`;

/** Terms of one `YYYY-MM-DD`: its year, month and day. */
export function dateTerms(date: string): string[] {
  const [y, m, d] = date.split('-');
  return [`ʸ${y}`, `ᵐ${y}${m}`, `ᵈ${y}${m}${d}`];
}

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');
// Years 0 to 99 mean 1900 to 1999 to Date; the calendar repeats every 400 years.
const daysOf = (y: number, m: number): number => new Date(Date.UTC(2000 + (y % 400), m, 0)).getUTCDate();

/** `prefix`: every term that begins so. */
export interface RangeTerm {
  text: string;
  prefix: boolean;
}

/**
 * The fewest terms that cover the range, both ends included: days, months and years, and decades, centuries and millennia by how
 * their years begin. At most 30 + 11 + 27 on either side.
 */
export function rangeTerms(from: string | null, to: string | null): RangeTerm[] {
  const [fy = 0, fm = 0, fd = 0] = (from ?? '0000-01-01').split('-').map(Number);
  const [ty = 0, tm = 0, td = 0] = (to ?? '9999-12-31').split('-').map(Number);
  const terms: string[] = [];
  const firstWhole = fm === 1 && fd === 1 ? fy : fy + 1;
  const lastWhole = tm === 12 && td === 31 ? ty : ty - 1;
  for (const y of new Set([fy, ty])) {
    if ((y >= firstWhole && y <= lastWhole) || fy > ty) continue;
    const firstMonth = y === fy ? fm : 1;
    const lastMonth = y === ty ? tm : 12;
    for (let m = firstMonth; m <= lastMonth; m++) {
      const firstDay = y === fy && m === fm ? fd : 1;
      const lastDay = y === ty && m === tm ? Math.min(td, daysOf(y, m)) : daysOf(y, m);
      if (firstDay === 1 && lastDay === daysOf(y, m)) terms.push(`ᵐ${pad(y, 4)}${pad(m)}`);
      else for (let d = firstDay; d <= lastDay; d++) terms.push(`ᵈ${pad(y, 4)}${pad(m)}${pad(d)}`);
    }
  }
  return [...yearTerms(firstWhole, lastWhole), ...terms.map((text) => ({ text, prefix: false }))];
}

function yearTerms(first: number, last: number): RangeTerm[] {
  const terms: RangeTerm[] = [];
  for (let year = first, digits = 4; year <= last; year += 10 ** (4 - digits)) {
    digits = 4;
    while (digits > 0 && year % 10 ** (5 - digits) === 0 && year + 10 ** (5 - digits) - 1 <= last) digits--;
    terms.push({ text: `ʸ${pad(year, 4).slice(0, digits)}`, prefix: digits < 4 });
  }
  return terms;
}
