import { z } from 'zod';

const Range = z.tuple([z.int(), z.int()]);
/** A line, or the first and last of several. */
const Lines = z.union([z.int(), Range]);
export type Lines = z.infer<typeof Lines>;

const GoldArticle = z.object({
  id: z.string(),
  title: z.string().nullish(),
  subtitle: z.string().nullish(),
  kicker: z.string().nullish(),
  authors: z.array(z.string()),
  agency: z.string().nullish(),
  /** Left out where nobody has looked. */
  dateline: z.string().nullish(),
  continued_from: z.string().nullish(),
  /** Left out where nobody has looked. */
  complete: z.boolean().optional(),
  blocks: z.array(Lines),
  /** What each block is; other corpora leave it out. */
  block_roles: z.array(z.string()).optional(),
  reading_order_lines: z.array(z.int()).optional(),
  caption_blocks: z.array(Lines),
  line_joins: z.array(Range),
});
export type GoldArticle = z.infer<typeof GoldArticle>;

const Damage = z.object({
  line: z.union([z.int(), z.array(z.int())]),
  printed: z.string().nullish(),
  right: z.string().nullish(),
  certainty: z.string(),
});
export type Damage = z.infer<typeof Damage>;

/** What a careful reader found on a page; of its many fields those that splitting is measured by. */
export const Gold = z.object({
  file: z.string(),
  articles: z.array(GoldArticle),
  non_article_blocks: z.array(z.object({ lines: Lines })).default([]),
  ocr_damage: z.array(Damage),
});
export type Gold = z.infer<typeof Gold>;

export function linesOf(ranges: readonly Lines[]): number[] {
  return ranges.flatMap((range) => (typeof range === 'number' ? [range] : upTo(range[0], range[1])));
}

/** The lines of a damage: a pair is a range. */
export function linesOfDamage({ line }: Damage): number[] {
  if (typeof line === 'number') return [line];
  return upTo(line[0] ?? 0, line[1] ?? line[0] ?? -1);
}

function upTo(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
}
