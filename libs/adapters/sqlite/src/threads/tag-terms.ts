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

const pad = (n: number): string => String(n).padStart(2, '0');
const daysOf = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

/**
 * The fewest year, month and day terms that cover the range, both ends included. At most 30 + 11 on either side and a term for
 * each whole year between; years are bounded by 1800 and 2199 where an end is open.
 */
export function rangeTerms(from: string | null, to: string | null): string[] {
  const [fy = 0, fm = 0, fd = 0] = (from ?? '1800-01-01').split('-').map(Number);
  const [ty = 0, tm = 0, td = 0] = (to ?? '2199-12-31').split('-').map(Number);
  const terms: string[] = [];
  for (let y = fy; y <= ty; y++) {
    const firstMonth = y === fy ? fm : 1;
    const lastMonth = y === ty ? tm : 12;
    const startsWhole = y !== fy || (fm === 1 && fd === 1);
    const endsWhole = y !== ty || (tm === 12 && td === 31);
    if (startsWhole && endsWhole) {
      terms.push(`ʸ${y}`);
      continue;
    }
    for (let m = firstMonth; m <= lastMonth; m++) {
      const firstDay = y === fy && m === fm ? fd : 1;
      const lastDay = y === ty && m === tm ? Math.min(td, daysOf(y, m)) : daysOf(y, m);
      if (firstDay === 1 && lastDay === daysOf(y, m)) terms.push(`ᵐ${y}${pad(m)}`);
      else for (let d = firstDay; d <= lastDay; d++) terms.push(`ᵈ${y}${pad(m)}${pad(d)}`);
    }
  }
  return terms;
}
