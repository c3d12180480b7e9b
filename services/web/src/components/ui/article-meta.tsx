import type { ArticleSummary } from '@wenliu/contracts';
import { language, messages } from '../../i18n/index.js';
import { formatDate } from '../../lib/format.js';

type Facts = Pick<ArticleSummary, 'publication' | 'issueDate' | 'page' | 'byline'>;

/** Publication · date · page · byline, as far as they are known. */
export function ArticleMeta({ article }: { article: Facts }) {
  const m = messages.value;
  const names = article.byline.authors.map((author) => author.name);
  return (
    <p class="meta">
      {article.publication !== null && <span class="meta-publication">{article.publication}</span>}
      {article.issueDate !== null && (
        <time dateTime={article.issueDate}>{formatDate(article.issueDate, language.value)}</time>
      )}
      {article.page !== null && <span>{m.search.page(article.page)}</span>}
      {names.length > 0 && <span>{names.join(m.common.separator)}</span>}
    </p>
  );
}
