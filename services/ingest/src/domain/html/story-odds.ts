import { normalizeForId } from '../identity.js';
import type { BlockFacts } from './block-facts.js';
import type { Story } from './find-stories.js';
import type { Container } from './outline.js';
import { hasPageHead } from './page-facts.js';
import type { HtmlScan } from './scan-html.js';

/** What speaks for a page of several articles and against it. Set by hand on the pages of the specs: sums below 0 leave a page whole. */
const ODDS = {
  start: 1,
  /** Each signed article but the first. */
  signed: 1,
  mostSigned: 3,
  pageHead: 2,
  /** A headline over all of them. */
  head: -4,
  /** The page says of itself that it is an article, or is called like one of them. */
  article: -3,
  titled: -2.5,
  /** Nearly all text is in one of them. */
  dominant: -1.5,
};
const DOMINANT = 0.75;
const SHORTEST_TITLE = 6;
/** Less of the text within the stories: the structure is not that of the articles. */
const LEAST_COVER = 0.7;

/** The articles of a page that prints several; none where it is the page of one, with comments, teasers and boxes about it. */
export function severalOf(facts: BlockFacts, scan: HtmlScan, stories: readonly Story[]): Story[] {
  const chosen = alike(scan.containers, stories);
  if (chosen.filter((story) => story.isWhole).length < 2) return [];
  const all = withHeadless(facts, scan.containers, chosen);
  return coverOf(facts, all) >= LEAST_COVER && oddsOfSeveral(facts, scan, chosen) > 0 ? all : [];
}

/** Those made like most of the text, and the others that are signed: comments and boxes are made in another way, and are not. */
function alike(containers: readonly Container[], stories: readonly Story[]): Story[] {
  const lengths = new Map<string, number>();
  const formOfStory = ({ container }: Story): string => formOf(containers[container]);
  for (const story of stories) if (story.isWhole) lengths.set(formOfStory(story), (lengths.get(formOfStory(story)) ?? 0) + story.length);
  const [main] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [];
  return stories.filter((story) => formOfStory(story) === main || (story.isSigned && story.isWhole));
}

function formOf(container: Container | undefined): string {
  return [container?.name, container?.mark.split(/\s/)[0]].join(' ');
}

/** Elements made like those of the articles and beside them hold articles as well, whose headline is lost or is a picture. */
function withHeadless(facts: BlockFacts, containers: readonly Container[], chosen: readonly Story[]): Story[] {
  const placeOf = (container: Container | undefined): string => `${formOf(container)} ${container?.parent ?? -1}`;
  const places = new Set(chosen.map(({ container }) => placeOf(containers[container])));
  const taken = new Uint8Array(facts.blocks.length);
  for (const { first, end } of chosen) taken.fill(1, first, end);
  const more = containers.flatMap((container, at): Story[] => {
    const { name, mark, first, end } = container;
    if ((mark === '' && name !== 'article' && name !== 'section') || first >= end || !places.has(placeOf(container)) || taken[first] === 1) return [];
    const story = { first, end, container: at, length: 0, sentences: 0, isSigned: false, level: 0, isWhole: false };
    for (let i = first; i < end; i += 1) {
      if (taken[i] === 1 || ((facts.levels[i] ?? 0) > 0 && facts.isLinked(i))) return [];
      story.length += facts.isText(i) ? (facts.lines[i]?.text.length ?? 0) : 0;
    }
    return story.length === 0 ? [] : [story];
  });
  return [...chosen, ...more].sort((a, b) => a.first - b.first);
}

function coverOf(facts: BlockFacts, stories: readonly Story[]): number {
  const lengths = facts.blocks.map(({ text }, i) => (facts.isText(i) ? text.length : 0));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(stories.map(({ first, end }) => sum(lengths.slice(first, end)))) / Math.max(1, sum(lengths));
}

function oddsOfSeveral(facts: BlockFacts, scan: HtmlScan, stories: readonly Story[]): number {
  const signed = stories.filter((story) => story.isSigned).length;
  const total = stories.reduce((sum, { length }) => sum + length, 0);
  let odds = ODDS.start + Math.min(ODDS.mostSigned, Math.max(0, signed - 1) * ODDS.signed);
  if (hasPageHead(facts, scan)) odds += ODDS.pageHead;
  if (hasHeadOver(facts, stories[0]?.first ?? 0) || hasSubheads(stories)) odds += ODDS.head;
  if (isArticlePage(scan)) odds += ODDS.article;
  if (isNamedAfter(facts, scan.title, stories)) odds += ODDS.titled;
  if (stories.some(({ length }) => length > total * DOMINANT)) odds += ODDS.dominant;
  return odds;
}

/** The first has a higher headline than all others, of which none is signed: they are its parts. */
function hasSubheads([first, ...others]: readonly Story[]): boolean {
  return first !== undefined && first.level > 0 && others.every(({ level, isSigned }) => level > first.level && !isSigned);
}

/** The name of a paper or site is no headline. */
function hasHeadOver(facts: BlockFacts, first: number): boolean {
  for (let i = 0; i < first; i += 1) {
    const isHead = (facts.levels[i] ?? 0) > 0 && facts.isHeading(i) && !facts.isLinked(i);
    if (isHead && !/(?:[报報网網刊台版]|新闻|数字报|电子报|频道|首页)$/u.test(facts.lines[i]?.text ?? '')) return true;
  }
  return false;
}

/** `meta` data of an article; the author of a page of several is its paper. */
export function isArticlePage({ meta }: Pick<HtmlScan, 'meta'>): boolean {
  const author = meta.get('author') ?? '';
  const isSigned = author !== '' && !/[报報社网網刊台版]$/u.test(author);
  return meta.get('og:type') === 'article' || meta.has('article:published_time') || meta.has('publishdate') || isSigned;
}

/** Whether `<title>` names one of the articles. */
export function isNamedAfter(facts: BlockFacts, title: string, stories: readonly Pick<Story, 'first' | 'end'>[]): boolean {
  const name = normalizeForId(title);
  return stories.some(({ first, end }) => {
    for (let i = first; i < end && i < first + 4; i += 1) {
      const heading = facts.isHeading(i) ? normalizeForId(facts.lines[i]?.text ?? '') : '';
      if (heading.length >= SHORTEST_TITLE && name.includes(heading)) return true;
    }
    return false;
  });
}
