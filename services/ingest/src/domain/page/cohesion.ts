import { commonOf, createVocabulary, gramsOf, sharesOf, startsOf } from './grams.js';

/** The lines of an article read so far, the last one first. Shared between the readings of a page, so these are never changed. */
export interface Chain {
  /** -1 at the end of every chain. */
  line: number;
  before: Chain | null;
  length: number;
  /** Chains longer by one line, the latest line first: readings that agree share them, and what was found out about them. */
  longer: Chain | null;
  /** The next of those longer than `before`. */
  beside: Chain | null;
  /** The line that was asked about last, -1 where none was, and what was found out: see `Cohesion`. */
  asked: number;
  score: number;
  /** Pairs that were there to share. */
  size: number;
  even: number;
}

export function emptyChain(): Chain {
  return createChain(-1, null, null);
}

export function link(before: Chain, line: number): Chain {
  let later: Chain | null = null;
  let next = before.longer;
  for (; next !== null && next.line > line; next = next.beside) later = next;
  if (next?.line === line) return next;
  const chain = createChain(line, before, next);
  if (later === null) before.longer = chain;
  else later.beside = chain;
  return chain;
}

function createChain(line: number, before: Chain | null, beside: Chain | null): Chain {
  return { line, before, length: before === null ? 0 : before.length + 1, longer: null, beside, asked: -1, score: 0, size: 0, even: 0 };
}

/** What lines have in common: pairs of Chinese characters, the rarer the better evidence. */
export interface Cohesion {
  /** Forgets what was noted. */
  rewind(): void;
  /** From here on, lines can be asked how well they go with this one. Lines come in the order of the page. */
  note(line: number): void;
  /**
   * ln of the odds that `line` goes on with the article of `text` rather than with any other. `others` are the articles beside
   * it: what a line has in common with them too says nothing, as far as `share` (0 to 1) goes. Ask about one line after the other.
   */
  affinity(line: number, text: Chain, others: readonly Article[], share: number): number;
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
/** Counted and asked with this in mind: 100 pages composed of articles with known places; .89 of lines were nearer to their own article. */
const WEIGHT = 0.25;
const MOST_WEIGHT = 3;
const PRIOR = 50;
const NONE = new Int32Array(0);
const MOST_MATCHES = 1000;
/** Headlines that speak in images share little with their text. */
const LEAST_MATCH = -1.5;

export function createCohesion(texts: readonly string[]): Cohesion {
  const vocabulary = createVocabulary(texts);
  const lines = texts.map((text, line) => gramsOf(text, line, vocabulary));
  /** By line, the pairs that another line has as well: only these can be shared. */
  const common = lines.map((ids) => commonOf(ids, vocabulary));
  const shares = sharesOf(vocabulary);
  /** The lines of each pair, `noted` of them from `starts` on. */
  const starts = startsOf(vocabulary);
  const places = new Int32Array(starts.at(-1) ?? 0);
  const noted = new Int32Array(vocabulary.count);
  /** Lines of the text that is asked about have the number of the question. */
  const marks = new Int32Array(texts.length);
  let question = 0;
  const counts = new Int32Array(vocabulary.count);

  /** Weight of what the line shares with the marked lines, by the square root of how much there was to share. */
  function shared(line: number, size: number): number {
    let sum = 0;
    for (const id of common[line] ?? NONE) {
      const start = starts[id] ?? 0;
      const end = start + (noted[id] ?? 0);
      let count = 0;
      for (let i = Math.max(start, end - MOST_PLACES); i < end; i += 1) if (marks[places[i] ?? 0] === question) count += 1;
      if (count > 0) sum += weightOf(count, size, shares[id] ?? 1);
    }
    return sum / Math.sqrt(lines[line]?.length ?? 0);
  }

  /** Finds out how much `line` shares with `text`, unless that is known. */
  function ask(line: number, text: Chain): void {
    if (text.asked === line) return;
    question += 1;
    let size = 0;
    let count = 0;
    for (let at: Chain | null = text; at !== null && at.line >= 0 && count < MOST_LINES; at = at.before, count += 1) {
      marks[at.line] = question;
      size += lines[at.line]?.length ?? 0;
    }
    text.asked = line;
    text.score = shared(line, size);
    text.size = size;
    text.even = evenScore(size);
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
      const lead = subject.score - subject.even;
      if (lead > most) {
        nearest = subject;
        next = most;
        most = lead;
      } else if (lead > next) next = lead;
    }
  }

  const matches = new Map<string, number>();

  return {
    rewind() {
      noted.fill(0);
      comparedWith = -1;
    },
    note(line) {
      if (matches.size > MOST_MATCHES) matches.clear();
      for (const id of common[line] ?? NONE) {
        places[(starts[id] ?? 0) + (noted[id] ?? 0)] = line;
        noted[id] = (noted[id] ?? 0) + 1;
      }
    },
    affinity(line, text, others, share) {
      const ids = lines[line] ?? NONE;
      if (ids.length < 4 || text.length === 0) return 0;
      ask(line, text);
      compare(line, others);
      const odds = oddsOfAffinity(text.score - share * (nearest === text ? next : most), text.even);
      // Little text has little in common with its own article.
      return odds * Math.min(1, ids.length / 20) * Math.min(1, text.size / 40);
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
      size += lines[line]?.length ?? 0;
      for (const id of common[line] ?? NONE) counts[id] = (counts[id] ?? 0) + 1;
    }
    let sum = 0;
    let asked = 0;
    for (const line of headings) {
      asked += lines[line]?.length ?? 0;
      for (const id of common[line] ?? NONE) {
        const count = counts[id] ?? 0;
        if (count > 0) sum += weightOf(count, size, shares[id] ?? 1);
      }
    }
    for (const line of body) for (const id of common[line] ?? NONE) counts[id] = 0;
    if (asked < 3 || body.length === 0) return 0;
    return clamp(-3 + (2.1 * sum) / Math.sqrt(asked), LEAST_MATCH, 4.5) * Math.min(1, size / 17);
  }
}

function weightOf(count: number, size: number, share: number): number {
  return Math.min(MOST_WEIGHT, WEIGHT * Math.log(1 + (0.5 * count) / ((size + PRIOR) * share)));
}

/** The more there is to share, the more is shared by chance: the score at which a line is as likely to be another article's. */
function evenScore(size: number): number {
  return 0.15 * Math.log2(Math.max(3, size / 20));
}

function oddsOfAffinity(score: number, even: number): number {
  if (score < even) return Math.max(-2.5, -2.2 * (1 - score / even));
  return Math.min(2.2, score < even + 0.7 ? 4 * (score - even) : 2.8 + 1.2 * (score - even - 0.7));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
