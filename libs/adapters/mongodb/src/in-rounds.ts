export interface Numbered<T> {
  item: T;
  /** In the list it came from. */
  index: number;
}

/** Items in rounds that hold no key twice; those of one key in the order they came. */
export function inRounds<T>(items: readonly T[], keyOf: (item: T) => string): Numbered<T>[][] {
  const rounds: Numbered<T>[][] = [];
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const round = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), round + 1);
    (rounds[round] ??= []).push({ item, index });
  }
  return rounds;
}
