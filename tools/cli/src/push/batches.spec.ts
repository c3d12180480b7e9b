import { describe, expect, it } from '@jest/globals';
import { batchesOf, halve, lineOfItem, type Batch } from './batches.js';

const START = { at: 0, line: 1 };

async function cut(text: string, chunk: number, limits = { bytes: 8, lines: 3 }): Promise<Batch[]> {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) => bytes.subarray(i * chunk, (i + 1) * chunk));
  const batches: Batch[] = [];
  for await (const batch of batchesOf(ReadableStream.from(chunks), START, limits)) batches.push(batch);
  return batches;
}

const words = (batches: readonly Batch[]): string[] => batches.map(({ bytes }) => bytes.toString());

describe('batchesOf', () => {
  it.each([
    ['nothing', '', []],
    ['one line without end', 'abc', ['abc']],
    ['up to the limit of bytes', 'abc\nabc\nabc\n', ['abc\nabc\n', 'abc\n']],
    ['up to the limit of lines', '1\n2\n3\n4\n', ['1\n2\n3\n', '4\n']],
    ['a longer line alone', 'a\n0123456789\nb\n', ['a\n', '0123456789\n', 'b\n']],
  ])('packs %s', async (_, text, expected) => {
    expect(words(await cut(text, 100))).toEqual(expected);
  });

  it('cuts at the same places however the bytes come', async () => {
    const text = Array.from({ length: 40 }, (_, i) => `${'x'.repeat(i % 7)}\n`).join('');
    const expected = await cut(text, 1000);
    for (const chunk of [1, 2, 5, 64]) expect(await cut(text, chunk)).toEqual(expected);
    expect(expected.map(({ from }) => from).slice(1)).toEqual(expected.map(({ to }) => to).slice(0, -1));
  });

  it('knows the line of an item, though blank lines are none', async () => {
    const [batch] = await cut('a\n\n \nb\nc\n', 100, { bytes: 100, lines: 100 });
    expect(batch && [0, 1, 2].map((index) => lineOfItem(batch, index))).toEqual([1, 4, 5]);
  });

  it('halves a batch that was too large, down to single lines', async () => {
    const [batch] = await cut('a\nbb\nc\n', 100, { bytes: 100, lines: 100 });
    const halves = batch === undefined ? null : halve(batch);
    expect(halves?.map(({ bytes, from, to, firstLine, lines }) => [bytes.toString(), from, to, firstLine, lines])).toEqual([
      ['a\n', 0, 2, 1, 1],
      ['bb\nc\n', 2, 7, 2, 2],
    ]);
    expect(halves && halve(halves[0])).toBeNull();
  });
});
