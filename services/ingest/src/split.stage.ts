import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { documentReceived, splitDocument, type DocumentReceived } from '@wenliu/contracts';
import { decode, quarantine, type Outcome } from '@wenliu/pipeline';
import { OriginalStore } from '@wenliu/ports';
import { StageHandler, type StageBatch } from '@wenliu/platform';
import { Continuations } from './continuations.js';
import { SplitPool } from './split-pool.js';
import type { SplitAnswer } from './split.worker.js';
import { Withdrawals } from './withdrawals.js';

/** Originals are read and handed over in portions of about this many bytes, which bounds memory. */
const PORTION_BYTES = 4 * 1024 * 1024;

@Controller()
export class SplitStage {
  constructor(
    private readonly originals: OriginalStore,
    private readonly pool: SplitPool,
    private readonly continuations: Continuations,
    private readonly withdrawals: Withdrawals,
  ) {}

  @StageHandler(splitDocument, { batchSize: 32, timeoutMs: 60_000 })
  async split(@Payload() { records, lane, signal }: StageBatch): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    let portion: { received: DocumentReceived; bytes: Uint8Array; index: number }[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      const done = await this.pool.run({ documents: portion.map(({ received, bytes }) => ({ received, bytes })) }, { lane, signal });
      for (const [i, { index, received }] of portion.entries()) {
        const answer = done[i];
        if (answer !== undefined) outcomes[index] = await this.complete(received, answer);
      }
      portion = [];
      size = 0;
    };
    for (const [index, record] of records.entries()) {
      const event = decode(documentReceived, record.value);
      if (!event.ok) {
        outcomes[index] = quarantine('invalid-message', event.detail);
        continue;
      }
      const bytes = await this.originals.get(event.value.id);
      if (bytes === null) {
        outcomes[index] = quarantine('unknown-document', `no original ${event.value.id} is kept`);
        continue;
      }
      portion.push({ received: event.value, bytes, index });
      size += bytes.length;
      if (size >= PORTION_BYTES) await flush();
    }
    if (portion.length > 0) await flush();
    return outcomes;
  }

  /** With what other documents say about its articles, and what it said itself under older rules. */
  private async complete(received: DocumentReceived, { outcome, parts }: SplitAnswer): Promise<Outcome> {
    const joined = outcome.kind === 'forward' ? await this.continuations.join(received.id, outcome, parts) : outcome;
    return this.withdrawals.add(received, joined);
  }
}
