import type { DocumentReceived } from '@wenliu/contracts';
import type { Outcome } from '@wenliu/pipeline';
import type { Ledger } from '@wenliu/ports';
import type { PipelineMetrics } from '@wenliu/platform';
import { Continuations } from './continuations.js';
import type { SplitAnswer } from './split.worker.js';
import { Withdrawals } from './withdrawals.js';

/** Adds to what a document gives what other documents say about its articles, and what it gave itself under older rules. */
export class Completion {
  private readonly continuations: Continuations;
  private readonly withdrawals: Withdrawals;

  constructor(
    ledger: Pick<Ledger, 'document' | 'keepParts' | 'parts'>,
    private readonly metrics: Pick<PipelineMetrics, 'unknownBylines'>,
  ) {
    this.continuations = new Continuations(ledger);
    this.withdrawals = new Withdrawals(ledger);
  }

  async complete(received: DocumentReceived, { outcome, parts, unknownBylines }: SplitAnswer): Promise<Outcome> {
    this.metrics.unknownBylines(unknownBylines);
    const joined = outcome.kind === 'forward' ? await this.continuations.join(received.id, outcome, parts) : outcome;
    return this.withdrawals.add(received, joined);
  }
}
