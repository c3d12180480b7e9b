import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { toChunks, toStretches } from '../../lib/line-chunks.js';
import type { Original } from '../../state/original-store.js';
import { DrawnNear } from './drawn-near.js';
import { LineChunkView } from './line-chunk-view.js';

/** So many lines are drawn at once; more only as one comes near them. */
const DRAWN_AT_ONCE = 1000;

interface OriginalLinesProps {
  original: Original;
  lines: readonly string[];
  /** The article pointed at. */
  active: Signal<string | null>;
}

/** The lines as printed, each with its number and that of its article. */
export function OriginalLines({ original, lines, active }: OriginalLinesProps) {
  const m = messages.value.original;
  const stretches = useMemo(() => toStretches(toChunks(lines.length, original.articles.map(({ article, lines: own }) => ({ id: article.id, lines: own })))), [original]);
  const byId = useMemo(() => new Map(original.articles.map((one) => [one.article.id, one])), [original]);
  return (
    <div class="original-lines" lang="zh" tabIndex={0} role="group" aria-label={m.linesTitle} onPointerLeave={() => (active.value = null)}>
      {stretches.map(({ first, last, chunks }) => (
        <DrawnNear
          key={first}
          last={last}
          count={last - first + 1}
          pane=".original-lines"
          isDrawn={first <= DRAWN_AT_ONCE}
          draw={() =>
            chunks.map((chunk) => (
              <LineChunkView key={chunk.first} chunk={chunk} owner={byId.get(chunk.owner ?? '') ?? null} lines={lines} notes={original.notes} active={active} />
            ))
          }
        />
      ))}
    </div>
  );
}
