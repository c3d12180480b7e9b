import { emptyChain, link } from './chain.js';
import type { Group, Place } from './group.js';
import type { PageView } from './page-view.js';

/** Lines of each text that are compared: the first of the one, the last of the other. */
const MOST_LINES = 12;
/**
 * ln of the odds that two texts are one, of what their lines have in common (0030), and from where on they are believed. Of 175 texts that
 * opened for their subject on 1,000 pages, most of them composed, 49 are believed, 46 of them rightly; 22 that are not believed were parts as well
 * (without `above` and `behind`, which came later: 0039).
 */
const ODDS = {
  /** How much of what it has in common with yet another article speaks against it. */
  next: 0.7,
  /** The headline of the other fits as well; one that speaks in images fits no text. */
  headline: 0.4,
  leastOfHeadline: -1,
  /** It goes on right above: most texts are printed in one piece. */
  above: 1.35,
  /** In a column: how much it counts that opening was not the best for its first line, where the text right above would go on. */
  behind: 0.4,
  /** It begins as news does. */
  lead: 0.6,
  /** What opened by itself, whatever came later, is another article. */
  opening: 0.5,
  least: 1.36,
  /** Lines of a column say less each. */
  leastOfColumns: 0.95,
};

/** In what is longer than a page, articles far apart share a subject. */
const LONGEST = 1000;

/**
 * A text that seemed to begin another subject, under no headline and no name, is a part of the article it has most in common with. While
 * the page is read only what stands above is known; here all of it is.
 */
export function reunite(view: PageView, groups: readonly Group[], places: readonly Place[]): void {
  if (places.length > LONGEST) return;
  const texts = groups.map((_, number) => linesOf(places, number, 'text'));
  groups.forEach((group, number) => {
    // The first text of a page had nothing to go on with.
    if (number === 0 || group.headings.length + group.bylines.length + group.imprints.length > 0 || group.dateline !== null) return;
    const [first] = texts[number] ?? [];
    const opening = first === undefined ? undefined : places[first];
    if (first === undefined || opening?.reason !== 'opens-with-new-subject' || opening.margin > ODDS.opening) return;
    const above = places.slice(0, first).findLast(({ role }) => role === 'text')?.group ?? -1;
    const { other, odds } = nearestOf(view, texts, number, above, (candidate) => linesOf(places, candidate, 'headline'));
    const article = groups[other];
    const behind = other === above && view.layout.wrap !== null && !view.zipped ? ODDS.behind * Math.min(0, opening.margin) : 0;
    const margin = odds - behind - ODDS.lead * Math.max(0, view.lead(first)) - (view.layout.wrap === null ? ODDS.least : ODDS.leastOfColumns);
    if (article === undefined || margin < 0) return;
    opening.reason = 'resumes';
    opening.margin = margin;
    for (const place of places) if (place.group === number) place.group = other;
    texts[other] = linesOf(places, other, 'text');
    texts[number] = [];
    takeIn(article, group);
  });
}

/** The text that has most in common with this one, and ln of the odds that they are one article; `above`: the one that ends right above it. */
function nearestOf(view: PageView, texts: readonly (readonly number[])[], number: number, above: number, headingsOf: (text: number) => readonly number[]): { other: number; odds: number } {
  const lines = texts[number] ?? [];
  let other = -1;
  let most = -Infinity;
  let next = 0;
  texts.forEach((rest, candidate) => {
    if (candidate === number || rest.length === 0) return;
    const odds = (fit(view, lines.slice(0, MOST_LINES), rest) + fit(view, rest.slice(-MOST_LINES), lines)) / 2 + (candidate === above ? ODDS.above : 0);
    next = Math.max(next, Math.min(odds, most));
    if (odds > most) other = candidate;
    most = Math.max(most, odds);
  });
  const headings = headingsOf(other);
  const headline = headings.length > 0 ? Math.max(ODDS.leastOfHeadline, view.cohesion.match(headings, lines)) : 0;
  return { other, odds: most - ODDS.next * next + ODDS.headline * headline };
}

/** ln of the odds that `lines` are of the article of `text`, a line at the mean. */
function fit({ cohesion }: PageView, lines: readonly number[], text: readonly number[]): number {
  const chain = text.reduce(link, emptyChain());
  return lines.reduce((sum, line) => sum + cohesion.affinity(line, chain, [], 0), 0) / lines.length;
}

function linesOf(places: readonly Place[], group: number, role: Place['role']): number[] {
  return places.flatMap((place, line) => (place.group === group && place.role === role ? [line] : []));
}

/** In the order of the page, but each as it was read. */
function takeIn(article: Group, group: Group): void {
  const start = group.body[0]?.line.number ?? 0;
  article.body.splice(article.body.findLastIndex(({ line }) => line.number < start) + 1, 0, ...group.body.splice(0));
  article.captions.push(...group.captions.splice(0));
  article.signOffs.push(...group.signOffs.splice(0));
}
