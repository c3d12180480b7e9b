import { toBlocks, type LineBlock, type OwnedLines } from './page-lines.js';

/** So many lines are drawn at once; more only as one comes near them. */
export const DRAWN_AT_ONCE = 2000;
const CHUNK_LINES = 100;

/** Part of a block that is drawn at a time; `isFirst` where its block begins. */
export interface LineChunk extends LineBlock {
  isFirst: boolean;
  /** The lines of the whole block. */
  block: { first: number; last: number };
}

export function toChunks(lineCount: number, articles: readonly OwnedLines[]): LineChunk[] {
  return toBlocks(lineCount, articles).flatMap(cutBlock);
}

function cutBlock({ owner, first, last }: LineBlock): LineChunk[] {
  const count = Math.ceil((last - first + 1) / CHUNK_LINES);
  return Array.from({ length: count }, (_, index) => {
    const from = first + index * CHUNK_LINES;
    return { owner, first: from, last: Math.min(last, from + CHUNK_LINES - 1), isFirst: index === 0, block: { first, last } };
  });
}
