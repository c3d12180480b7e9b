/** `gold` and `found` are indexes, `overlap` the share of common lines in all lines of the two. */
export interface Pair {
  gold: number;
  found: number;
  overlap: number;
}

/** Pairs one to one, the best overlap of lines first; what shares no line stays alone. */
export function match(gold: readonly ReadonlySet<number>[], found: readonly ReadonlySet<number>[]): Pair[] {
  const pairs = gold
    .flatMap((lines, i) => found.map((others, j): Pair => ({ gold: i, found: j, overlap: overlap(lines, others) })))
    .filter((pair) => pair.overlap > 0)
    // Later articles first where the overlap is the same: the order of the reference measure.
    .sort((a, b) => b.overlap - a.overlap || b.gold - a.gold || b.found - a.found);
  const taken: Pair[] = [];
  for (const pair of pairs) {
    if (!taken.some((other) => other.gold === pair.gold || other.found === pair.found)) taken.push(pair);
  }
  return taken;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((line) => b.has(line)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
