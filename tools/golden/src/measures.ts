/** Every measure with its head in the table of pages, in the order in which they are printed. */
export const MEASURES = {
  lines: 'lines',
  articles: 'artic',
  'reading order': 'order',
  title: 'title',
  subtitle: 'subti',
  kicker: 'kick',
  authors: 'auth',
  agency: 'agen',
  dateline: 'datel',
  'complete or cut': 'compl',
  'continued from': 'conti',
  captions: 'capti',
  'lines kept whole': 'whole',
  'lines joined': 'join',
  'damage mended': 'mend',
} as const;
export type Measure = keyof typeof MEASURES;

// `Object.keys` types its result as strings; these are the keys of the literal above.
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

export interface Count {
  hit: number;
  given: number;
  expected: number;
}

/** Harmonic mean of precision and recall, 0 to 1; nothing given where nothing is expected is right. */
export function f1({ hit, given, expected }: Count): number {
  const precision = given === 0 ? Number(expected === 0) : hit / given;
  const recall = expected === 0 ? Number(given === 0) : hit / expected;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** With three digits, as the reference prints it: a score halfway between two, such as 13/16, is rounded to the even one. */
export function threeDigits(score: number): string {
  const below = Math.floor(score * 1000);
  // Of all fractions only sixteenths stand exactly halfway.
  return Number.isInteger(score * 16) && below % 2 === 0 ? (below / 1000).toFixed(3) : score.toFixed(3);
}

/** Sums what was hit, given and expected, so that every item weighs the same, on whatever page it stands. */
export class Tally {
  readonly #counts = new Map<Measure, Count>();
  readonly errors: string[] = [];

  add(measure: Measure, { hit, given, expected }: Count): void {
    const sum = this.#counts.get(measure) ?? { hit: 0, given: 0, expected: 0 };
    this.#counts.set(measure, { hit: sum.hit + hit, given: sum.given + given, expected: sum.expected + expected });
  }

  /** One yes or no. `detail` is made only when it is no. */
  say(measure: Measure, ok: boolean, where: string, detail: () => string): void {
    this.add(measure, { hit: Number(ok), given: 1, expected: 1 });
    if (!ok) this.errors.push(`${where} ${measure}: ${detail()}`);
  }

  /** Two sets, item by item. */
  compare<T>(measure: Measure, given: ReadonlySet<T>, expected: ReadonlySet<T>, where: string): void {
    const missed = [...expected].filter((item) => !given.has(item));
    const madeUp = [...given].filter((item) => !expected.has(item));
    this.add(measure, { hit: expected.size - missed.length, given: given.size, expected: expected.size });
    if (missed.length + madeUp.length > 0) this.errors.push(`${where} ${measure}: missed [${missed.join(', ')}] made up [${madeUp.join(', ')}]`);
  }

  merge(other: Tally): void {
    for (const [measure, count] of other.counts()) this.add(measure, count);
    this.errors.push(...other.errors);
  }

  of(measure: Measure): Count | undefined {
    return this.#counts.get(measure);
  }

  /** What was measured at all, in the order of `MEASURES`. */
  counts(): [Measure, Count][] {
    return MEASURE_NAMES.flatMap((measure): [Measure, Count][] => {
      const count = this.#counts.get(measure);
      return count === undefined ? [] : [[measure, count]];
    });
  }
}
