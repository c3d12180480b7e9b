import { emptyChain, link, type Chain } from './chain.js';
import { commonOf, readPairs, sharesOf, startsOf, type Rows } from './grams.js';
import { clamp, oddsOfAffinity, oddsOfMatch, weightOf } from './match-odds.js';
import { createSubjects } from './subject.js';

/** What lines have in common: pairs of Chinese characters, the rarer the better evidence, and what their words are about. */
export interface Cohesion {
  /** From here on, lines can be asked how well they go with this one. Lines come in the order of the page. */
  note(line: number): void;
  /**
   * ln of the odds that `line` goes on with the article of `text` rather than with any other. `others` are the articles beside
   * it: what a line has in common with them too says nothing, as far as `share` (0 to 1) goes. Ask about one line after the other.
   */
  affinity(line: number, text: Chain, others: readonly Article[], share: number): number;
  /** ln of the odds that two lines are of one text, by themselves. */
  matchOfTwo(line: number, other: number): number;
  /** ln of the odds that `headings` stand over the text of `lines`. */
  match(headings: readonly number[], lines: readonly number[]): number;
}

/** What an article is about. */
interface Article {
  subject: Chain;
}

/** Longer texts are known by their last lines, which bounds the cost of one question. */
const MOST_LINES = 40;
/** Of a pair that is everywhere only the last places are looked at. */
const MOST_PLACES = 16;
const MOST_MATCHES = 1000;
/** Between headings and the lines under them, where no line is; and of a list that was asked about. */
const UNDER = -2;
const KNOWN = 0;
const LEAST_AFFINITY = -3.81;
export const MOST_AFFINITY = 4.06;
/** Pairs of a text from which on there is enough to compare with. */
const SIZE_FULL = 39.2;

export function createCohesion(texts: readonly string[]): Cohesion {
  const subjects = createSubjects(texts);
  const { vocabulary, rows } = readPairs(texts);
  /** By line, the pairs that another line has as well: only these can be shared. */
  const common = commonOf(rows, vocabulary);
  const shares = sharesOf(vocabulary);
  /** The lines of each pair, `noted` of them from `starts` on. */
  const starts = startsOf(vocabulary);
  const places = new Int32Array(starts.at(-1) ?? 0);
  const noted = new Int32Array(vocabulary.count);
  const counts = new Int32Array(vocabulary.count);
  /** By pair, the last line that two lines were compared for and that has it; and that line. */
  const lines = new Int32Array(vocabulary.count).fill(-1);
  let marked = -1;

  /** The line that is asked about, and how often that has changed. */
  let asked = -1;
  let turn = 0;
  /** Of its pairs those that stand in lines above it: how common each is in all text, in how many lines of an article it was found, and how many there are. */
  const mostPairs = texts.reduce((most, _, line) => Math.max(most, sizeOf(common, line)), 0);
  const rareness = new Float64Array(mostPairs);
  const found = new Int32Array(mostPairs);
  let above = 0;
  /** By line above, as a list that begins at `first`: which of those pairs it has. Of this turn only where `turns` says so. */
  const first = new Int32Array(texts.length);
  const turns = new Int32Array(texts.length);
  const following = new Int32Array(mostPairs * MOST_PLACES);
  const pairs = new Int32Array(mostPairs * MOST_PLACES);

  function turnTo(line: number): void {
    asked = line;
    turn += 1;
    above = 0;
    let entries = 0;
    for (let row = common.starts[line] ?? 0; row < (common.starts[line + 1] ?? 0); row += 1) {
      const id = common.ids[row] ?? 0;
      const start = starts[id] ?? 0;
      const end = start + (noted[id] ?? 0);
      const before = entries;
      for (let i = Math.max(start, end - MOST_PLACES); i < end; i += 1) {
        const place = places[i] ?? 0;
        if (place === line) continue;
        following[entries] = turns[place] === turn ? (first[place] ?? -1) : -1;
        pairs[entries] = above;
        turns[place] = turn;
        first[place] = entries++;
      }
      if (entries > before) rareness[above++] = shares[id] ?? 1;
    }
  }

  /** Finds out how much `line` shares with `text`, unless that is known. */
  function ask(line: number, text: Chain): void {
    if (text.asked === line) return;
    if (asked !== line) turnTo(line);
    found.fill(0, 0, above);
    let size = 0;
    let count = 0;
    for (let at: Chain | null = text; at !== null && at.line >= 0 && count < MOST_LINES; at = at.before, count += 1) {
      size += sizeOf(rows, at.line);
      if (turns[at.line] !== turn) continue;
      for (let i = first[at.line] ?? -1; i >= 0; i = following[i] ?? -1) {
        const pair = pairs[i] ?? 0;
        found[pair] = (found[pair] ?? 0) + 1;
      }
    }
    text.asked = line;
    text.odds = oddsOfAffinity(sizeOf(rows, line), sharedOf(size), size, subjects.likeness(line, text));
    text.size = size;
  }

  /** Weight of the pairs that were found, where there were so many to share. */
  function sharedOf(size: number): number {
    let sum = 0;
    for (let i = 0; i < above; i += 1) {
      const count = found[i] ?? 0;
      if (count > 0) sum += weightOf(count, size, rareness[i] ?? 1);
    }
    return sum;
  }

  /** The articles and the line that were asked about last: what the line has most in common with, and how much that and the next best are ahead. */
  let compared: readonly Article[] = [];
  let comparedWith = -1;
  let nearest: Chain | null = null;
  let most = 0;
  let next = 0;

  function compare(line: number, articles: readonly Article[]): void {
    if (compared === articles && comparedWith === line) return;
    compared = articles;
    comparedWith = line;
    nearest = null;
    most = 0;
    next = 0;
    for (const { subject } of articles) {
      if (subject.length === 0) continue;
      ask(line, subject);
      if (subject.odds > most) {
        nearest = subject;
        next = most;
        most = subject.odds;
      } else if (subject.odds > next) next = subject.odds;
    }
  }

  /** Headings and lines that were asked about, as one list, with what was found out as its score. */
  let matches = emptyChain();
  let matched = 0;

  return {
    note(line) {
      if (matched > MOST_MATCHES) {
        matches = emptyChain();
        matched = 0;
      }
      for (let i = common.starts[line] ?? 0; i < (common.starts[line + 1] ?? 0); i += 1) {
        const id = common.ids[i] ?? 0;
        places[(starts[id] ?? 0) + (noted[id] ?? 0)] = line;
        noted[id] = (noted[id] ?? 0) + 1;
      }
    },
    affinity(line, text, others, share) {
      if (sizeOf(rows, line) < 4 || text.length === 0) return 0;
      ask(line, text);
      // What was compared last is asked about again.
      if (share > 0) compare(line, others);
      const odds = text.odds - (share > 0 ? share * (nearest === text ? next : most) : 0);
      return clamp(odds, LEAST_AFFINITY, MOST_AFFINITY) * Math.min(1, text.size / SIZE_FULL);
    },
    matchOfTwo(line, other) {
      const size = sizeOf(rows, other);
      if (marked !== line) {
        marked = line;
        for (let i = common.starts[line] ?? 0; i < (common.starts[line + 1] ?? 0); i += 1) lines[common.ids[i] ?? 0] = line;
      }
      let sum = 0;
      for (let i = common.starts[other] ?? 0; i < (common.starts[other + 1] ?? 0); i += 1) {
        const id = common.ids[i] ?? 0;
        if (lines[id] === line) sum += weightOf(1, size, shares[id] ?? 1);
      }
      return oddsOfMatch(sum, sizeOf(rows, line), size, subjects.likenessOfLines(line, other));
    },
    match(headings, body) {
      const known = body.reduce(link, link(headings.reduce(link, matches), UNDER));
      if (known.asked !== KNOWN) {
        known.asked = KNOWN;
        known.odds = matchOf(headings, body);
        matched += 1;
      }
      return known.odds;
    },
  };

  function matchOf(headings: readonly number[], body: readonly number[]): number {
    // Counted from 1 on, and only of the pairs of the headings: there are fewer.
    for (const line of headings) setCounts(line, 1);
    let size = 0;
    for (const line of body) {
      size += sizeOf(rows, line);
      for (let i = common.starts[line] ?? 0; i < (common.starts[line + 1] ?? 0); i += 1) {
        const id = common.ids[i] ?? 0;
        const count = counts[id] ?? 0;
        if (count > 0) counts[id] = count + 1;
      }
    }
    let sum = 0;
    let asked = 0;
    for (const line of headings) {
      asked += sizeOf(rows, line);
      for (let i = common.starts[line] ?? 0; i < (common.starts[line + 1] ?? 0); i += 1) {
        const id = common.ids[i] ?? 0;
        const count = (counts[id] ?? 0) - 1;
        if (count > 0) sum += weightOf(count, size, shares[id] ?? 1);
      }
    }
    for (const line of headings) setCounts(line, 0);
    return body.length === 0 ? 0 : oddsOfMatch(sum, asked, size, subjects.likenessOf(headings.reduce(link, matches), body.reduce(link, matches)));
  }

  function setCounts(line: number, count: number): void {
    for (let i = common.starts[line] ?? 0; i < (common.starts[line + 1] ?? 0); i += 1) counts[common.ids[i] ?? 0] = count;
  }
}

/** How many pairs a line has. */
function sizeOf({ starts }: Rows, line: number): number {
  return (starts[line + 1] ?? 0) - (starts[line] ?? 0);
}
