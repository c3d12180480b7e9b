import type { Query } from '@wenliu/contracts';
import { fold } from '@wenliu/text';
import { QueryError } from './query-error.js';

const HINT = 'Write date:2024, date:2024-03, date:2024-03-05, date:2024-01..2024-03 or date:..2024-03';
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** First and last day of what a date names. */
interface Period {
  first: string;
  last: string;
}

function lastDayOf(year: number, month: number): number {
  // Years 0 to 99 mean 1900 to 1999 to Date; the calendar repeats every 400 years.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function parsePeriod(text: string, position: number): Period | null {
  if (text === '') return null;
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) throw new QueryError(`${text} is not a date.`, position, HINT);
  const firstMonth = Number(month ?? 1);
  const lastMonth = Number(month ?? 12);
  const days = lastDayOf(Number(year), lastMonth);
  const [firstDay, lastDay] = [Number(day ?? 1), Number(day ?? days)];
  if (firstMonth < 1 || lastMonth > 12 || firstDay < 1 || lastDay > days) {
    throw new QueryError(`There is no date ${text}.`, position, HINT);
  }
  const iso = (m: number, d: number) => `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { first: iso(firstMonth, firstDay), last: iso(lastMonth, lastDay) };
}

/** Both ends are days and belong to the range. */
export function parseDateRange(value: string, position: number): Extract<Query, { kind: 'date' }> {
  const [left = '', right, ...more] = fold(value.trim()).split('..');
  if (more.length > 0) throw new QueryError('A range has two ends.', position, HINT);
  const from = parsePeriod(left, position);
  const to = right === undefined ? from : parsePeriod(right, position);
  if (!from && !to) throw new QueryError('This range has no date.', position, HINT);
  if (from && to && from.first > to.last) throw new QueryError('This range ends before it starts.', position, HINT);
  return { kind: 'date', from: from?.first ?? null, to: to?.last ?? null };
}
