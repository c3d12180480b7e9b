import type { Tokens } from '@wenliu/contracts';

/** The words of a line with their tags; white space between them is no word. */
export function wordsOf(line: string, tokens: Tokens): { words: string[]; tags: string[] } {
  const words: string[] = [];
  const tags: string[] = [];
  let start = 0;
  for (const [i, length] of tokens.lengths.entries()) {
    const word = line.slice(start, start + length).trim();
    start += length;
    if (word === '') continue;
    words.push(word);
    tags.push(tokens.tags[i] ?? 'x');
  }
  return { words, tags };
}
