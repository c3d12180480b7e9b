import { fold } from '@wenliu/text';
import { charLikelihood, wordLikelihood } from '@wenliu/text/words';

/** The lines of an article read so far, the last one first. Shared between the readings of a page, so never changed. */
export interface Chain {
  /** -1 at the end of every chain. */
  line: number;
  before: Chain | null;
  length: number;
  /** Longer chains by their last line: readings that agree share them, and what was found out about them. */
  longer: Map<number, Chain>;
}

export function emptyChain(): Chain {
  return { line: -1, before: null, length: 0, longer: new Map() };
}

export function link(before: Chain, line: number): Chain {
  const known = before.longer.get(line);
  if (known !== undefined) return known;
  const chain = { line, before, length: before.length + 1, longer: new Map<number, Chain>() };
  before.longer.set(line, chain);
  return chain;
}

/** What lines have in common: pairs of Chinese characters, the rarer the better evidence. */
export interface Cohesion {
  /** From here on, lines can be asked how well they go with this one. Lines come in the order of the page. */
  note(line: number): void;
  /**
   * ln of the odds that `line` goes on with the article of `text` rather than with any other. `others` are the articles beside
   * it: what a line has in common with them too says nothing, as far as `share` (0 to 1) goes.
   */
  affinity(line: number, text: Chain, others: readonly Chain[], share: number): number;
  /** ln of the odds that `headings` stand over the text of `lines`. */
  match(headings: readonly number[], lines: readonly number[]): number;
}

interface Score {
  score: number;
  /** Pairs that were there to share. */
  size: number;
  even: number;
}

interface Vocabulary {
  /** Pairs of characters → their number. */
  numbers: Map<number, number>;
  /** By number: how much of all text it is, and the last line that had it. */
  shares: number[];
  seen: number[];
}

interface Grams {
  ids: Int32Array;
}

/** Longer texts are known by their last lines, which bounds the cost of one question. */
const MOST_LINES = 40;
/** Of a pair that is everywhere only the last places are looked at. */
const MOST_PLACES = 16;
/** Counted and asked with this in mind: 100 pages composed of articles with known places; .89 of lines were nearer to their own article. */
const WEIGHT = 0.25;
const MOST_WEIGHT = 3;
const PRIOR = 50;
/** More of one line says no more of its subject. */
const LONGEST_LINE = 10_000;
const NONE = new Int32Array(0);
const NOWHERE: number[] = [];
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const MOST_MATCHES = 1000;
/** Headlines that speak in images share little with their text. */
const LEAST_MATCH = -1.5;

export function createCohesion(texts: readonly string[]): Cohesion {
  const numbers = new Map<number, number>();
  const shares: number[] = [];
  const seen: number[] = [];
  const lines: Grams[] = texts.map((text, line) => ({ ids: gramsOf(text.slice(0, LONGEST_LINE), line, { numbers, shares, seen }) }));
  const places: number[][] = shares.map(() => []);
  const marks = new Uint8Array(texts.length);
  const counts = new Int32Array(shares.length);

  /** Weight of what `ids` shares with the marked lines, by the square root of how much there was to share. */
  function shared(ids: Int32Array, size: number): number {
    let sum = 0;
    for (const id of ids) {
      const where = places[id] ?? NOWHERE;
      let count = 0;
      for (let i = where.length - 1; i >= 0 && i >= where.length - MOST_PLACES; i -= 1) count += marks[where[i] ?? 0] ?? 0;
      if (count > 0) sum += weightOf(count, size, shares[id] ?? 1);
    }
    return sum / Math.sqrt(ids.length);
  }

  let asked = -1;
  let answers = new Map<Chain, Score>();

  function scoreOf(line: number, text: Chain): Score {
    if (asked !== line) answers = new Map();
    asked = line;
    const known = answers.get(text);
    if (known !== undefined) return known;
    let size = 0;
    let count = 0;
    for (let at: Chain | null = text; at !== null && at.line >= 0 && count < MOST_LINES; at = at.before, count += 1) {
      marks[at.line] = 1;
      size += lines[at.line]?.ids.length ?? 0;
    }
    const score = { score: shared(lines[line]?.ids ?? NONE, size), size, even: evenScore(size) };
    count = 0;
    for (let at: Chain | null = text; at !== null && at.line >= 0 && count < MOST_LINES; at = at.before, count += 1) marks[at.line] = 0;
    answers.set(text, score);
    return score;
  }

  const matches = new Map<string, number>();

  return {
    note(line) {
      if (matches.size > MOST_MATCHES) matches.clear();
      for (const id of lines[line]?.ids ?? []) places[id]?.push(line);
    },
    affinity(line, text, others, share) {
      const ids = lines[line]?.ids ?? NONE;
      if (ids.length < 4 || text.length === 0) return 0;
      const own = scoreOf(line, text);
      let other = 0;
      for (const chain of others) {
        if (chain.length === 0 || chain === text) continue;
        const beside = scoreOf(line, chain);
        other = Math.max(other, beside.score - beside.even);
      }
      const odds = oddsOfAffinity(own.score - share * other, own.even);
      // Little text has little in common with its own article.
      return odds * Math.min(1, ids.length / 20) * Math.min(1, own.size / 40);
    },
    match(headings, body) {
      const key = `${headings.join()} ${body.join()}`;
      let odds = matches.get(key);
      if (odds === undefined) matches.set(key, (odds = matchOf(headings, body)));
      return odds;
    },
  };

  function matchOf(headings: readonly number[], body: readonly number[]): number {
    let size = 0;
    for (const line of body) {
      const ids = lines[line]?.ids ?? NONE;
      size += ids.length;
      for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
    }
    let sum = 0;
    let asked = 0;
    for (const line of headings) {
      const ids = lines[line]?.ids ?? NONE;
      asked += ids.length;
      for (const id of ids) sum += (counts[id] ?? 0) > 0 ? weightOf(counts[id] ?? 0, size, shares[id] ?? 1) : 0;
    }
    for (const line of body) for (const id of lines[line]?.ids ?? NONE) counts[id] = 0;
    if (asked < 3 || body.length === 0) return 0;
    return clamp(-3 + (3.2 * sum) / Math.sqrt(asked), LEAST_MATCH, 4.5) * Math.min(1, size / 40);
  }
}

function weightOf(count: number, size: number, share: number): number {
  return Math.min(MOST_WEIGHT, WEIGHT * Math.log(1 + (0.5 * count) / ((size + PRIOR) * share)));
}

/** The more there is to share, the more is shared by chance: the score at which a line is as likely to be another article's. */
function evenScore(size: number): number {
  return 0.1 * Math.log2(Math.max(3, size / 20));
}

function oddsOfAffinity(score: number, even: number): number {
  if (score < even) return Math.max(-2.5, -2.2 * (1 - score / even));
  return Math.min(2.2, score < even + 0.7 ? 4 * (score - even) : 2.8 + 1.2 * (score - even - 0.7));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The pairs of a line, each once, as numbers; `shares` learns how much of all text a new pair is. */
function gramsOf(text: string, line: number, { numbers, shares, seen }: Vocabulary): Int32Array {
  const folded = fold(text);
  const ids: number[] = [];
  let left = 0;
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i);
    const right = code >= FIRST_HAN && code <= LAST_HAN ? code : 0;
    // Below 2³⁰, where numbers are cheapest.
    const key = (left - FIRST_HAN) * (LAST_HAN - FIRST_HAN + 1) + right - FIRST_HAN;
    const isPair = left > 0 && right > 0;
    left = right;
    if (!isPair) continue;
    let id = numbers.get(key);
    if (id === undefined) {
      id = shares.length;
      numbers.set(key, id);
      const byChance = charLikelihood(folded.charCodeAt(i - 1)) + charLikelihood(code);
      shares.push(Math.exp(Math.max(wordLikelihood(folded, i - 1, i + 1), byChance)));
    }
    if (seen[id] === line) continue;
    seen[id] = line;
    ids.push(id);
  }
  return Int32Array.from(ids);
}
