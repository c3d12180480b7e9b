import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchResult, TaggedArticle } from '@wenliu/contracts';
import { PAGES, type Page } from './pages.js';
import { drawPhrase, folded, printedBody, printedLines } from './phrases.js';
import { createRandom, pick } from './random.js';
import { startWithPages, type Server } from './story.fixture.js';

const PHRASES_A_PAGE = 20;
const SEED = 20250618;

let server: Server;
beforeAll(async () => {
  server = await startWithPages();
});

async function articlesOf(page: Page): Promise<TaggedArticle[]> {
  const { articles } = await server.client.document(page.id);
  return Promise.all(articles.map(({ id }) => server.client.article(id)));
}

function marked({ article, highlights }: SearchResult['items'][number]): string[] {
  const inTitle = highlights.title.map(({ start, end }) => (article.title ?? '').slice(start, end));
  return [...inTitle, ...highlights.text.map(({ paragraph, start, end }) => (article.paragraphs[paragraph] ?? '').slice(start, end))];
}

/** The article among all that the quoted phrase finds, page after page. */
async function find(phrase: string, id: string): Promise<SearchResult['items'][number] | undefined> {
  const items = await server.client.searchAll({ q: `"${phrase}"`, size: '200' });
  return items.find((item) => item.id === id);
}

describe.each(PAGES.map((page) => [page.name, page] as const))('%s', (_, page) => {
  it('is found by what is printed in the body of its articles, and shows where', async () => {
    const random = createRandom(SEED + page.bytes.length);
    const articles = (await articlesOf(page)).filter((article) => article.provenance.map.length > 0);
    expect(articles.length).toBeGreaterThan(0);
    const missed: string[] = [];
    for (let n = 0; n < PHRASES_A_PAGE; n++) {
      const article = pick(random, articles);
      const phrase = drawPhrase(random, printedBody(article, page.lines));
      const item = await find(phrase, article.id);
      if (item === undefined) missed.push(`${phrase}: not found in ${article.title ?? article.id}`);
      else if (!marked(item).some((text) => folded(text).includes(folded(phrase)))) missed.push(`${phrase}: marked are ${marked(item).join(' | ')}`);
    }
    expect(missed).toEqual([]);
  });

  it('is found by every kind of line of its articles', async () => {
    const random = createRandom(SEED - page.bytes.length);
    const articles = await articlesOf(page);
    const missed: string[] = [];
    for (let n = 0; n < PHRASES_A_PAGE; n++) {
      const article = pick(random, articles);
      const phrase = drawPhrase(random, printedLines(article, page.lines));
      if ((await find(phrase, article.id)) === undefined) missed.push(`${phrase}: not found in ${article.title ?? article.id}`);
    }
    expect(missed).toEqual([]);
  });
});
