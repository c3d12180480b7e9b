/** Finds lines of the source. Lines and columns count from 1. */
export interface SourceLines {
  count: number;
  lineOf(offset: number): number;
  columnOf(offset: number, line: number): number;
}

export function readSourceLines(source: string): SourceLines {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    count: starts.length,
    lineOf: (offset) => lineOf(starts, offset),
    columnOf: (offset, line) => offset - (starts[line - 1] ?? 0) + 1,
  };
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
