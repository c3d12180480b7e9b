import { styleText } from 'node:util';
import type { RawArticle } from '@wenliu/contracts';

/** An article for reading: where it stands, its headlines, who wrote it, its text. Bold and grey on a terminal only. */
export function renderArticle(article: RawArticle, where: string): string {
  const { publication, issueDate, page, section, continuedFrom, continuesTo } = article;
  return [
    styleText('dim', `── ${where} · ${describeLines(article.provenance.lines)} · quality ${article.quality}`),
    joined([publication, issueDate, page === null ? null : `page ${page}`, section]),
    article.kicker,
    article.title === null ? styleText('dim', '(no title)') : styleText('bold', article.title),
    article.subtitle,
    joined([article.byline.raw, article.byline.raw?.includes(article.agency ?? '') === true ? null : article.agency, article.dateline?.raw]),
    continuedFrom === null ? null : styleText('dim', `(continued from ${continuedFrom})`),
    ...article.paragraphs.map((paragraph) => `　　${paragraph}`),
    ...article.captions.map(({ text, credit }) => styleText('dim', `▣ ${text}${credit === null ? '' : `  ${credit}`}`)),
    continuesTo === null ? null : styleText('dim', `(continues on ${continuesTo})`),
    '',
  ]
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join('');
}

export function describeLines(ranges: readonly (readonly [number, number])[]): string {
  if (ranges.length === 0) return 'no lines';
  return `lines ${ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')}`;
}

function joined(parts: readonly (string | null | undefined)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return known.length === 0 ? null : known.join(' · ');
}
