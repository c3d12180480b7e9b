import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDER = new URL('../../../seeds/continued/', import.meta.url);

/** A file of an issue and words that only one article there has. */
const Place = z.tuple([z.string(), z.string()]);
const Gold = z.record(
  z.string(),
  z.strictObject({
    /** The parts of one article, in reading order. */
    chains: z.array(z.array(Place).min(2)),
    /** What looks as if it went on or as if it were a rest, and has no other part here. */
    apart: z.array(Place),
  }),
);

export type Place = z.infer<typeof Place>;

export interface ContinuedIssue {
  name: string;
  pages: ReadonlyMap<string, Uint8Array>;
  chains: readonly (readonly Place[])[];
  apart: readonly Place[];
}

/** The invented newspapers of `seeds/continued`, each with what belongs together there. */
export function readContinuedIssues(): ContinuedIssue[] {
  const gold = Gold.parse(JSON.parse(readFileSync(new URL('gold.json', FOLDER), 'utf8')));
  return Object.entries(gold).map(([name, { chains, apart }]) => {
    const folder = new URL(`${name}/`, FOLDER);
    const pages = new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder))]));
    return { name, pages, chains, apart };
  });
}
