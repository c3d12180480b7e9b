import { messages } from '../../i18n/index.js';
import { colourOf } from '../../lib/page-colours.js';
import { toHref } from '../../lib/url-state.js';
import type { PageArticle } from '../../state/page-store.js';

export function PageLegend({ articles, current }: { articles: readonly PageArticle[]; current: string }) {
  const m = messages.value;
  const ids = articles.map(({ id }) => id);
  return (
    <ol class="page-legend" aria-label={m.page.legend}>
      {articles.map(({ id, title }) => (
        <li key={id} class={colourOf(id, ids, current)}>
          <a href={toHref({ kind: 'article', id })} aria-current={id === current ? 'page' : undefined} lang="zh">
            {title ?? m.common.untitled}
          </a>
        </li>
      ))}
    </ol>
  );
}
