import { evidenceOfMarks, evidenceOfWords, MOST_OF_WORDS } from './evidence.js';
import { isOpen, type Part } from './part.js';
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

/**
 * The parts of one issue as chains in reading order, each of at least two, as far as one of the wanted is concerned. The same parts
 * give the same chains, in whatever order they came.
 */
export function chainParts(parts: readonly Part[], isWanted: (part: Part) => boolean = () => true): Part[][] {
  const sorted = parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const vocabulary = createVocabulary(sorted);
  const marked = connectedWith(sorted.filter(isWanted), besideCandidates(matchesByMarks(sorted)));
  const matches = marked.map(({ head, tail, score }): Match => ({ head, tail, score: score + evidenceOfWords(head, tail, vocabulary) }));
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

function matchesByMarks(parts: readonly Part[]): Match[] {
  return parts.filter(isOpen).flatMap((head) =>
    parts.flatMap((tail): Match[] => {
      const score = tail === head ? null : evidenceOfMarks(head, tail);
      return score === null ? [] : [{ head, tail, score }];
    }),
  );
}

/** Those that their words could make sure, and their rivals; reading the words of all others would change nothing. */
function besideCandidates(matches: readonly Match[]): Match[] {
  const candidates = matches.filter(({ score }) => score + MOST_OF_WORDS + ALONE >= ENOUGH);
  const heads = new Set(candidates.map(({ head }) => head));
  const tails = new Set(candidates.map(({ tail }) => tail));
  return matches.filter(({ head, tail }) => heads.has(head) || tails.has(tail));
}

/** Those that have to do with one of the wanted, by way of others too. */
function connectedWith(wanted: readonly Part[], matches: readonly Match[]): Match[] {
  const reached = new Set(wanted);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { head, tail } of matches) if (reached.has(head) || reached.has(tail)) reached.add(head).add(tail);
  }
  return matches.filter(({ head }) => reached.has(head));
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
