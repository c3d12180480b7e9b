import { useComputed, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import type { LineChunk } from '../../lib/line-chunks.js';
import type { LineNote } from '../../lib/line-notes.js';
import type { OriginalArticle } from '../../lib/original-articles.js';
import { pageColour } from '../../lib/page-colours.js';
import { isSelecting } from './is-selecting.js';
import { OriginalLine } from './original-line.js';
import { showCard } from './show-place.js';

interface LineChunkViewProps {
  chunk: LineChunk;
  owner: OriginalArticle | null;
  lines: readonly string[];
  notes: ReadonlyMap<number, readonly LineNote[]>;
  active: Signal<string | null>;
}

export function LineChunkView({ chunk, owner, lines, notes, active }: LineChunkViewProps) {
  const m = messages.value;
  const isActive = useComputed(() => owner !== null && active.value === owner.article.id);
  // The same nodes every time: to point at an article draws no line again.
  const drawn = useMemo(
    () => numbersOf(chunk).map((line) => <OriginalLine key={line} line={line} text={lines[line - 1] ?? ''} notes={notes.get(line) ?? []} owner={owner?.number ?? null} />),
    [chunk, lines, m],
  );
  const point = (): void => void (active.value = owner?.article.id ?? null);
  const range = chunk.block.first === chunk.block.last ? `${chunk.block.first}` : `${chunk.block.first}–${chunk.block.last}`;
  return (
    <div
      class={`chunk ${pageColour(owner?.number ?? null)} ${isActive.value ? 'active' : ''} ${chunk.isFirst ? 'first' : ''}`}
      style={{ '--count': chunk.last - chunk.first + 1 }}
      role="group"
      aria-label={owner === null ? m.original.noArticle(range) : m.original.block(owner.number, owner.article.title ?? m.common.untitled, range)}
      onPointerEnter={point}
      onClick={owner === null ? undefined : () => isSelecting() || showCard(owner.number)}
    >
      {owner !== null && chunk.isFirst && (
        <button type="button" class="article-number" aria-label={m.original.block(owner.number, owner.article.title ?? m.common.untitled, range)} onFocus={point}>
          {owner.number}
        </button>
      )}
      {drawn}
    </div>
  );
}

function numbersOf({ first, last }: LineChunk): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
