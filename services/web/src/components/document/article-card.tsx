import { useComputed, type Signal } from '@preact/signals';
import { language, messages } from '../../i18n/index.js';
import { languageTag } from '../../lib/article-facts.js';
import { formatCount } from '../../lib/format.js';
import { placesOf } from '../../lib/line-notes.js';
import type { OriginalArticle } from '../../lib/original-articles.js';
import { pageColour } from '../../lib/page-colours.js';
import { toHref } from '../../lib/url-state.js';
import { isSelecting } from './is-selecting.js';
import { NoteList } from './note-list.js';
import { showPlace } from './show-place.js';

/** First words of the text; the style sheet cuts them to a few lines. */
const LEAD_CHARACTERS = 240;

interface ArticleCardProps {
  one: OriginalArticle;
  documentId: string;
  active: Signal<string | null>;
}

export function ArticleCard({ one, documentId, active }: ArticleCardProps) {
  const { number, article, lines } = one;
  const m = messages.value;
  const isActive = useComputed(() => active.value === article.id);
  const first = lines[0]?.[0] ?? null;
  const point = (): void => void (active.value = article.id);
  const show = (event: MouseEvent): void => {
    const isControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (first !== null && !isControl && !isSelecting()) showPlace(first);
  };
  return (
    <article
      id={`article-${number}`}
      class={`card ${pageColour(number)} ${isActive.value ? 'active' : ''}`}
      tabIndex={-1}
      aria-labelledby={`article-title-${number}`}
      onPointerEnter={point}
      onPointerLeave={() => (active.value = null)}
      onFocusIn={point}
      onClick={show}
    >
      <header class="card-head">
        <span class="article-number" aria-hidden="true">{number}</span>
        <div lang={languageTag(article)}>
          {article.kicker !== null && <p class="card-kicker">{article.kicker}</p>}
          <h3 id={`article-title-${number}`}>
            <a href={toHref({ kind: 'article', id: article.id })}>{article.title ?? m.common.untitled}</a>
          </h3>
          {article.subtitle !== null && <p class="card-subtitle">{article.subtitle}</p>}
        </div>
      </header>
      <Facts one={one} />
      <p class="card-lead" lang={languageTag(article)}>{article.paragraphs.join('　').slice(0, LEAD_CHARACTERS)}</p>
      {article.doubts.length > 0 && (
        <p class="doubts">
          <span class="muted">{m.original.doubtsLabel}</span>
          {article.doubts.map((doubt) => <span key={doubt} class="doubt">{m.original.doubts[doubt]}</span>)}
        </p>
      )}
      <Elsewhere one={one} isHere={first !== null} />
      {article.documentId === documentId && (
        <>
          <NoteList kind="repair" article={article.id} notes={article.repairs} title={m.original.repairsTitle(formatCount(placesOf(article.repairs), language.value))} />
          <NoteList kind="suggestion" article={article.id} notes={article.suggestions} title={m.original.suggestionsTitle(formatCount(placesOf(article.suggestions), language.value))} />
        </>
      )}
    </article>
  );
}

function Facts({ one: { number, article, lines } }: { one: OriginalArticle }) {
  const m = messages.value.original;
  const names = article.byline.raw ?? article.byline.authors.map(({ name }) => name).join(' ');
  const ranges = lines.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  const first = lines[0]?.[0] ?? null;
  return (
    <p class="meta">
      {names !== '' && <span lang="zh">{names}</span>}
      {article.dateline !== null && <span lang="zh">{article.dateline.raw}</span>}
      <span>{m.quality(`${Math.round(article.quality * 100)}%`)}</span>
      {first !== null && (
        <span>
          <button type="button" class="text-button" aria-label={m.showLines(number, ranges)} onClick={() => showPlace(first)}>{m.lines(ranges)}</button>
        </span>
      )}
    </p>
  );
}

function Elsewhere({ one: { article, elsewhere }, isHere }: { one: OriginalArticle; isHere: boolean }) {
  const m = messages.value;
  if (elsewhere.length === 0) return null;
  return (
    <p class="article-note">
      {!isHere && <span>{m.original.notHere} </span>}
      {m.original.elsewhere}
      {elsewhere.map(({ documentId, page }) => (
        <a key={documentId} class="other-page" href={toHref({ kind: 'document', id: documentId, article: article.id })}>
          {page === null ? m.original.otherPage : m.search.page(page)}
        </a>
      ))}
    </p>
  );
}
