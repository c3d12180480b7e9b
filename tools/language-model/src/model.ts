import { fold } from '@wenliu/text';

/** Words, and pairs of words, as they are counted in a text; in natural logarithms. */
export interface Model {
  /** By rank: the commonest first. */
  words: readonly Word[];
  /** For each word, by rank, those counted behind it: rank, and ln of the probability there. */
  pairs: readonly ReadonlyMap<number, number>[];
}

interface Word {
  text: string;
  /** ln of the probability anywhere. */
  odds: number;
  /** ln of what that is multiplied by behind this word, for words not counted there. */
  backOff: number;
}

/** Longer words are rare, and cost time wherever words are looked for. */
const WORD = /^[\u4e00-\u9fff]{1,4}$/u;
const SECTION = /^\\(?<order>\d)-grams:/u;

interface Pair {
  before: Word;
  after: Word;
  odds: number;
  worth: number;
}

/**
 * Reads a back-off model in the ARPA form: `\1-grams:`, then for each word log10 of its probability, the word, and log10 of its back-off
 * weight, with tabs between; `\2-grams:`, then for each pair log10 of the probability of the second behind the first, and the two words.
 *
 * @param others more words with ln of their probabilities; of what stands before and behind them nothing is known
 * @param most pairs to keep: those whose loss would change most of what the model says of a text (Stolcke 1998, relative entropy, of the
 * pair alone)
 */
export function readModel(lines: Iterable<string>, others: ReadonlyMap<string, number>, most: number): Model {
  const words = new Map<string, Word>();
  const pairs: Pair[] = [];
  let order = 0;
  for (const line of lines) {
    order = Number(SECTION.exec(line)?.groups?.order ?? order);
    if (order > 2) break;
    const [log = '', text = '', weight = '0'] = line.split('\t');
    const odds = Number(log) * Math.LN10;
    if (order === 1 && isWord(text)) words.set(text, { text, odds, backOff: Number(weight) * Math.LN10 });
    if (order !== 2) continue;
    const [before, after] = text.split(' ').map((word) => words.get(word));
    if (before === undefined || after === undefined) continue;
    pairs.push({ before, after, odds, worth: Math.exp(before.odds + odds) * Math.abs(odds - before.backOff - after.odds) });
  }
  for (const [text, odds] of others) if (isWord(text) && !words.has(text)) words.set(text, { text, odds, backOff: 0 });
  pairs.sort((a, b) => b.worth - a.worth);
  return ranked([...words.values()], pairs.slice(0, most));
}

function isWord(text: string): boolean {
  return WORD.test(text) && fold(text) === text;
}

function ranked(words: readonly Word[], pairs: readonly Pair[]): Model {
  const sorted = words.toSorted((a, b) => b.odds - a.odds || (a.text < b.text ? -1 : 1));
  const ranks = new Map(sorted.map((word, rank) => [word, rank]));
  const behind = sorted.map(() => new Map<number, number>());
  for (const { before, after, odds } of pairs) behind[ranks.get(before) ?? 0]?.set(ranks.get(after) ?? 0, odds);
  return { words: sorted.map((word, rank) => ({ ...word, backOff: backOffOf(sorted, behind[rank]) })), pairs: behind };
}

/** So that all that may stand behind a word adds up to 1 with the pairs that were kept. */
function backOffOf(words: readonly Word[], pairs: ReadonlyMap<number, number> = new Map()): number {
  let there = 0;
  let anywhere = 0;
  for (const [rank, odds] of pairs) {
    there += Math.exp(odds);
    anywhere += Math.exp(words[rank]?.odds ?? -Infinity);
  }
  return Math.log(Math.max(1 - there, 1e-3) / Math.max(1 - anywhere, 1e-3));
}
