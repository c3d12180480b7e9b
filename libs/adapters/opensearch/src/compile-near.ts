import { nearParts } from '@wenliu/query';
import { termString, units, type Unit } from '@wenliu/text';
import { ASKED, WORD_MARK } from './index-definition.js';

type Clause = Record<string, unknown>;

/** A phrase of a `near`, as its units. */
type Part = readonly Pick<Unit, 'text' | 'isHan'>[];

/** Text whose units are these. */
const textOf = (part: Part): string => part.map(({ text, isHan }) => (isHan ? text : ` ${text} `)).join('');

const terms = (part: Part): string => termString(textOf(part), WORD_MARK);
const inARow = (part: Part): Clause => ({ match: { query: terms(part), analyzer: ASKED, ordered: true, max_gaps: 0 } });
const isSame = (a: Part[number] | undefined, b: Part[number] | undefined): boolean => a?.text === b?.text && a?.isHan === b?.isHan;

/**
 * Where all parts stand near each other: to the start of the one that starts last it is at most `distance` from the end of each.
 * `null` where the text has no parts.
 */
export function nearIn(field: string, text: string, distance: number): Clause | null {
  const parts = [...new Map(nearParts(text).map((part) => [textOf(units(part)), units(part)])).values()];
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return { match_phrase: { [field]: { query: terms(first), analyzer: ASKED } } };
  return { intervals: { [field]: { any_of: { intervals: parts.map((last) => lastOf(parts, last, distance)) } } } };
}

/** `last` where every other part begins before it, or with it, and ends near enough. */
function lastOf(parts: readonly Part[], last: Part, distance: number): Clause {
  return parts.filter((part) => part !== last).reduce<Clause>(
    (found, part) => ({ any_of: { intervals: [found], filter: { contained_by: { any_of: { intervals: [apart(part, last, distance), ...overlaps(part, last).map(inARow)] } } } } }),
    inARow(last),
  );
}

const apart = (first: Part, last: Part, distance: number): Clause => ({ all_of: { ordered: true, max_gaps: distance, intervals: [inARow(first), inARow(last)] } });

/** What stands there where `last` begins within `first`: the two laid over each other, in each way that they agree. */
function overlaps(first: Part, last: Part): Part[] {
  return first.flatMap((_, shift) => {
    const covered = first.slice(shift);
    const agree = covered.every((unit, n) => n >= last.length || isSame(unit, last[n]));
    return agree ? [[...first, ...last.slice(covered.length)]] : [];
  });
}
