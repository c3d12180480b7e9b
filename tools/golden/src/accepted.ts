import { z } from 'zod';
import { f1, MEASURE_NAMES, type Measure, type Tally } from './measures.js';

/** A drop by more than this, of 1, is not accepted. */
const ONE_POINT = 0.01;
// Scores are written with three digits, so that half a thousandth may be rounding.
const ROUNDING = 0.0005;

/** The scores of one corpus. */
export const Accepted = z.object({
  pages: z.int(),
  scores: z.partialRecord(z.enum(MEASURE_NAMES), z.number().min(0).max(1)),
});
export type Accepted = z.infer<typeof Accepted>;

/** The pages; small ones, each with a form that papers print; and forms of names and sources. */
export const CORPUS_NAMES = ['pages', 'forms', 'names'] as const;
/** The scores of the last accepted state, as they stand in the repository. */
export const AllAccepted = z.object({ pages: Accepted, forms: Accepted, names: Accepted });
export type AllAccepted = z.infer<typeof AllAccepted>;

export function toAccepted(pages: number, total: Tally): Accepted {
  return { pages, scores: Object.fromEntries(total.counts().map(([measure, count]) => [measure, Number(f1(count).toFixed(3))])) };
}

export interface Drop {
  measure: Measure;
  before: number;
  now: number;
}

/** The measures that have dropped by more than a point; one that is no longer measured has dropped to 0. */
export function dropsSince(before: Accepted, now: Accepted): Drop[] {
  return MEASURE_NAMES.flatMap((measure) => {
    const drop = { measure, before: before.scores[measure] ?? 0, now: now.scores[measure] ?? 0 };
    return drop.before - drop.now > ONE_POINT + ROUNDING ? [drop] : [];
  });
}
