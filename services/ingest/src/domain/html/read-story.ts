import type { ArticleDraft } from '../draft.js';
import { draftOf } from '../page/draft-of.js';
import { createGroup, type Group } from '../page/group.js';
import { isRow } from '../page/items.js';
import { createEdgeReader } from '../page/junction.js';
import { measureLayout } from '../page/layout.js';
import { endsSentence } from '../page/marks.js';
import type { PageLine } from '../page/page-line.js';
import { printedText } from '../page/paragraphs.js';
import type { PageFacts } from '../page/split-page.js';
import type { BlockFacts } from './block-facts.js';

/** Headings above the text are no more; a longer run of short lines is a list or a poem. */
const MOST_HEADINGS = 5;
/** A line in bold letters that is longer is text. */
const LONGEST_BOLD = 40;

/** The blocks of one article, in order, as its draft; lines are numbers of blocks. `null` where no text is among them. */
export function readStory(facts: BlockFacts, blocks: readonly number[], page: PageFacts): ArticleDraft | null {
  const group = groupOf(facts, blocks);
  if (group.body.length === 0 && group.captions.length === 0) return null;
  const lines = blocks.flatMap((i) => facts.lines[i] ?? []);
  return draftOf(group, page, { layout: measureLayout(lines), titles: 'never', dropSpaces: false, losesEnds: false, rows: new Set(lines.flatMap(({ number, text }) => (isRow(text) ? number : []))), printed: printedText(lines), edgesOf: createEdgeReader() }, 0);
}

/** Which block is what: a heading where an element says so, and at the beginning also by its form. */
function groupOf(facts: BlockFacts, blocks: readonly number[]): Group {
  const group = createGroup();
  const opening = openingOf(facts, blocks);
  for (const i of blocks) {
    const line = facts.lines[i];
    const role = facts.roles[i];
    if (line === undefined || role === undefined) continue;
    switch (role.kind) {
      case 'furniture':
        break;
      case 'byline':
        group.bylines.push({ line, byline: role.byline });
        group.dateline ??= role.dateline;
        break;
      case 'imprint':
        group.imprints.push({ line, imprint: role.imprint });
        break;
      case 'sign-off':
        group.signOffs.push(line);
        group.dateline ??= role.dateline;
        break;
      case 'caption':
        takeCaption(group, line, role.caption);
        break;
      case 'text':
        if (opening.has(i)) group.headings.push(line);
        else if (!facts.isFrame(i)) group.body.push({ line, heading: isSubhead(facts, i) });
    }
  }
  return group;
}

/** The headings before the first running text. Where elements mark some of them, lines that none marks are text. */
function openingOf(facts: BlockFacts, blocks: readonly number[]): Set<number> {
  const found: number[] = [];
  for (const i of blocks) {
    if (facts.roles[i]?.kind !== 'text') continue;
    if (!facts.isHeading(i)) break;
    found.push(i);
  }
  const marked = found.filter((i) => (facts.levels[i] ?? 0) > 0);
  return new Set(marked.length > 0 ? marked : found.length > MOST_HEADINGS ? found.slice(0, 1) : found);
}

function isSubhead(facts: BlockFacts, i: number): boolean {
  const block = facts.blocks[i];
  if ((facts.levels[i] ?? 0) > 0) return true;
  return block !== undefined && block.bold >= block.text.length && block.text.length <= LONGEST_BOLD && !endsSentence(block.text);
}

/** A line with nothing but a photographer's name belongs to the words before it. */
function takeCaption(group: Group, line: PageLine, caption: Group['captions'][number]['caption']): void {
  const last = group.captions.at(-1);
  if (last !== undefined && last.caption.text === caption.text) return void last.lines.push(line);
  if (last === undefined || !caption.creditOnly || last.caption.credit !== null) return void group.captions.push({ lines: [line], caption });
  last.lines.push(line);
  last.caption = { ...last.caption, credit: caption.credit };
}
