import { describe, expect, it } from '@jest/globals';
import { completeLines, linesOf } from './complete-lines.js';

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('completeLines', () => {
  it.each(['', 'a', 'a\n', '\n\n', 'first\nsecond\nthird', '一行\n另一行\n'])('gives %j back in whole lines, however it was cut', async (text) => {
    for (const size of [1, 2, 3, 100]) {
      const blocks: string[] = [];
      for await (const block of completeLines(chunksOf(text, size))) blocks.push(block.toString());
      expect(blocks.join('')).toBe(text);
      for (const block of blocks.slice(0, -1)) expect(block.endsWith('\n')).toBe(true);
    }
  });

  it('cuts a block into its lines with their ends', () => {
    expect([...linesOf(Buffer.from('a\n\nb'))].map(String)).toEqual(['a\n', '\n', 'b']);
  });
});
