import type { ComponentChildren } from 'preact';
import { messages } from '../../i18n/index.js';
import { markRanges, type Range } from '../../lib/marks.js';
import { colourOf } from '../../lib/page-colours.js';
import { toBlocks, type LineBlock } from '../../lib/page-lines.js';
import { toHref } from '../../lib/url-state.js';
import type { PrintedPage } from '../../state/page-store.js';
import { Pieces } from '../ui/pieces.js';
import { scrollBehavior } from './show-line.js';

interface PageLinesProps {
  page: PrintedPage;
  current: string;
  paragraphs: readonly ReadonlyMap<number, Range[]>[];
  /** The characters of each line that belong to the paragraph pointed at. */
  active: ReadonlyMap<number, Range[]> | null;
  activate: (paragraph: number | null) => void;
}

export function PageLines({ page, current, paragraphs, active, activate }: PageLinesProps) {
  const ids = page.articles.map(({ id }) => id);
  const ownFirst = [...page.articles].sort((a, b) => Number(b.id === current) - Number(a.id === current));
  const blocks = toBlocks(page.lines.length, ownFirst);
  const paragraphOf = (line: number): number => paragraphs.findIndex((lines) => lines.has(line));
  return (
    <div class="page-lines" lang="zh" tabIndex={0} role="group" aria-label={messages.value.page.title} onPointerLeave={() => activate(null)}>
      {blocks.map((block) => {
        const lines = linesOf(block).map((line) => (
          <Line
            key={line}
            line={line}
            text={page.lines[line - 1] ?? ''}
            marks={active?.get(line) ?? []}
            point={block.owner === current ? () => activate(paragraphOf(line)) : null}
          />
        ));
        return <Block key={block.first} block={block} colour={colourOf(block.owner, ids, current)} current={current}>{lines}</Block>;
      })}
    </div>
  );
}

function linesOf({ first, last }: LineBlock): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

interface BlockProps {
  block: LineBlock;
  colour: string;
  current: string;
  children: ComponentChildren;
}

/** Another article's lines are a link to it. The legend links to it as well, so the tab key need not stop here. */
function Block({ block, colour, current, children }: BlockProps) {
  if (block.owner === null || block.owner === current) return <div class={`block ${colour}`}>{children}</div>;
  return <a class={`block ${colour}`} tabIndex={-1} href={toHref({ kind: 'article', id: block.owner })}>{children}</a>;
}

interface LineProps {
  line: number;
  text: string;
  marks: readonly Range[];
  /** For a line of the article itself: marks the paragraph it belongs to. */
  point: (() => void) | null;
}

function Line({ line, text, marks, point }: LineProps) {
  return (
    <span id={`line-${line}`} class={marks.length > 0 ? 'line active' : 'line'} onPointerEnter={point ?? undefined} onClick={point === null ? undefined : showActiveParagraph}>
      <span class="line-number">{line}</span>
      <span class="line-text">
        <Pieces pieces={markRanges(text, marks)} />
      </span>
    </span>
  );
}

function showActiveParagraph(): void {
  document.querySelector('.paragraph.active')?.scrollIntoView({ block: 'center', behavior: scrollBehavior() });
}
