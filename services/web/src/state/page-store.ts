import type { DocumentView, TaggedArticle } from '@wenliu/contracts';
import { getArticle, getDocument, getOriginalText } from '../api/client.js';
import { splitLines } from '../lib/page-lines.js';

/** An article of a page with the lines that are its; `title` is `null` where it has none. */
export type PageArticle = Pick<TaggedArticle, 'id' | 'title'> & { lines: TaggedArticle['provenance']['lines'] };

export interface PrintedPage {
  document: DocumentView;
  lines: string[];
  articles: PageArticle[];
}

/** The page last read: going from article to article on it reads nothing again. */
let last: { key: string; page: Promise<PrintedPage> } | null = null;

export function loadPage(article: TaggedArticle): Promise<PrintedPage> {
  const key = article.documentId;
  const known = last?.key === key ? last.page : null;
  if (known !== null) return known.then((page) => withArticle(page, article));
  const page = readPage(article);
  last = { key, page };
  page.catch(() => (last = null));
  return page;
}

async function readPage(article: TaggedArticle): Promise<PrintedPage> {
  const [document, text] = await Promise.all([getDocument(article.documentId), getOriginalText(article.documentId)]);
  const others = document.articles.filter(({ id, state }) => id !== article.id && state === 'done');
  const read = await Promise.allSettled(others.map(({ id }) => getArticle(id)));
  const articles = [article, ...read.filter((one) => one.status === 'fulfilled').map((one) => one.value)];
  return { document, lines: splitLines(text), articles: articles.map(toPageArticle).sort(byFirstLine) };
}

function withArticle(page: PrintedPage, article: TaggedArticle): PrintedPage {
  const others = page.articles.filter(({ id }) => id !== article.id);
  return { ...page, articles: [...others, toPageArticle(article)].sort(byFirstLine) };
}

function toPageArticle({ id, title, provenance }: TaggedArticle): PageArticle {
  return { id, title, lines: provenance.lines };
}

function byFirstLine(a: PageArticle, b: PageArticle): number {
  return firstLine(a) - firstLine(b);
}

function firstLine({ lines }: PageArticle): number {
  return Math.min(...lines.map(([first]) => first));
}
