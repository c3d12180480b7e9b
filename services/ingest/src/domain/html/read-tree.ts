import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blockTextOf, type TreeNode } from './tree-text.js';
import type { MainContent } from './main-content.js';

/** Chinese says in 100 characters what the library expects 500 for. */
const ENOUGH_TEXT = 100;
/** A longer "headline" is a page without one. */
const LONGEST_TITLE = 120;

/** The main content by Mozilla's reader view, `null` where the page has none or its tree cannot be walked. */
export function readTree(source: string): MainContent | null {
  const document = parse(source);
  if (document === null) return null;
  const heading = textOf(document.querySelector('h1'));
  const meta = (names: readonly string[]): string | null => metaOf(document, names);
  // The library changes the tree while it reads, so everything else is asked first.
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(['og:url']);
  const publication = meta(['og:site_name', 'mediaid', 'source']);
  const author = meta(['author', 'article:author']);
  const publishedAt = isoTime(meta(['article:published_time', 'publishdate', 'pubdate']));
  const article = read(document);
  if (article === null) return null;
  const title = titleOf(heading, article.title);
  const paragraphs = blockTextOf(article.content).filter((paragraph) => paragraph !== title);
  if (paragraphs.length === 0) return null;
  return { title, author: article.byline ?? author, publication, publishedAt, url: url ?? null, paragraphs };
}

interface Tree {
  querySelector(selector: string): TreeElement | null;
}

interface TreeElement extends TreeNode {
  textContent: string | null;
  getAttribute(name: string): string | null;
}

function parse(source: string): Tree | null {
  try {
    // Without html and body the parser takes the first element for the whole document.
    const whole = /<body[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`;
    // The parser's types are the browser's, which are not loaded here; `Tree` is the part of them that is used.
    const window = parseHTML(whole) as { document: Tree };
    return window.document;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface ReaderView {
  title: string;
  byline: string | null;
  content: TreeNode;
}

/**
 * Pages made to exhaust the stack (100,000 class names on one element) end in a RangeError, and trees that the library does not
 * expect, with text outside of `body`, in a TypeError; they have no main content.
 */
function read(document: Tree): ReaderView | null {
  try {
    const options = { charThreshold: ENOUGH_TEXT, serializer: (node: TreeNode) => node };
    const reader = new Readability<TreeNode>(document, options);
    const article = reader.parse();
    if (article?.content === null || article?.content === undefined) return null;
    return { title: article.title ?? '', byline: article.byline ?? null, content: article.content };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The page's headline; its `<title>` often has the site's name behind it. */
function titleOf(heading: string | null, pageTitle: string): string | null {
  if (heading !== null && heading.length <= LONGEST_TITLE) return heading;
  const title = pageTitle.slice(0, 1000).split(/[_|]|\s[-—–]\s/)[0]?.trim() ?? '';
  return title === '' || title.length > LONGEST_TITLE ? null : title;
}

function metaOf(document: Tree, names: readonly string[]): string | null {
  for (const name of names) {
    const element = document.querySelector(`meta[name="${name}"]`) ?? document.querySelector(`meta[property="${name}"]`);
    const value = element?.getAttribute('content')?.trim() ?? '';
    if (value !== '' && value.length <= 500) return value;
  }
  return null;
}

function textOf(element: TreeElement | null): string | null {
  const text = (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

function isoTime(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : null;
}
