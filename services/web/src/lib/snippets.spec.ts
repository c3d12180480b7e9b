import { describe, expect, it } from '@jest/globals';
import { makeSnippet, type Snippet } from './snippets.js';

const textOf = (snippet: Snippet): string => snippet.pieces.map((piece) => piece.text).join('');
const markedIn = (snippet: Snippet): string[] =>
  snippet.pieces.filter((piece) => piece.marked).map((piece) => piece.text);

describe('a snippet', () => {
  it('is the beginning where nothing is highlighted', () => {
    const snippet = makeSnippet(['', '早上七点，放射科的灯亮了。'], [], 5);
    expect(textOf(snippet)).toBe('早上七点，');
    expect(snippet).toMatchObject({ cutBefore: false, cutAfter: true });
  });

  it('shows the stretch with most highlights', () => {
    const filler = '无关的文字'.repeat(20);
    const snippet = makeSnippet(
      [`影像${filler}`, `${filler}影像网连起影像中心`],
      [
        { paragraph: 0, start: 0, end: 2 },
        { paragraph: 1, start: 100, end: 102 },
        { paragraph: 1, start: 105, end: 107 },
      ],
      40,
    );
    expect(markedIn(snippet)).toEqual(['影像', '影像']);
    expect(snippet).toMatchObject({ cutBefore: true, cutAfter: false });
  });

  it('begins with the sentence where that is near', () => {
    const paragraph = `${'前文'.repeat(30)}。今年春茶上市。`;
    const snippet = makeSnippet([paragraph], [{ paragraph: 0, start: 63, end: 65 }], 30);
    expect(textOf(snippet)).toBe('今年春茶上市。');
  });

  it('marks the original characters, overlaps once', () => {
    const snippet = makeSnippet(['新能源汽车出口'], [
      { paragraph: 0, start: 0, end: 3 },
      { paragraph: 0, start: 2, end: 5 },
    ], 40);
    expect(markedIn(snippet)).toEqual(['新能源汽车']);
  });

  it('never parts a surrogate pair', () => {
    const snippet = makeSnippet(['一二三𠮷五'], [], 4);
    expect(textOf(snippet)).toBe('一二三');
  });

  it('survives an article without text', () => {
    expect(makeSnippet([], [], 40)).toEqual({ pieces: [], cutBefore: false, cutAfter: false });
  });
});
