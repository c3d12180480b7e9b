import { BY_HAND } from './by-hand.js';

/** Likeness from which on two are hardly told apart, and from which on they are alike; how many of each are kept. */
const SAME = 0.93;
const ALIKE = 0.8;
const MOST = { same: 6, alike: 10, part: 12 };

/** How alike the characters are that one may be a misreading of. */
export interface Likenesses {
  char: string;
  others: readonly { char: string; likeness: number }[];
  /** Others that share most strokes with it. */
  parts: ReadonlySet<string>;
}

/** One line of the table: the character, then those hardly to be told from it, those alike, those with a part in common, each likeliest first. */
export function lineOf({ char, others, parts }: Likenesses): string {
  const sorted = [...others].sort((a, b) => b.likeness - a.likeness);
  const same = sorted.filter(({ likeness }) => likeness >= SAME).slice(0, MOST.same).map((other) => other.char);
  const near = sorted.filter(({ likeness }) => likeness < SAME && likeness >= ALIKE).slice(0, MOST.alike).map((other) => other.char);
  const byHand = BY_HAND.filter((group) => group.includes(char)).flatMap((group) => [...group]);
  const known = byHand.filter((other) => other !== char && !same.includes(other) && !near.includes(other));
  const alike = [...known, ...near];
  const part = sorted.map((other) => other.char).filter((other) => parts.has(other) && !same.includes(other) && !alike.includes(other));
  return [char + same.join(''), alike.join(''), part.slice(0, MOST.part).join('')].join(' ').trimEnd();
}
