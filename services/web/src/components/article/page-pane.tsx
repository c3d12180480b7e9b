import type { TaggedArticle } from '@wenliu/contracts';
import { useEffect } from 'preact/hooks';
import { originalPath } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { messages } from '../../i18n/index.js';
import type { Range } from '../../lib/marks.js';
import { toHref } from '../../lib/url-state.js';
import { loadPage } from '../../state/page-store.js';
import { Skeleton } from '../ui/skeleton.js';
import { PageLegend } from './page-legend.js';
import { PageLines } from './page-lines.js';
import { showLine } from './show-line.js';

interface PagePaneProps {
  article: TaggedArticle;
  lines: readonly ReadonlyMap<number, Range[]>[];
  active: number | null;
  activate: (paragraph: number | null) => void;
}

/** Where the article is printed, among the others of its page. */
export function PagePane({ article, lines, active, activate }: PagePaneProps) {
  const m = messages.value.page;
  const [load] = useLoad(article.id, () => loadPage(article));
  const activeLines = active === null ? null : (lines[active] ?? null);

  useEffect(() => {
    const first = activeLines?.keys().next().value;
    if (first !== undefined) showLine(first, 'pane');
  }, [active]);
  useEffect(() => {
    const first = article.provenance.lines[0];
    if (load.kind === 'ready' && first !== undefined) showLine(first[0], 'pane');
  }, [load.kind]);

  return (
    <section class="page-pane" aria-labelledby="page-title">
      <div class="pane-head">
        <h2 id="page-title">{m.title}</h2>
        <span class="pane-links">
          <a href={toHref({ kind: 'document', id: article.documentId, article: article.id })}>{messages.value.original.page}</a>
          <a href={`${originalPath(article.documentId)}?as=text`} target="_blank">{m.openOriginal}</a>
        </span>
      </div>
      {load.kind === 'loading' && <Skeleton blocks={1} lines={12} />}
      {load.kind === 'failed' && <p class="muted">{m.unavailable}</p>}
      {load.kind === 'ready' && (
        <>
          <PageLegend articles={load.value.articles} current={article.id} />
          <PageLines page={load.value} current={article.id} paragraphs={lines} active={activeLines} activate={activate} />
          <p class="pane-hint muted">{m.hint}</p>
        </>
      )}
    </section>
  );
}
