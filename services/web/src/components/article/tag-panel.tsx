import type { TaggedArticle } from '@wenliu/contracts';
import { useMemo } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { tagGroups, type ArticleTag } from '../../lib/tags.js';
import { SearchIcon } from '../ui/icons.js';

interface TagPanelProps {
  article: TaggedArticle;
  pinned: ArticleTag | null;
  point: (tag: ArticleTag | null) => void;
  pin: (tag: ArticleTag) => void;
}

export function TagPanel({ article, pinned, point, pin }: TagPanelProps) {
  const m = messages.value.tags;
  const groups = useMemo(() => tagGroups(article), [article]);
  if (groups.length === 0) return null;
  return (
    <section class="tag-panel" aria-labelledby="tags-title">
      <h2 id="tags-title" title={m.hint}>{m.title}</h2>
      {groups.map(({ kind, tags }) => (
        <div class={`tag-group ${kind}`} key={kind}>
          <h3>{m[kind]}</h3>
          <ul>
            {tags.map((tag) => (
              <TagRow key={tag.key} tag={tag} isPinned={tag.key === pinned?.key} point={point} pin={pin} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface TagRowProps {
  tag: ArticleTag;
  isPinned: boolean;
  point: (tag: ArticleTag | null) => void;
  pin: (tag: ArticleTag) => void;
}

function TagRow({ tag, isPinned, point, pin }: TagRowProps) {
  const m = messages.value.tags;
  return (
    <li class="tag-row" lang="zh">
      <button
        type="button"
        class={`tag-button ${tag.kind}`}
        aria-pressed={isPinned}
        title={tag.spans.length === 0 ? m.notInText : m.mentions(tag.spans.length)}
        onPointerEnter={(event) => event.pointerType === 'mouse' && point(tag)}
        onPointerLeave={() => point(null)}
        onClick={() => pin(tag)}
      >
        <span class="tag-label">{tag.label}</span>
        {tag.spans.length > 1 && <span class="tag-count">{tag.spans.length}</span>}
        {tag.note !== '' && <span class="tag-note">{tag.note}</span>}
      </button>
      <a class="icon-button tag-search" href={tag.href} aria-label={m.searchFor(tag.label)} title={m.searchFor(tag.label)}>
        <SearchIcon />
      </a>
    </li>
  );
}
