import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { documentReceived, splitDocument, type DocumentReceived } from '@wenliu/contracts';
import { decode, quarantine, type Outcome } from '@wenliu/pipeline';
import { OriginalStore } from '@wenliu/ports';
import { StageHandler, type StageBatch } from '@wenliu/platform';
import { Completion } from './completion.js';
import { SplitPool } from './split-pool.js';

/** Originals are read and handed over in portions of about this many bytes, which bounds memory. */
const PORTION_BYTES = 4 * 1024 * 1024;

interface Read {
  received: DocumentReceived;
  index: number;
}

@Controller()
export class SplitStage {
  constructor(
    private readonly originals: OriginalStore,
    private readonly pool: SplitPool,
    private readonly completion: Completion,
  ) {}

  @StageHandler(splitDocument, { batchSize: 32, timeoutMs: 60_000 })
  async split(@Payload() { records, lane, signal }: StageBatch): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const readable: Read[] = [];
    for (const [index, record] of records.entries()) {
      const event = decode(documentReceived, record.value);
      if (event.ok) readable.push({ received: event.value, index });
      else outcomes[index] = quarantine('invalid-message', event.detail);
    }
    for (const portion of portionsOf(readable)) {
      // Side by side: an original of a database costs a question and its answer.
      const originals = await Promise.all(portion.map(async (one) => ({ ...one, bytes: await this.originals.get(one.received.id) })));
      const kept = originals.flatMap(({ received, index, bytes }) => (bytes === null ? [] : [{ received, index, bytes }]));
      for (const { received, index, bytes } of originals) {
        if (bytes === null) outcomes[index] = quarantine('unknown-document', `no original ${received.id} is kept`);
      }
      if (kept.length === 0) continue;
      const done = await this.pool.run({ documents: kept.map(({ received, bytes }) => ({ received, bytes })) }, { lane, signal });
      for (const [i, { index, received }] of kept.entries()) {
        const answer = done[i];
        if (answer !== undefined) outcomes[index] = await this.completion.complete(received, answer);
      }
    }
    return outcomes;
  }
}

/** In order; a portion ends with the document that fills it. */
function portionsOf(documents: readonly Read[]): Read[][] {
  const portions: Read[][] = [];
  let size = PORTION_BYTES;
  for (const document of documents) {
    if (size >= PORTION_BYTES) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(document);
    size += document.received.bytes;
  }
  return portions;
}
