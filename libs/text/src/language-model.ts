import { readFileSync } from 'node:fs';
import { mayStandTogether, rankOf, rankOfKey, oddsOfPair, UNKNOWN, unpackModel, type LanguageModel } from './unpack-model.js';

/** The longest word the model knows, in characters. */
export const LONGEST_WORD = 4;
/** What is no word. */
export const NO_WORD = -1;

let model: LanguageModel | null = null;

/** Read when first asked for: most threads that know `@wenliu/text` never do. */
function load(): LanguageModel {
  return unpackModel(readFileSync(new URL('../data/language-model.bin', import.meta.url)));
}

/** For who looks up many words at once. */
export function languageModel(): LanguageModel {
  return (model ??= load());
}

/** The rank of the word `text[start, end)`, 0 for the commonest, or `NO_WORD`. `text` is folded, and `code`, too, which stands for the character at `at`. */
export function wordAt(text: string, start: number, end: number, at = -1, code = 0): number {
  model ??= load();
  return rankOf(model.words, text, start, end, at, code);
}

/** The same of the word of two characters with these codes. */
export function wordOf(left: number, right: number): number {
  model ??= load();
  return rankOfKey(model.words, (left << 16) | right, 0);
}

/** ln of the probability of a word by its rank. */
export function oddsOfWord(word: number): number {
  model ??= load();
  return word < 0 ? UNKNOWN : (model.odds[word] ?? UNKNOWN);
}

/** ln of the probability of the word `after` right behind the word `before`, by their ranks. */
export function oddsBehind(before: number, after: number): number {
  model ??= load();
  if (before < 0 || after < 0) return oddsOfWord(after);
  const { pairs, backOffs, odds } = model;
  const counted = oddsOfPair(pairs, before, after);
  return counted < 0 ? counted : (backOffs[before] ?? 0) + (odds[after] ?? UNKNOWN);
}

/** Whether two characters, by their codes, stand side by side in words that the model knows. Cheap; for 1 in 20 others true as well. */
export function areNeighbours(before: number, after: number): boolean {
  model ??= load();
  return mayStandTogether(model.neighbours, before, after);
}

/** ln of how much of all text is this character. */
export function charLikelihood(code: number): number {
  model ??= load();
  return model.chars[code] ?? UNKNOWN;
}

/** ln of how much of all text is words of two or more characters that end with this one. */
export function tailLikelihood(code: number): number {
  model ??= load();
  return model.tails[code] ?? UNKNOWN;
}
