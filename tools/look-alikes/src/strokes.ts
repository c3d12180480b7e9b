/** A part must have so many strokes, and so many may be missing of either. */
const FEWEST = 3;
const MOST_MISSING = 4;
/** A part of more characters than this tells none of them apart. */
const MOST_TOGETHER = 60;

/** The strokes of each character, in the order of writing: a line has the character and a letter a stroke. */
export function readStrokes(text: string): Map<string, string> {
  const entries = text.split('\n').map((line) => line.trim().split(/\s+/u));
  return new Map(entries.flatMap(([char = '', strokes = '']) => (/^\p{Script=Han}$/u.test(char) && strokes !== '' ? [[char, strokes] as const] : [])));
}

/** By character, those that begin or end with the same strokes, all but a few. */
export function sharedParts(strokes: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [char, all] of strokes) {
    for (let missing = 0; missing <= MOST_MISSING && all.length - missing >= Math.max(FEWEST, missing); missing += 1) {
      for (const key of [`^${all.slice(0, all.length - missing)}`, `${all.slice(missing)}$`]) {
        const group = groups.get(key) ?? new Set();
        groups.set(key, group.add(char));
      }
    }
  }
  const shared = new Map<string, Set<string>>();
  for (const group of groups.values()) {
    if (group.size > MOST_TOGETHER) continue;
    for (const char of group) shared.set(char, new Set([...(shared.get(char) ?? []), ...group]));
  }
  for (const [char, others] of shared) others.delete(char);
  return shared;
}
