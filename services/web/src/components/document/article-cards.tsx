import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { OriginalArticle } from '../../lib/original-articles.js';
import { ArticleCard } from './article-card.js';
import { DrawnNear } from './drawn-near.js';

const TOGETHER = 10;
/** A newspaper page has fewer; a document of a whole year has a thousand. */
const DRAWN_AT_ONCE = 40;

interface ArticleCardsProps {
  articles: readonly OriginalArticle[];
  documentId: string;
  active: Signal<string | null>;
}

export function ArticleCards({ articles, documentId, active }: ArticleCardsProps) {
  const stretches = useMemo(() => Array.from({ length: Math.ceil(articles.length / TOGETHER) }, (_, i) => articles.slice(i * TOGETHER, (i + 1) * TOGETHER)), [articles]);
  return (
    <>
      {stretches.map((stretch, i) => (
        <DrawnNear
          key={i}
          last={Math.min(articles.length, (i + 1) * TOGETHER)}
          count={stretch.length}
          pane={null}
          isDrawn={i * TOGETHER < DRAWN_AT_ONCE}
          draw={() => stretch.map((one) => <ArticleCard key={one.article.id} one={one} documentId={documentId} active={active} />)}
        />
      ))}
    </>
  );
}
