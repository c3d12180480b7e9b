import type { SearchResult } from '@wenliu/contracts';
import { messages } from '../../i18n/index.js';
import { languageTag } from '../../lib/article-facts.js';
import { markRanges } from '../../lib/marks.js';
import { makeSnippet } from '../../lib/snippets.js';
import { toHref, type SearchState } from '../../lib/url-state.js';
import { Pieces } from '../ui/pieces.js';
import { ArticleMeta } from '../ui/article-meta.js';
import { ResultTags } from './result-tags.js';

/** Two lines on the widest column; the style cuts what is too much on a narrower one. */
const SNIPPET_CHARACTERS = 110;

interface ResultItemProps {
  item: SearchResult['items'][number];
  search: SearchState;
}

export function ResultItem({ item, search }: ResultItemProps) {
  const { article, highlights } = item;
  const snippet = makeSnippet(article.paragraphs, highlights.text, SNIPPET_CHARACTERS);
  return (
    <li class="result" lang={languageTag(article)}>
      <h3 class="result-title">
        <a data-result href={toHref({ kind: 'article', id: item.id })}>
          {article.title === null ? messages.value.common.untitled : <Pieces pieces={markRanges(article.title, highlights.title)} />}
        </a>
      </h3>
      <ArticleMeta article={article} />
      <p class="snippet">
        {snippet.cutBefore && '…'}
        <Pieces pieces={snippet.pieces} />
        {snippet.cutAfter && '…'}
      </p>
      <ResultTags article={article} search={search} />
    </li>
  );
}
