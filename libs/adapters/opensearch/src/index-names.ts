/** Names under one prefix. Everybody reads and writes by the aliases. */
export interface IndexNames {
  /** Stands for the index that is searched and written. */
  live: string;
  /** Stands for the index that is being built beside it, while there is one. */
  building: string;
}

export const indexNames = (prefix: string): IndexNames => ({ live: `${prefix}articles`, building: `${prefix}articles-building` });

const NUMBERED = /-(\d+)$/;

/** The index after those there are: `wenliu-articles-3` after `wenliu-articles-2`. */
export function nextIndexName({ live }: IndexNames, existing: readonly string[]): string {
  const numbers = existing.map((name) => Number(NUMBERED.exec(name)?.[1] ?? 0));
  return `${live}-${Math.max(0, ...numbers) + 1}`;
}
