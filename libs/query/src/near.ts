import { units } from '@wenliu/text';
import { keyOfUnits, unitKey, type UnitKey } from './unit-key.js';

/** Units in a row: number of the first, and how many. */
export interface Occurrence {
  unit: number;
  length: number;
}

/** The phrases of a `near`: its text, parted by white space. */
export function nearParts(text: string): string[] {
  return text.split(/\s+/u).filter((part) => unitKey(part) !== '');
}

/** Every occurrence of a phrase, overlapping ones too. */
export function findPhrase({ key, starts }: UnitKey, phrase: string): Occurrence[] {
  const wanted = keyOfUnits(units(phrase));
  if (wanted.key === '') return [];
  const found: Occurrence[] = [];
  let unit = 0;
  for (let at = key.indexOf(wanted.key); at >= 0; at = key.indexOf(wanted.key, at + 1)) {
    while ((starts[unit] ?? Infinity) < at) unit++;
    found.push({ unit, length: wanted.starts.length });
  }
  return found;
}

/**
 * The occurrences of `parts` that stand near each other, in any order: from the end of each to the start of the last lie at
 * most `distance` units. They may overlap.
 */
export function findNear(text: UnitKey, parts: readonly string[], distance: number): Occurrence[] {
  const lists = parts.map((part) => ({ all: findPhrase(text, part), from: 0, to: 0, taken: 0 }));
  if (lists.some(({ all }) => all.length === 0)) return [];
  const lasts = lists.flatMap(({ all }) => all.map(({ unit }) => unit)).sort((a, b) => a - b);
  const found: Occurrence[] = [];
  for (const last of lasts) {
    // Both ends of every window only move forward, so long texts full of the words stay cheap.
    for (const list of lists) {
      while ((list.all[list.to]?.unit ?? Infinity) <= last) list.to++;
      while (list.from < list.to && gap(list.all[list.from], last) > distance) list.from++;
    }
    if (lists.some(({ from, to }) => from === to)) continue;
    for (const list of lists) {
      found.push(...list.all.slice(Math.max(list.from, list.taken), list.to));
      list.taken = list.to;
    }
  }
  return found;
}

function gap(occurrence: Occurrence | undefined, last: number): number {
  return occurrence ? last - occurrence.unit - occurrence.length : 0;
}
