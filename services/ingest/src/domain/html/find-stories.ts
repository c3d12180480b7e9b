import { widthOf } from '../page/marks.js';
import type { BlockFacts } from './block-facts.js';
import type { Container } from './outline.js';

/** An article by the structure of the page: the blocks `[first, end)`. */
export interface Story {
  first: number;
  end: number;
  /** Index of its container. */
  container: number;
  /** Characters of running text. */
  length: number;
  sentences: number;
  /** Has names, a dateline or a mark of another page. */
  isSigned: boolean;
  /** Highest level of the headings it opens with, 0 where nothing marks them. */
  level: number;
  /** More than a teaser: it was written to be read here. */
  isWhole: boolean;
}

/** Fewer characters are a teaser's; fewer than the second are one where the headline is a link. */
const SHORTEST_SIGNED = 30;
const SHORTEST_STORY = 60;
const SHORTEST_LINKED = 200;
const MOST_HEADINGS = 6;
/** A narrower one is the name of somebody who wrote a post. */
const NARROWEST_TITLE = 5;
/** Over a box that belongs to the article before it. */
const BOX = /^(?:相关链接|新闻链接|延伸阅读|名词解释|新闻背景|背景链接|链接|背景|小贴士|小资料|资料|记者手记|编后|短评|新聞背景|名詞解釋)$/u;
/** Names of blocks beside an article: comments, lists of other articles, advertisements. */
const ASIDE = /comment(?!ary)|reply|relat|recommend|sidebar|aside|widget|hot-?list|rank|advert|banner|breadcrumb|pager|pagination|copyright|teaser|更多|推荐/u;
const ASIDE_ELEMENTS = new Set(['aside', 'nav', 'footer']);
const ASIDE_HEADING =
  /^(?:网友|网友评论|最新评论|热门评论|全部评论|评论|跟帖|发表评论|我要评论|相关|相关新闻|相关阅读|相关报道|相关推荐|相关文章|推荐阅读|热点推荐|猜你喜欢|更多新闻|更多报道|热门|热门新闻|热门文章|排行|点击排行|新闻排行|为你推荐|编辑推荐|今日推荐|精彩推荐|图片新闻|视频推荐)(?:[（(:：\s]|$)/u;
const CUT_SHORT = /(?:…|\.{3}|……|\[?详细\]?|详情|阅读全文|阅读更多|查看全文|全文|更多)[\]】>»\s]*$/u;

/**
 * The containers that hold an article each: none of them has a headline of its own over two or more articles. In the order of the
 * page. Costs as much as there are blocks and containers.
 */
export function findStories(facts: BlockFacts, containers: readonly Container[]): Story[] {
  const sums = sumUp(facts);
  const aside = markAside(facts, containers, sums);
  const counts = containers.map((): Count => ({ stories: 0, signed: 0, headed: 0, first: 0, start: 0 }));
  const stories: (Story | null)[] = containers.map(() => null);
  for (let at = containers.length - 1; at >= 0; at -= 1) {
    const container = containers[at];
    const count = counts[at];
    if (container === undefined || count === undefined || aside[at] === 1) continue;
    const isPage = count.stories >= 2 && !isHeaded(sums, container, count);
    const story = isPage || at === 0 ? null : storyOf(facts, sums, containers, at);
    stories[at] = story;
    const own = story === null ? count : countOf(story, container);
    const outer = counts[container.parent];
    if (outer === undefined || own.stories === 0) continue;
    counts[container.parent] = { stories: outer.stories + own.stories, signed: outer.signed + own.signed, headed: outer.headed + own.headed, first: own.first, start: own.start };
  }
  return outermost(facts, containers, stories);
}

/** What is known of the stories within a container. */
interface Count {
  stories: number;
  signed: number;
  /** Stories whose headline stands above their own container. */
  headed: number;
  /** Where the container of the first begins, and where its headline does. */
  first: number;
  start: number;
}

function countOf(story: Story, { first }: Container): Count {
  return { stories: 1, signed: story.isSigned ? 1 : 0, headed: story.first < first ? 1 : 0, first, start: story.first };
}

/** Of stories within stories, the outer ones. A box is a part of the story before it. */
function outermost(facts: BlockFacts, containers: readonly Container[], stories: readonly (Story | null)[]): Story[] {
  const found: Story[] = [];
  containers.forEach((_, at) => {
    const story = stories[at];
    const last = found.at(-1);
    if (story === null || story === undefined || (last !== undefined && story.first < last.end)) return;
    if (last === undefined || !isBox(facts, story)) found.push(story);
    else last.end = story.end;
  });
  return found;
}

function isBox(facts: BlockFacts, { first, end }: Story): boolean {
  for (let i = first; i < end; i += 1) if (!facts.isFrame(i)) return BOX.test((facts.lines[i]?.text ?? '').replace(/[\s\u3000]/gu, ''));
  return false;
}

/** Running totals over the blocks, each with one more entry than there are blocks. */
interface Sums {
  length: Int32Array;
  sentences: Int32Array;
  signs: Int32Array;
  /** Headings that lead to other pages. */
  leads: Int32Array;
  /** Index of the next block, from each on, that is no frame; and of the next heading or byline. */
  content: Int32Array;
  heads: Int32Array;
}

function sumUp(facts: BlockFacts): Sums {
  const count = facts.blocks.length;
  const sums: Sums = {
    length: new Int32Array(count + 1),
    sentences: new Int32Array(count + 1),
    signs: new Int32Array(count + 1),
    leads: new Int32Array(count + 1),
    content: new Int32Array(count + 1).fill(count),
    heads: new Int32Array(count + 1).fill(count),
  };
  facts.blocks.forEach(({ text }, i) => {
    const isText = facts.isText(i);
    sums.length[i + 1] = (sums.length[i] ?? 0) + (isText ? text.length : 0);
    sums.sentences[i + 1] = (sums.sentences[i] ?? 0) + (isText ? sentencesOf(text) : 0);
    sums.signs[i + 1] = (sums.signs[i] ?? 0) + (facts.isSign(i) ? 1 : 0);
    sums.leads[i + 1] = (sums.leads[i] ?? 0) + ((facts.levels[i] ?? 0) > 0 && facts.isLinked(i) ? 1 : 0);
  });
  for (let i = count - 1; i >= 0; i -= 1) {
    sums.content[i] = facts.isFrame(i) ? (sums.content[i + 1] ?? count) : i;
    sums.heads[i] = isHead(facts, i) ? i : (sums.heads[i + 1] ?? count);
  }
  return sums;
}

function sentencesOf(text: string): number {
  return text.slice(0, 4000).split(/[。！？…]+/u).length - 1;
}

function isHead(facts: BlockFacts, i: number): boolean {
  return (facts.levels[i] ?? 0) > 0 && !facts.isLinked(i) && facts.isHeading(i);
}

/** By container, 1 where it or what is around it stands beside the articles. */
function markAside(facts: BlockFacts, containers: readonly Container[], sums: Sums): Uint8Array {
  const marks = new Uint8Array(containers.length);
  containers.forEach(({ name, mark, parent, first, end }, at) => {
    const opening = sums.content[first] ?? end;
    const isNamed = ASIDE_ELEMENTS.has(name) || ASIDE.test(mark) || (at > 0 && opening < end && ASIDE_HEADING.test(facts.lines[opening]?.text ?? ''));
    if (isNamed || (parent >= 0 && marks[parent] === 1)) marks[at] = 1;
  });
  return marks;
}

/** Whether what stands before the first story within is the headline of the whole rather than the name of a page. */
function isHeaded(sums: Sums, container: Container, { signed, headed, first, start }: Count): boolean {
  // Where each has its headline above it, so has the first.
  const end = headed >= 2 ? start : first;
  const head = sums.heads[container.first] ?? end;
  if (head >= end) return false;
  const isText = (sums.length[end] ?? 0) > (sums.length[container.first] ?? 0);
  const isSigned = (sums.signs[end] ?? 0) > (sums.signs[container.first] ?? 0);
  // A headline without text or names over articles that are signed is the name of a section.
  return isText || isSigned || signed < 2;
}

function storyOf(facts: BlockFacts, sums: Sums, containers: readonly Container[], at: number): Story | null {
  const { first, end } = containers[at] ?? { first: 0, end: 0 };
  const length = (sums.length[end] ?? 0) - (sums.length[first] ?? 0);
  const sentences = (sums.sentences[end] ?? 0) - (sums.sentences[first] ?? 0);
  const opening = sums.content[first] ?? end;
  if (opening >= end || sentences === 0) return null;
  // Two headlines that lead away make a list of what is elsewhere.
  if ((sums.leads[end] ?? 0) - (sums.leads[first] ?? 0) >= 2) return null;
  const isHeaded = facts.isHeading(opening);
  const start = isHeaded ? first : headAbove(facts, first);
  // Without a headline a dateline or a mark may open an article; names alone may sign anything.
  if (!isHeaded && start === first && !(facts.isSign(opening) && facts.roles[opening]?.kind === 'text')) return null;
  const isSigned = (sums.signs[end] ?? 0) > (sums.signs[start] ?? 0);
  const isLinked = facts.isLinked(isHeaded ? opening : start);
  if (isLinked && (length < SHORTEST_LINKED || CUT_SHORT.test(facts.lines[end - 1]?.text ?? ''))) return null;
  const isTitled = !isHeaded || isTitle(facts, opening) || isTitle(facts, opening + 1);
  const isWhole = (isTitled && length >= SHORTEST_STORY && sentences >= 2) || (isSigned && length >= SHORTEST_SIGNED);
  return { first: start, end, container: at, length, sentences, isSigned, level: levelAt(facts, start, end), isWhole };
}

function isTitle(facts: BlockFacts, i: number): boolean {
  return facts.isHeading(i) && widthOf(facts.lines[i]?.text ?? '') >= NARROWEST_TITLE;
}

function levelAt(facts: BlockFacts, start: number, end: number): number {
  const levels: number[] = [];
  for (let i = start; i < end && i < start + MOST_HEADINGS; i += 1) {
    if (facts.isText(i) && levels.length > 0) break;
    if ((facts.levels[i] ?? 0) > 0) levels.push(facts.levels[i] ?? 0);
  }
  return levels.length === 0 ? 0 : Math.min(...levels);
}

/** Where the headings and names just above a text begin that stand outside its container. */
function headAbove(facts: BlockFacts, first: number): number {
  let start = first;
  for (let i = first - 1; i >= 0 && i >= first - MOST_HEADINGS; i -= 1) {
    if (isHead(facts, i)) start = i;
    else if (facts.roles[i]?.kind !== 'byline' && facts.roles[i]?.kind !== 'imprint') break;
  }
  return start;
}
