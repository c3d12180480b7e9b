import type { TaggedArticle } from '@wenliu/contracts';
import { useMemo, useState } from 'preact/hooks';
import { getArticle } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { messages } from '../../i18n/index.js';
import { languageTag } from '../../lib/article-facts.js';
import { linesOfParagraphs } from '../../lib/page-lines.js';
import type { ArticleTag } from '../../lib/tags.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useTitle } from '../ui/use-title.js';
import { ArticleHead } from './article-head.js';
import { ArticleText } from './article-text.js';
import { BackLink } from './back-link.js';
import { MentionBar } from './mention-bar.js';
import { PagePane } from './page-pane.js';
import { TagPanel } from './tag-panel.js';
import { TraceTimeline } from './trace-timeline.js';

export function ArticlePage({ id }: { id: string }) {
  const [load, retry] = useLoad(id, (signal) => getArticle(id, signal));
  const m = messages.value;
  useTitle(load.kind === 'ready' ? (load.value.title ?? m.common.untitled) : m.common.loading);
  return (
    <div class="shell">
      <BackLink />
      {load.kind === 'loading' && <Skeleton blocks={3} lines={5} />}
      {load.kind === 'failed' && <FailureNotice failure={load.failure} retry={retry} />}
      {load.kind === 'ready' && <Article article={load.value} />}
    </div>
  );
}

function Article({ article }: { article: TaggedArticle }) {
  const [pointed, setPointed] = useState<ArticleTag | null>(null);
  const [pinned, setPinned] = useState<ArticleTag | null>(null);
  const [mention, setMention] = useState(0);
  const [paragraph, setParagraph] = useState<number | null>(null);
  const lines = useMemo(() => linesOfParagraphs(article.paragraphs, article.provenance.map), [article]);

  const pin = (tag: ArticleTag): void => {
    setPinned(pinned?.key === tag.key ? null : tag);
    setMention(0);
  };

  return (
    <div class="article-columns">
      <article class="article" lang={languageTag(article)}>
        <ArticleHead article={article} />
        <ArticleText
          article={article}
          lines={lines}
          tag={pointed ?? pinned}
          mention={pointed === null ? mention : null}
          active={paragraph}
          activate={setParagraph}
        />
      </article>
      <div class="article-side">
        <TagPanel article={article} pinned={pinned} point={setPointed} pin={pin} />
        <PagePane article={article} lines={lines} active={paragraph} activate={setParagraph} />
      </div>
      <TraceTimeline id={article.id} />
      {pinned !== null && (
        <MentionBar tag={pinned} mention={mention} choose={setMention} close={() => setPinned(null)} />
      )}
    </div>
  );
}
