import type { Keyword } from '@wenliu/contracts';
import { startOf, lengthOf, tagOf, wordOf, type TokenView } from './token-view.js';

const MAX_KEYWORDS = 20;

/** A headline names its subject once; a word there counts as often as one that the text repeats three times. */
const TITLE_COUNT = 3;

interface Counted {
  count: number;
  /** Words the segmenter made up (`x`) are as often a bad cut as a new term; a bad cut seldom comes twice. */
  needed: number;
}

/** The terms with the highest tf-idf, heaviest first, ties in the order of first use. */
export function findKeywords(text: TokenView, title: TokenView, idf: { weight(word: string): number }): Keyword[] {
  const counts = new Map<string, Counted>();
  countTerms(title, TITLE_COUNT, counts);
  countTerms(text, 1, counts);

  const best: Keyword[] = [];
  for (const [term, { count, needed }] of counts) {
    if (count >= needed) insertByWeight(best, term, count * idf.weight(term));
  }
  const top = best[0]?.weight ?? 1;
  return best.map(({ term, weight }) => ({ term, weight: Math.round((weight / top) * 1e4) / 1e4 }));
}

/** Keeps the best in order; an article has hundreds of terms, and sorting them all took a third of the tagging. */
function insertByWeight(best: Keyword[], term: string, weight: number): void {
  if (best.length === MAX_KEYWORDS && weight <= (best[MAX_KEYWORDS - 1]?.weight ?? 0)) return;
  let at = best.length;
  while (at > 0 && (best[at - 1]?.weight ?? 0) < weight) at -= 1;
  best.splice(at, 0, { term, weight });
  if (best.length > MAX_KEYWORDS) best.length = MAX_KEYWORDS;
}

function countTerms(view: TokenView, by: number, counts: Map<string, Counted>): void {
  for (let i = 0; i < view.count; i += 1) {
    if (lengthOf(view, i) < 2) continue;
    const tag = tagOf(view, i);
    const isNew = tag === 'x';
    if (!(isNew ? isHan(view, i) : isTermTag(tag))) continue;
    const term = wordOf(view, i);
    const counted = counts.get(term);
    if (counted === undefined) counts.set(term, { count: by, needed: isNew ? 2 : 1 });
    else counted.count += by;
  }
}

/** Nouns and names (`n…`), verbs used as nouns, abbreviations, latin words. */
function isTermTag(tag: string): boolean {
  return tag.startsWith('n') || tag === 'vn' || tag === 'j' || tag === 'eng';
}

function isHan(view: TokenView, token: number): boolean {
  const code = view.text.charCodeAt(startOf(view, token));
  return code >= 0x4e00 && code <= 0x9fff;
}
