import { describe, expect, it } from '@jest/globals';
import { findKeywords } from './keywords.js';
import { viewTokens, type TokenView } from './token-view.js';

/** From `word/tag` pieces. */
function view(...pieces: string[]): TokenView {
  const pairs = pieces.map((piece) => piece.split('/'));
  const text = pairs.map(([word]) => word ?? '').join('');
  return viewTokens(text, { lengths: pairs.map(([word]) => word?.length ?? 0), tags: pairs.map(([, tag]) => tag ?? '') });
}

const flat = { weight: (): number => 1 };
const none = view();

describe('findKeywords', () => {
  it('ranks by how often a word comes and how rare it is, the heaviest being 1', () => {
    const idf = { weight: (word: string): number => (word === '青浦' ? 8 : 2) };
    expect(findKeywords(view('汽车/n', '青浦/ns', '汽车/n'), none, idf)).toEqual([
      { term: '青浦', weight: 1 },
      { term: '汽车', weight: 0.5 },
    ]);
  });

  it('counts a word of the title three times', () => {
    expect(findKeywords(view('汽车/n', '汽车/n', '出口/vn'), view('出口/vn'), flat)).toEqual([
      { term: '出口', weight: 1 },
      { term: '汽车', weight: 0.5 },
    ]);
  });

  it.each([
    ['nouns, names, verbal nouns, abbreviations and latin words', ['汽车/n', '王建军/nr', '上海/ns', '国务院/nt', '世博/nz', '出口/vn', '人大/j', 'AI/eng'], 8],
    ['no verbs, adverbs, numbers or single characters', ['举行/v', '非常/d', '2024/m', '县/n', '、/x'], 0],
    ['a new word that comes twice', ['徽青/x', '在/p', '徽青/x'], 1],
    ['no new word that comes once', ['徽青/x'], 0],
  ])('takes %s', (_, pieces, count) => {
    expect(findKeywords(view(...pieces), none, flat)).toHaveLength(count);
  });

  it('gives at most 20, ties in the order of first use', () => {
    const words = Array.from({ length: 30 }, (_, i) => `词${String.fromCharCode(0x4e00 + i)}`);
    const terms = findKeywords(view(...words.map((word) => `${word}/n`)), none, flat).map((keyword) => keyword.term);
    expect(terms).toEqual(words.slice(0, 20));
  });
});
