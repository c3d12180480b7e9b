import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { originalPath } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { language, messages } from '../../i18n/index.js';
import { formatCount } from '../../lib/format.js';
import { lineCount } from '../../lib/original-articles.js';
import { loadOriginal, type Original } from '../../state/original-store.js';
import { BackLink } from '../article/back-link.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useTitle } from '../ui/use-title.js';
import { ArticleCards } from './article-cards.js';
import { DocumentHead } from './document-head.js';
import { OriginalLines } from './original-lines.js';
import { scrollToLine } from './show-place.js';

/** An original beside its articles. `article` is the one to begin with. */
export function DocumentPage({ id, article }: { id: string; article: string | null }) {
  const [load, retry] = useLoad(id, (signal) => loadOriginal(id, signal));
  useTitle(messages.value.original.title);
  return (
    <div class="shell original">
      <BackLink />
      {load.kind === 'loading' && <Skeleton blocks={2} lines={8} />}
      {load.kind === 'failed' && <FailureNotice failure={load.failure} retry={retry} />}
      {load.kind === 'ready' && <OriginalView original={load.value} article={article} />}
    </div>
  );
}

function OriginalView({ original, article }: { original: Original; article: string | null }) {
  const m = messages.value;
  const active = useSignal<string | null>(article);
  const { document, lines, articles } = original;
  const count = (value: number): string => formatCount(value, language.value);
  const owned = articles.reduce((sum, one) => sum + lineCount(one.lines), 0);

  useEffect(() => {
    const first = articles.find((one) => one.article.id === article)?.lines[0]?.[0];
    if (first !== undefined) scrollToLine(first);
  }, [original, article]);

  return (
    <>
      <DocumentHead original={original} />
      <div class="original-columns">
        <section class="original-pane" aria-labelledby="lines-title">
          <div class="pane-head">
            <h2 id="lines-title">{m.original.linesTitle}</h2>
            <a class="muted" href={`${originalPath(document.id)}?as=text`} target="_blank">{m.page.openOriginal}</a>
          </div>
          {lines === null ? <p class="muted">{m.page.unavailable}</p> : <OriginalLines original={original} lines={lines} active={active} />}
          {lines !== null && <p class="pane-hint muted">{m.original.summary(count(lines.length), count(articles.length), count(Math.max(0, lines.length - owned)))}</p>}
        </section>
        <section class="original-articles" aria-labelledby="articles-title">
          <div class="pane-head"><h2 id="articles-title">{m.original.articlesTitle}</h2></div>
          <p class="pane-hint muted">{m.original.hint}</p>
          {articles.length === 0 && <p class="empty-line">{m.original.noArticles}</p>}
          <ArticleCards articles={articles} documentId={document.id} active={active} />
        </section>
      </div>
    </>
  );
}
