import type { TaggedArticle } from '@wenliu/contracts';
import { articlePath } from '../../api/client.js';
import { language, messages } from '../../i18n/index.js';
import { authorsByRole, webAddress } from '../../lib/article-facts.js';
import { quoteIfNeeded } from '../../lib/examples.js';
import { formatDate } from '../../lib/format.js';
import { filterHref, searchHref } from '../../lib/url-state.js';

export function ArticleHead({ article }: { article: TaggedArticle }) {
  const m = messages.value;
  return (
    <header class="article-head">
      {article.kicker !== null && <p class="kicker">{article.kicker}</p>}
      <h1>{article.title ?? m.common.untitled}</h1>
      {article.subtitle !== null && <p class="subtitle">{article.subtitle}</p>}
      <Byline article={article} />
      <Facts article={article} />
      {article.change.kind === 'retracted' && <p class="article-note">{m.article.retracted}</p>}
      <Continuation article={article} />
    </header>
  );
}

function Byline({ article }: { article: TaggedArticle }) {
  const m = messages.value;
  const groups = authorsByRole(article);
  const { raw, photographers } = article.byline;
  if (groups.length === 0 && photographers.length === 0) return raw === null ? null : <p class="byline">{raw}</p>;
  return (
    <p class="byline">
      {groups.map(({ role, names }) => <Names role={role} names={names} />)}
      {photographers.length > 0 && <Names role={m.article.photo} names={photographers} />}
    </p>
  );
}

function Names({ role, names }: { role: string; names: readonly string[] }) {
  return (
    <span class="byline-group">
      {role !== '' && <span class="byline-role">{role}</span>}
      {names.map((name) => <a href={searchHref({ q: `author:${quoteIfNeeded(name)}` })}>{name}</a>)}
    </span>
  );
}

function Facts({ article }: { article: TaggedArticle }) {
  const m = messages.value;
  const url = webAddress(article.url);
  return (
    <p class="meta article-facts">
      {article.publication !== null && (
        <a class="meta-publication" href={filterHref('publication', article.publication)}>{article.publication}</a>
      )}
      {article.issueDate !== null && (
        <time dateTime={article.issueDate}>{formatDate(article.issueDate, language.value)}</time>
      )}
      {article.page !== null && <span>{m.search.page(article.page)}</span>}
      {article.section !== null && <span>{article.section}</span>}
      {article.dateline !== null && <span>{article.dateline.raw}</span>}
      <span>{m.article.quality(`${Math.round(article.quality * 100)}%`)}</span>
      {url !== null && <a href={url} target="_blank" rel="noopener noreferrer">{m.article.original}</a>}
      <a href={articlePath(article.id)} target="_blank">{m.article.json}</a>
    </p>
  );
}

function Continuation({ article }: { article: TaggedArticle }) {
  const m = messages.value.article;
  const notes = [
    article.continuedFrom === null ? null : m.continuedFrom(article.continuedFrom),
    article.continuesTo === null ? null : m.continuesTo(article.continuesTo),
    article.complete ? null : m.incomplete,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return <p class="article-note">{notes.join(' ')}</p>;
}
