import { units, type Unit } from '@wenliu/text';

/**
 * Units written so that one text has the other's units in a row exactly if its key has the other's key as a part: Han
 * characters as they are, each word between two spaces of its own. A key's units are those of its text.
 */
export interface UnitKey {
  key: string;
  /** Where in `key` each unit starts. */
  starts: number[];
}

export function keyOfUnits(all: readonly Unit[]): UnitKey {
  let key = '';
  const starts: number[] = [];
  for (const { text, isHan } of all) {
    starts.push(isHan ? key.length : key.length + 1);
    key += isHan ? text : ` ${text} `;
  }
  return { key, starts };
}

export function unitKey(text: string): string {
  return keyOfUnits(units(text)).key;
}

/** The key and where its units start, from the key alone. */
export function readKey(key: string): UnitKey {
  return { key, starts: units(key).map((unit) => unit.start) };
}
