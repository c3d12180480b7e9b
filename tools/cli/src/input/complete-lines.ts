const LINE_FEED = 0x0a;

/** The same bytes in blocks of whole lines, as soon as they are whole; the last line may lack its line feed. */
export async function* completeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  // Joined only when a line ends, so a line of a gigabyte costs no more than its length.
  let open: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield Buffer.concat([...open, chunk.subarray(0, end)]);
      open = [];
    }
    if (end < chunk.length) open.push(chunk.subarray(end));
  }
  if (open.length > 0) yield Buffer.concat(open);
}

/** The lines of a block with their line feeds, as views. */
export function* linesOf(block: Buffer): Generator<Buffer> {
  for (let start = 0; start < block.length; ) {
    const at = block.indexOf(LINE_FEED, start);
    const end = at === -1 ? block.length : at + 1;
    yield block.subarray(start, end);
    start = end;
  }
}
