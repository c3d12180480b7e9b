import { messages } from '../../i18n/index.js';

/** Grey lines where text is about to be. */
export function Skeleton({ blocks, lines }: { blocks: number; lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{messages.value.common.loading}</span>
      {Array.from({ length: blocks }, () => (
        <div class="skeleton-block" aria-hidden="true">
          {Array.from({ length: lines }, () => <span class="skeleton-line" />)}
        </div>
      ))}
    </div>
  );
}
