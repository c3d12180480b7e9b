import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { ProblemError } from '@wenliu/platform';

/** Smaller bodies may compress better than this without being a bomb. */
const RATIO_COUNTS_FROM = 1024 * 1024;
const MAX_RATIO = 200;
const MAX_ENCODINGS = 2;

const DECOMPRESSORS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
  ['zstd', () => createZstdDecompress()],
]);

/**
 * A body, decompressed. Counts while it reads: stops with a 413 at `maxBytes` decompressed, or where the body grows more than
 * 200-fold; 415 for an encoding it does not know, 400 for one that is broken.
 */
export async function readBody(payload: Readable, contentEncoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const names = (contentEncoding ?? '').split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '' && name !== 'identity');
  let compressed = 0;
  payload.on('data', (chunk: Buffer) => (compressed += chunk.length));
  payload.pause();
  let stream: Readable = payload;
  const decompressors: Transform[] = [];
  for (const name of names.reverse()) {
    const create = DECOMPRESSORS.get(name);
    if (create === undefined || names.length > MAX_ENCODINGS) throw unknownEncoding(contentEncoding ?? '');
    const decompressor = create();
    stream.on('error', (error) => decompressor.destroy(error));
    stream = stream.pipe(decompressor);
    decompressors.push(decompressor);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed when it is left early: that would end the connection, with the answer still on its way.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      // Streams without an encoding give buffers.
      const buffer = chunk as Buffer;
      size += buffer.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (names.length > 0 && size > RATIO_COUNTS_FROM && size > compressed * MAX_RATIO) throw bomb();
      chunks.push(buffer);
    }
  } catch (error) {
    payload.unpipe();
    for (const decompressor of decompressors) decompressor.destroy();
    // What is still to come is read and thrown away, so that the sender gets to read the answer.
    payload.resume();
    if (error instanceof ProblemError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ProblemError(400, 'broken-body', 'The body cannot be read', `It ended or could not be decompressed: ${detail}. Send it again.`);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (maxBytes: number): ProblemError =>
  new ProblemError(413, 'too-large', 'The body is too large', `At most ${maxBytes / 1024 / 1024} MB decompressed are taken: send it in parts.`);

const bomb = (): ProblemError =>
  new ProblemError(413, 'too-compressed', 'The body is too large', `It grows more than ${MAX_RATIO}-fold: send it uncompressed, in parts.`);

const unknownEncoding = (given: string): ProblemError =>
  new ProblemError(415, 'unsupported-encoding', 'Unknown content-encoding', `${given}: use gzip, deflate, br or zstd, at most ${MAX_ENCODINGS} of them.`);
