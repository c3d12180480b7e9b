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
  const [y = '', m = '', d = ''] = date.split('-');
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

interface Day {
  y: number;
  m: number;
  d: number;
}

function toDay(date: string): Day {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  return { y, m, d };
}

/**
 * The fewest terms that cover the range, both ends included: days, months and years, and decades, centuries and millennia by how
 * their years begin. At most 30 + 11 + 27 on either side.
 */
export function rangeTerms(from: string | null, to: string | null): RangeTerm[] {
  const first = toDay(from ?? '0000-01-01');
  const last = toDay(to ?? '9999-12-31');
  const firstWhole = first.m === 1 && first.d === 1 ? first.y : first.y + 1;
  const lastWhole = last.m === 12 && last.d === 31 ? last.y : last.y - 1;
  const inParts = [...new Set([first.y, last.y])].filter((y) => first.y <= last.y && (y < firstWhole || y > lastWhole));
  return [...yearTerms(firstWhole, lastWhole), ...inParts.flatMap((y) => monthTerms(y, first, last))];
}

/** What of one year lies between two days. */
function monthTerms(y: number, first: Day, last: Day): RangeTerm[] {
  const terms: string[] = [];
  const lastMonth = y === last.y ? last.m : 12;
  for (let m = y === first.y ? first.m : 1; m <= lastMonth; m++) {
    const month = `${pad(y, 4)}${pad(m)}`;
    const from = y === first.y && m === first.m ? first.d : 1;
    const to = y === last.y && m === last.m ? Math.min(last.d, daysOf(y, m)) : daysOf(y, m);
    if (from === 1 && to === daysOf(y, m)) terms.push(`ᵐ${month}`);
    else for (let d = from; d <= to; d++) terms.push(`ᵈ${month}${pad(d)}`);
  }
  return terms.map((text) => ({ text, prefix: false }));
}

function yearTerms(first: number, last: number): RangeTerm[] {
  const terms: RangeTerm[] = [];
  let year = first;
  while (year <= last) {
    const years = [10_000, 1_000, 100, 10].find((n) => year % n === 0 && year + n - 1 <= last) ?? 1;
    // As many digits as all of them have in common.
    terms.push({ text: `ʸ${pad(year, 4).slice(0, 5 - String(years).length)}`, prefix: years > 1 });
    year += years;
  }
  return terms;
}
