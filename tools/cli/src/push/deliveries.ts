import { createReadStream } from 'node:fs';
import { reportFailure } from '../failures.js';
import { describeFileError, isFileError, openInput, readWhole } from '../input/read-input.js';
import { batchesOf, type Batch } from './batches.js';
import type { PushFile } from './find-files.js';
import type { Acknowledged, Journal } from './journal.js';

/** The server writes each document to disk before it answers: a megabyte is answered within a second or two, so progress shows. */
const LIMITS = { bytes: 1024 * 1024, lines: 1000 };

/** One request's worth: a document, or lines of a batch. */
export interface Delivery {
  file: PushFile;
  batch: Batch;
}

export interface DeliveryWatch {
  /** Was acknowledged in an earlier run. */
  skipped(entry: Acknowledged): void;
  unreadable(file: PushFile): void;
}

/** What is left to send, in order. A file that cannot be read is named and passed over. */
export async function* deliveriesOf(files: readonly PushFile[], journal: Journal, watch: DeliveryWatch): AsyncGenerator<Delivery> {
  for (const file of files) {
    try {
      for await (const batch of file.kind.kind === 'batch' ? batchesLeft(file, journal, watch) : wholeFile(file, journal, watch)) {
        yield { file, batch };
      }
    } catch (error) {
      if (!isFileError(error)) throw error;
      watch.unreadable(file);
      reportFailure(`${file.path}: ${describeFileError(error)}`);
    }
  }
}

async function* wholeFile(file: PushFile, journal: Journal, watch: DeliveryWatch): AsyncGenerator<Batch> {
  const known = journal.find({ ...file, from: 0 });
  if (known !== undefined) return watch.skipped(known);
  const bytes = await readWhole(file.path);
  yield { bytes, from: 0, to: bytes.length, firstLine: 1, lines: 1 };
}

async function* batchesLeft(file: PushFile, journal: Journal, watch: DeliveryWatch): AsyncGenerator<Batch> {
  if (file.path === '-') {
    yield* batchesOf(openInput('-'), { at: 0, line: 1 }, LIMITS);
    return;
  }
  const begin = { at: 0, line: 1 };
  for (let known = journal.find({ ...file, from: 0 }); known !== undefined; known = journal.find({ ...file, from: begin.at })) {
    watch.skipped(known);
    begin.at = known.to;
    begin.line += known.lines;
  }
  // A stream without encoding gives buffers.
  const rest = createReadStream(file.path, { start: begin.at }) as AsyncIterable<Buffer>;
  for await (const batch of batchesOf(rest, begin, LIMITS)) {
    const known = journal.find({ ...file, from: batch.from });
    if (known === undefined) yield batch;
    else watch.skipped(known);
  }
}
