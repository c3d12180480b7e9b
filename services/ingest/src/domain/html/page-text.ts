import type { Block } from './block-text.js';
import type { BlockFacts } from './block-facts.js';
import type { ReadLine } from './source-places.js';

const WIDE_INDENT = '　　';
const MOST_EMPTY = 2;

/** The text of a page as it would be copied from a browser, a block a line; for each line what it stands for. */
export interface PageText {
  text: string;
  lines: (ReadLine | null)[];
}

/** Links lead away from the page and are left out. Headings are marked as in Markdown. */
export function writePage(facts: BlockFacts, source: string): PageText {
  const texts: string[] = [];
  const lines: (ReadLine | null)[] = [];
  const put = (block: Block, mark: string, gap: number): void => {
    for (let i = 0; i < Math.min(gap, MOST_EMPTY) && texts.length > 0; i += 1) {
      texts.push('');
      lines.push(null);
    }
    texts.push(mark + block.text);
    lines.push({ block, lead: mark.length });
  };
  facts.blocks.forEach((block, i) => {
    const level = facts.levels[i] ?? 0;
    if (facts.isLinked(i) && level === 0 && !facts.isSign(i)) return;
    const mark = level > 0 ? `${'#'.repeat(level)} ` : block.indented ? WIDE_INDENT : '';
    if (!block.preformatted) return put(block, mark, block.gap);
    for (const { piece, gap } of linesWithin(block, source)) put(piece, piece.indented ? WIDE_INDENT : '', gap);
  });
  return { text: texts.join('\n'), lines };
}

/** The lines of text whose white space is kept, cut where the source breaks them. */
function linesWithin(block: Block, source: string): { piece: Block; gap: number }[] {
  const pieces: { piece: Block; gap: number }[] = [];
  let runs: Block['runs'] = [];
  let before = '';
  const cut = (): void => {
    const [first] = runs;
    const last = runs.at(-1);
    if (first === undefined || last === undefined) return;
    const text = block.text.slice(first.start, last.start + last.length);
    const breaks = before.split('\n');
    const piece = { ...block, text, runs: runs.map((run) => ({ ...run, start: run.start - first.start })), indented: /^(?:\u3000| {3,})/.test(breaks.at(-1) ?? '') };
    pieces.push({ piece, gap: Math.max(0, breaks.length - 2) });
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
