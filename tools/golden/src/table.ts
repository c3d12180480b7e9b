import { f1, MEASURES, MEASURE_NAMES, threeDigits, type Tally } from './measures.js';

const NAME_WIDTH = 28;
const PAGE_WIDTH = 10;
const CELL_WIDTH = 6;

/** One measure a line: its score, and what it was counted from. */
export function scoreLines(tally: Tally): string[] {
  return tally.counts().map(([measure, count]) => `${measure.padEnd(NAME_WIDTH)} ${threeDigits(f1(count))}   (${count.hit} of ${count.expected}, ${count.given} given)`);
}

/** One page a line, one measure a column; empty where a page has nothing to measure. */
export function pageLines(pages: readonly { name: string; tally: Tally }[]): string[] {
  const head = MEASURE_NAMES.map((measure) => MEASURES[measure].padStart(CELL_WIDTH)).join('');
  const rows = pages.map(({ name, tally }) => {
    const cells = MEASURE_NAMES.map((measure) => {
      const count = tally.of(measure);
      return (count === undefined ? '' : f1(count).toFixed(2)).padStart(CELL_WIDTH);
    });
    return name.padEnd(PAGE_WIDTH) + cells.join('');
  });
  return [''.padEnd(PAGE_WIDTH) + head, ...rows];
}
