import { useEffect } from 'preact/hooks';
import { arrivals, listenToArrivals, streamState } from '../../api/stream.js';
import { messages } from '../../i18n/index.js';
import { languageTag } from '../../lib/article-facts.js';
import { toHref } from '../../lib/url-state.js';
import { ArticleMeta } from '../ui/article-meta.js';

/** Articles as they become searchable. */
export function LiveFeed() {
  const m = messages.value;
  useEffect(listenToArrivals, []);
  return (
    <section class="live-feed" aria-labelledby="feed-title">
      <div class="pane-head">
        <h2 id="feed-title">{m.feed.title}</h2>
        <span class={`state ${streamState.value === 'open' ? 'running' : 'waiting'}`}>{m.feed[streamState.value]}</span>
      </div>
      {arrivals.value.length === 0 && <p class="muted">{m.feed.waiting}</p>}
      <ol>
        {arrivals.value.map((article) => (
          <li key={article.id} lang={languageTag(article)}>
            <a href={toHref({ kind: 'article', id: article.id })}>{article.title ?? m.common.untitled}</a>
            <ArticleMeta article={article} />
          </li>
        ))}
      </ol>
    </section>
  );
}
