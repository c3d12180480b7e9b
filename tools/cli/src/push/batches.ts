import { completeLines, linesOf } from '../input/complete-lines.js';

export interface Batch {
  bytes: Buffer;
  /** Where it begins and ends in the file. */
  from: number;
  to: number;
  /** 1-based. */
  firstLine: number;
  lines: number;
}

export interface BatchLimits {
  bytes: number;
  lines: number;
}

/**
 * Lines packed one by one until the next would exceed a limit; a longer line goes alone. The cuts depend on the bytes only, so
 * an interrupted push finds the same batches again.
 */
export async function* batchesOf(chunks: AsyncIterable<Uint8Array>, begin: { at: number; line: number }, limits: BatchLimits): AsyncGenerator<Batch> {
  let { at: from, line: firstLine } = begin;
  let open: Buffer[] = [];
  let size = 0;
  const cut = (): Batch => {
    const batch = { bytes: Buffer.concat(open), from, to: from + size, firstLine, lines: open.length };
    from = batch.to;
    firstLine += open.length;
    open = [];
    size = 0;
    return batch;
  };
  for await (const block of completeLines(chunks)) {
    for (const line of linesOf(block)) {
      if (open.length > 0 && (size + line.length > limits.bytes || open.length === limits.lines)) yield cut();
      open.push(line);
      size += line.length;
    }
  }
  if (open.length > 0) yield cut();
}

/** Two halves at a line's end; `null` for a single line. */
export function halve(batch: Batch): [Batch, Batch] | null {
  if (batch.lines < 2) return null;
  const half = Math.floor(batch.lines / 2);
  let middle = 0;
  for (const line of [...linesOf(batch.bytes)].slice(0, half)) middle += line.length;
  const { bytes, from, to, firstLine, lines } = batch;
  return [
    { bytes: bytes.subarray(0, middle), from, to: from + middle, firstLine, lines: half },
    { bytes: bytes.subarray(middle), from: from + middle, to, firstLine: firstLine + half, lines: lines - half },
  ];
}

/** The line of the file that an answer's item stands for: the server counts lines that are not blank. */
export function lineOfItem({ bytes, firstLine }: Batch, index: number): number {
  let item = -1;
  let number = firstLine;
  for (const line of linesOf(bytes)) {
    if (line.toString('latin1').trim() !== '') item += 1;
    if (item === index) return number;
    number += 1;
  }
  return number;
}
