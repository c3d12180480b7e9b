import type { LineRange, PrintedArticle } from '@wenliu/contracts';

/** An article as it is printed in one original. */
export interface OriginalArticle {
  /** 1-based, in the order of the page; beside the colour it tells articles apart. */
  number: number;
  article: PrintedArticle;
  /** Its lines here; none where the article is printed elsewhere by now. */
  lines: readonly LineRange[];
  elsewhere: readonly OtherPart[];
}

/** A part of an article in another original; `page` as printed, where it is known. */
interface OtherPart {
  documentId: string;
  page: string | null;
}

/** In the order of their first lines; what has no line here comes last. */
export function toOriginalArticles(articles: readonly PrintedArticle[], documentId: string): OriginalArticle[] {
  return articles
    .map((article) => ({ article, lines: linesIn(article, documentId), elsewhere: partsElsewhere(article, documentId) }))
    .sort((a, b) => firstLine(a.lines) - firstLine(b.lines))
    .map((one, index) => ({ number: index + 1, ...one }));
}

function linesIn({ documentId, provenance }: PrintedArticle, shown: string): readonly LineRange[] {
  if (documentId === shown) return provenance.lines;
  return provenance.continuations.filter((part) => part.documentId === shown).flatMap(({ lines }) => lines);
}

function partsElsewhere({ documentId, page, provenance }: PrintedArticle, shown: string): OtherPart[] {
  const parts = [{ documentId, page }, ...provenance.continuations.map((part) => ({ documentId: part.documentId, page: part.page }))];
  return parts.filter((part) => part.documentId !== shown);
}

function firstLine(lines: readonly LineRange[]): number {
  return Math.min(...lines.map(([first]) => first));
}

export function lineCount(lines: readonly LineRange[]): number {
  return lines.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
