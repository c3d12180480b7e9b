import { toBlocks, type LineBlock, type OwnedLines } from './page-lines.js';

const STRETCH_LINES = 200;
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

/** Chunks that are drawn together: those of about two hundred lines. */
export function toStretches(chunks: readonly LineChunk[]): { first: number; last: number; chunks: LineChunk[] }[] {
  const stretches: { first: number; last: number; chunks: LineChunk[] }[] = [];
  for (const chunk of chunks) {
    const stretch = stretches.at(-1);
    if (stretch === undefined || chunk.last - stretch.first >= STRETCH_LINES) stretches.push({ first: chunk.first, last: chunk.last, chunks: [chunk] });
    else {
      stretch.chunks.push(chunk);
      stretch.last = chunk.last;
    }
  }
  return stretches;
}
