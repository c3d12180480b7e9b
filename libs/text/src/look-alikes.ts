import { readFileSync } from 'node:fs';

/** How one character comes to stand for another. */
export const MISTAKES = ['same', 'alike', 'part'] as const;
/**
 * - `same`: hardly to be told apart in print (己, 已)
 * - `alike`: of much the same shape (描, 猫)
 * - `part`: one is the other without some strokes, or they have most strokes in common (响, 向)
 */
export type Mistake = (typeof MISTAKES)[number];

/** By kind of mistake the codes of characters, likeliest first. */
export type LookAlikes = Readonly<Record<Mistake, Uint16Array>>;

let lines: (string | undefined)[] | null = null;
const known: (LookAlikes | undefined)[] = [];

/** Read when first asked for. Each line of the file is a character, then its three lists with a space between. */
function load(): (string | undefined)[] {
  const read: (string | undefined)[] = Array.from({ length: 0x10000 });
  for (const line of readFileSync(new URL('../data/look-alikes.txt', import.meta.url), 'utf8').split('\n')) if (line !== '') read[line.charCodeAt(0)] = line;
  return read;
}

/** What the character with this code, as it is printed, may stand for; `undefined` where nothing is known. */
export function lookAlikesOf(code: number): LookAlikes | undefined {
  if (known[code] !== undefined) return known[code];
  lines ??= load();
  const line = lines[code];
  if (line === undefined) return undefined;
  const [same = '', alike = '', part = ''] = line.slice(1).split(' ');
  return (known[code] = { same: codesOf(same), alike: codesOf(alike), part: codesOf(part) });
}

function codesOf(text: string): Uint16Array {
  return Uint16Array.from(text, (char) => char.charCodeAt(0));
}
