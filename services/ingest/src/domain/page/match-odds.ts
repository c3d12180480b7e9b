/** Counted and asked with this in mind: 100 pages composed of articles with known places; .89 of lines were nearer to their own article. */
const WEIGHT = 0.25;
const MOST_WEIGHT = 3;
const PRIOR = 50;
/** Headlines that speak in images share little with their text. */
const LEAST_MATCH = -2.11;
/** ln of the odds of a headline over a text for their likeness, and the likeness at which it says nothing. */
const LIKENESS_OF_HEAD = 3.53;
const EVEN_LIKENESS = 0.196;
/** A logistic regression of what is known of 7,000 lines (`docs/decisions/0030-what-lines-are-about.md`), then set with all prices together. */
const SHARED = 0.81;
const EVEN = 1.25;
const LIKENESS = 2.46;
const OWN = 0.63;

/** `shared`: the weight of the pairs of both; `asked` and `size`: how many pairs each has. */
export function oddsOfMatch(shared: number, asked: number, size: number, likeness: number): number {
  if (asked < 3) return 0;
  const odds = -3 + (1.79 * shared) / Math.sqrt(asked) + LIKENESS_OF_HEAD * (likeness - EVEN_LIKENESS);
  return clamp(odds, LEAST_MATCH, 4.5) * Math.min(1, size / 17);
}

/** What a pair of a line that a text has so many times says, by how much of all text it is; `size`: how many pairs the text has. */
export function weightOf(count: number, size: number, share: number): number {
  return Math.min(MOST_WEIGHT, WEIGHT * Math.log(1 + (0.5 * count) / ((size + PRIOR) * share)));
}

/** The more there is to share, the more is shared by chance: the score at which a line is as likely to be another article's. */
function evenScore(size: number): number {
  return 0.15 * Math.log2(Math.max(3, size / 20));
}

/** Before it is bounded. `pairs`: how many the line has; `shared`: the weight of those that the text has as well, of `size`. */
export function oddsOfAffinity(pairs: number, shared: number, size: number, likeness: number): number {
  return SHARED * shared - Math.sqrt(pairs) * EVEN * evenScore(size) + LIKENESS * likeness * Math.log(1 + pairs) + OWN;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
