import { buffer } from 'node:stream/consumers';
import { decodeBytes } from '@wenliu/text';
import { CommandFailed } from '../failures.js';
import { completeLines } from './complete-lines.js';

/**
 * The lines of a text in any encoding, without their ends, in portions. UTF-8 is read as it comes; anything else as a whole, for
 * its line feeds cannot be told from halves of characters.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const blocks = completeLines(chunks);
  let isUtf8 = false;
  for await (const block of blocks) {
    isUtf8 ||= looksLikeUtf8(block);
    if (isUtf8) yield toLines(block, 'utf-8');
    else yield toLines(Buffer.concat([block, await buffer(blocks)]), null);
  }
}

function looksLikeUtf8(block: Uint8Array): boolean {
  const decoding = decodeBytes(block);
  return decoding.kind === 'decoded' && decoding.encoding === 'utf-8' && !decoding.lossy;
}

function toLines(bytes: Uint8Array, declared: string | null): string[] {
  const decoding = decodeBytes(bytes, declared);
  if (decoding.kind === 'failed') throw new CommandFailed(decoding.detail);
  const lines = decoding.text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
