import { evidenceFor } from './evidence.js';
import type { Part } from './part.js';
import { createVocabulary } from './shared-words.js';

/** Two parts and no other that could be meant instead. */
const ALONE = 0.08;
/** What a join needs: agreeing marks and a likeness of titles or texts; without marks a good deal of both. */
const ENOUGH = 0.7;
/** By how much a match must be better than the next best of either part: a wrong join is worse than none. */
const MARGIN = 0.12;

interface Match {
  head: Part;
  tail: Part;
  score: number;
}

/** The parts of one issue as chains in reading order, each of at least two. The same parts give the same chains, in whatever order they came. */
export function chainParts(parts: readonly Part[]): Part[][] {
  const sorted = parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const vocabulary = createVocabulary(sorted);
  const matches = sorted.flatMap((head) => sorted.filter((tail) => tail !== head).map((tail): Match => ({ head, tail, score: evidenceFor(head, tail, vocabulary) })));
  const next = new Map<Part, Part>();
  const taken = new Set<Part>();
  // What is sure leaves fewer rivals to the rest.
  let open = matches.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  for (let sure = open.find((match) => isSure(match, open)); sure !== undefined; sure = open.find((match) => isSure(match, open))) {
    const { head, tail } = sure;
    next.set(head, tail);
    taken.add(tail);
    open = open.filter((match) => match.head !== head && match.tail !== tail);
  }
  return sorted.filter((part) => next.has(part) && !taken.has(part)).map((first) => chainFrom(first, next));
}

function isSure({ head, tail, score }: Match, open: readonly Match[]): boolean {
  const rivals = open.filter((other) => (other.head === head) !== (other.tail === tail));
  if (rivals.length === 0) return score + ALONE >= ENOUGH;
  return score >= ENOUGH && rivals.every((rival) => score - rival.score >= MARGIN);
}

function chainFrom(first: Part, next: ReadonlyMap<Part, Part>): Part[] {
  const chain = [first];
  for (let part = next.get(first); part !== undefined && !chain.includes(part); part = next.get(part)) chain.push(part);
  return chain;
}
