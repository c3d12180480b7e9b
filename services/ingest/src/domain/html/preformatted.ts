import type { PlacedBlock } from './outline.js';

/** The lines of a block whose white space is kept, cut where the source breaks them. */
export function linesWithin(block: PlacedBlock, source: string): PlacedBlock[] {
  const pieces: PlacedBlock[] = [];
  let runs: PlacedBlock['runs'] = [];
  let before = '';
  const cut = (): void => {
    const [first] = runs;
    const last = runs.at(-1);
    if (first === undefined || last === undefined) return;
    const breaks = before.split('\n');
    pieces.push({
      ...block,
      text: block.text.slice(first.start, last.start + last.length),
      runs: runs.map((run) => ({ ...run, start: run.start - first.start })),
      indented: pieces.length === 0 ? block.indented : /^(?:\u3000| {3,})/.test(breaks.at(-1) ?? ''),
      gap: pieces.length === 0 ? block.gap : Math.max(0, breaks.length - 2),
      linked: 0,
      bold: 0,
    });
  };
  for (const run of block.runs) {
    const last = runs.at(-1);
    const between = last === undefined ? '' : source.slice(last.offset + last.length, run.offset);
    if (between.includes('\n')) {
      cut();
      runs = [];
      before = between;
    }
    runs.push(run);
  }
  cut();
  return pieces;
}
