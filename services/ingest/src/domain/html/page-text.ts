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
export function writePage(facts: BlockFacts): PageText {
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
    put(block, mark, block.gap);
  });
  return { text: texts.join('\n'), lines };
}
