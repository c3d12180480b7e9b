import type { RawArticle } from '@wenliu/contracts';
import { linesOf, linesOfDamage, type Gold, type GoldArticle } from './gold.js';
import { articleOf } from './page.fixture.js';
import { isBlank } from './printed-form.js';

const HEAD = /^(kicker|title|subtitle|byline|foot byline|metadata|source line)(?!\+body)/;

/** The articles as the gold has them, made from gold and page alone: joined where it joins, damage replaced by the right reading. */
export function rightAnswer(gold: Gold, text: string): RawArticle[] {
  const page = ['', ...text.split('\n')];
  return gold.articles.map((article) => toArticle(article, gold, page));
}

function toArticle(article: GoldArticle, gold: Gold, page: readonly string[]): RawArticle {
  const blocks = article.blocks.map((block, i) => ({ role: article.block_roles?.[i] ?? 'body', lines: linesOf([block]).filter((line) => !isBlank(page[line])) }));
  const head = blocks.filter(({ role }) => HEAD.test(role)).flatMap(({ lines }) => lines);
  const body = blocks.filter(({ role }) => !HEAD.test(role)).flatMap(({ lines }) => lines);
  const lines = article.reading_order_lines ?? blocks.flatMap((block) => block.lines);
  return articleOf({
    kicker: article.kicker ?? null,
    title: article.title ?? null,
    subtitle: article.subtitle ?? null,
    byline: { raw: head.map((line) => page[line]).join(' '), authors: article.authors.map((name) => ({ name, role: '' })), photographers: [] },
    agency: article.agency ?? null,
    dateline: article.dateline ? { raw: article.dateline, agency: null, place: null, date: null } : null,
    paragraphs: mended(joined(body, article, page), body, gold),
    captions: article.caption_blocks.map((block) => ({ text: '', credit: null, lines: linesOf([block]).map((line): [number, number] => [line, line]) })),
    provenance: { lines: lines.map((line): [number, number] => [line, line]), map: [], continuations: [] },
    continuedFrom: article.continued_from ?? null,
    complete: article.complete ?? true,
  });
}

function joined(body: readonly number[], { line_joins }: GoldArticle, page: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const [i, line] of body.entries()) {
    const continues = line_joins.some(([above, below]) => above === body[i - 1] && below === line);
    const words = (page[line] ?? '').trim();
    if (continues) paragraphs.push((paragraphs.pop() ?? '') + words);
    else paragraphs.push(words);
  }
  return paragraphs;
}

function mended(paragraphs: readonly string[], body: readonly number[], { ocr_damage }: Gold): string[] {
  const mine = ocr_damage.filter((damage) => linesOfDamage(damage).some((line) => body.includes(line)));
  return paragraphs.map((paragraph) =>
    mine.reduce((text, { printed, right }) => (printed && right !== null && right !== undefined ? text.replace(printed.replaceAll(' / ', ''), right) : text), paragraph),
  );
}
