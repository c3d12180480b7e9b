import { describe, expect, it } from '@jest/globals';
import { textLines } from './text-lines.js';

const utf8 = Buffer.from('上海市\n\n下一行，还有字。\n');
/** 上海市\n下一行 */
const gb18030 = Buffer.from('c9cfbaa3cad00acfc2d2bbd0d0', 'hex');
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('上海市\n下一行\n', 'utf16le')]);

async function read(...chunks: Buffer[]): Promise<string[][]> {
  const portions: string[][] = [];
  for await (const lines of textLines(ReadableStream.from(chunks))) portions.push(lines);
  return portions;
}

describe('textLines', () => {
  it.each([
    ['UTF-8', utf8, ['上海市', '', '下一行，还有字。']],
    ['GB18030', gb18030, ['上海市', '下一行']],
    ['UTF-16, where 上 has the byte of a line feed', utf16, ['上海市', '下一行']],
    ['nothing', Buffer.alloc(0), []],
  ])('reads %s line by line', async (_, bytes, lines) => {
    expect((await read(bytes)).flat()).toEqual(lines);
  });

  it('gives lines on as soon as they are whole', async () => {
    expect(await read(Buffer.from('第一行\n第'), Buffer.from('二行\n'))).toEqual([['第一行'], ['第二行']]);
  });
});
