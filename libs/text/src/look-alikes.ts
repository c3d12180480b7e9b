import { readFileSync } from 'node:fs';
import { foldChar } from './fold.js';

/** How one character comes to stand for another. */
const MISTAKES = ['same', 'alike', 'part'] as const;
/**
 * - `same`: hardly to be told apart in print (己, 已)
 * - `alike`: of much the same shape (描, 猫)
 * - `part`: one is the other without some strokes, or they have most strokes in common (响, 向)
 */
export type Mistake = (typeof MISTAKES)[number];

/** A character that another may stand for. */
export interface LookAlike {
  text: string;
  /** Its code, folded. */
  folded: number;
  mistake: Mistake;
}

let lines: (string | undefined)[] | null = null;
const known: (readonly LookAlike[] | undefined)[] = [];
const NONE: readonly LookAlike[] = [];

/** Read when first asked for. Each line of the file is a character, then its three lists with a space between. */
function load(): (string | undefined)[] {
  const read: (string | undefined)[] = Array.from({ length: 0x10000 });
  for (const line of readFileSync(new URL('../data/look-alikes.txt', import.meta.url), 'utf8').split('\n')) if (line !== '') read[line.charCodeAt(0)] = line;
  return read;
}

/** What the character with this code, as it is printed, may stand for: by kind of mistake in the order of `MISTAKES`, likeliest first. None that is folded to the same. */
export function lookAlikesOf(code: number): readonly LookAlike[] {
  const found = known[code];
  if (found !== undefined) return found;
  lines ??= load();
  const lists = lines[code]?.slice(1).split(' ') ?? [];
  const all = MISTAKES.flatMap((mistake, kind) => [...(lists[kind] ?? '')].map((text) => ({ text, folded: foldChar(text.charCodeAt(0)), mistake })));
  return (known[code] = all.length === 0 ? NONE : all.filter(({ folded }) => folded !== foldChar(code)));
}
