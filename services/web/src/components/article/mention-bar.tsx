import { useEffect } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import type { ArticleTag } from '../../lib/tags.js';
import { CloseIcon, DownIcon, SearchIcon, UpIcon } from '../ui/icons.js';
import { scrollBehavior } from './show-line.js';

interface MentionBarProps {
  tag: ArticleTag;
  mention: number;
  choose: (mention: number) => void;
  close: () => void;
}

/** Walks through the mentions of the tag that was pressed. */
export function MentionBar({ tag, mention, choose, close }: MentionBarProps) {
  const m = messages.value;
  const count = tag.spans.length;

  useEffect(() => {
    const marks = document.querySelectorAll('[data-mention]');
    marks[mention]?.scrollIntoView({ block: 'center', behavior: scrollBehavior() });
  }, [tag.key, mention]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div class="mention-bar" role="region" aria-label={m.tags.bar}>
      <span class="mention-label" lang="zh">{tag.label}</span>
      <span class="mention-count" role="status">{count === 0 ? m.tags.notInText : `${mention + 1} / ${count}`}</span>
      {count > 1 && (
        <>
          <button type="button" class="icon-button" aria-label={m.tags.previous} onClick={() => choose((mention + count - 1) % count)}>
            <UpIcon />
          </button>
          <button type="button" class="icon-button" aria-label={m.tags.next} onClick={() => choose((mention + 1) % count)}>
            <DownIcon />
          </button>
        </>
      )}
      <a class="icon-button" href={tag.href} aria-label={m.tags.searchFor(tag.label)} title={m.tags.searchFor(tag.label)}><SearchIcon /></a>
      <button type="button" class="icon-button" aria-label={m.common.close} onClick={close}><CloseIcon /></button>
    </div>
  );
}
