/** The lines of an article read so far, the last one first. Shared between the readings of a page, so these are never changed. */
export interface Chain {
  /** -1 at the end of every chain. */
  line: number;
  before: Chain | null;
  length: number;
  /** Chains longer by one line, the latest line first: readings that agree share them, and what was found out about them. */
  longer: Chain | null;
  /** The next of those longer than `before`. */
  beside: Chain | null;
  /** The line that was asked about last, -1 where none was, and what was found out: see `Cohesion`. */
  asked: number;
  odds: number;
  /** Pairs that were there to share. */
  size: number;
  /** Where it is kept what its lines are about together, 0 before that was asked: see `Subjects`. */
  subject: number;
}

export function emptyChain(): Chain {
  return createChain(-1, null, null);
}

export function link(before: Chain, line: number): Chain {
  let later: Chain | null = null;
  let next = before.longer;
  for (; next !== null && next.line > line; next = next.beside) later = next;
  if (next?.line === line) return next;
  const chain = createChain(line, before, next);
  if (later === null) before.longer = chain;
  else later.beside = chain;
  return chain;
}

function createChain(line: number, before: Chain | null, beside: Chain | null): Chain {
  return { line, before, length: before === null ? 0 : before.length + 1, longer: null, beside, asked: -1, odds: 0, size: 0, subject: 0 };
}
