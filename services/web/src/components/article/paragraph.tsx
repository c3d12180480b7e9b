import { messages } from '../../i18n/index.js';
import { markRanges, type Range } from '../../lib/marks.js';
import { formatLines } from '../../lib/page-lines.js';
import type { TagKind } from '../../lib/tags.js';
import { showLine } from './show-line.js';

interface ParagraphProps {
  index: number;
  text: string;
  marks: readonly Range[];
  kind: TagKind | null;
  /** Which of `marks` is the one looked at. */
  current: number | null;
  lines: readonly number[];
  isActive: boolean;
  activate: (paragraph: number | null) => void;
}

export function Paragraph({ index, text, marks, kind, current, lines, isActive, activate }: ParagraphProps) {
  const m = messages.value.article;
  const point = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') activate(index);
  };
  const jump = (): void => {
    activate(index);
    showLine(lines[0] ?? 1, 'page');
  };
  let seen = -1;
  return (
    <div id={`paragraph-${index}`} class={isActive ? 'paragraph active' : 'paragraph'} onPointerEnter={point}>
      <p>
        {markRanges(text, marks).map((piece) => {
          if (!piece.marked) return piece.text;
          seen += 1;
          return <mark class={`mention ${kind ?? ''} ${seen === current ? 'current' : ''}`} data-mention>{piece.text}</mark>;
        })}
      </p>
      {lines.length > 0 && (
        <button
          type="button"
          class="line-button"
          aria-label={m.linesOf(formatLines(lines))}
          onClick={jump}
          onFocus={() => activate(index)}
        >
          {m.linesShort(formatLines(lines))}
        </button>
      )}
    </div>
  );
}
