import { PortMisconfigured, type IndexOutcome, type SearchDocument } from '@wenliu/ports';
import type { BulkWriter, OperationResult } from './bulk-writer.js';
import { PORT } from './open-search-errors.js';
import type { SharedRefresh } from './shared-refresh.js';
import { toLine, writeOperation } from './write-operation.js';
import type { WriteTargets } from './write-targets.js';

/** Writes to the live index, and to the one that is being built beside it while there is one. */
export class IndexWriter {
  constructor(
    private readonly bulk: BulkWriter,
    private readonly targets: WriteTargets,
    private readonly refreshes: SharedRefresh,
  ) {}

  /** Resolves when all that was written before can be found. */
  refresh(): Promise<void> {
    return this.refreshes.request();
  }

  async put(documents: readonly SearchDocument[]): Promise<IndexOutcome[]> {
    if (documents.length === 0) return [];
    const targets = await this.targets.current();
    const operations = documents.flatMap((document) => {
      const line = toLine(document);
      return targets.map((target) => writeOperation(document, line, target, true));
    });
    const results = await this.bulk.write(operations);
    this.refreshes.wrote(documents.length);
    return documents.map((_, n) => this.outcomeOf(results.slice(n * targets.length, (n + 1) * targets.length)));
  }

  /** To one index by its own name. */
  async putInto(index: string, documents: readonly SearchDocument[]): Promise<IndexOutcome[]> {
    const results = await this.bulk.write(documents.map((document) => writeOperation(document, toLine(document), index, false)));
    return results.map((result) => present(result, index));
  }

  private outcomeOf([live, building]: readonly OperationResult[]): IndexOutcome {
    if (live === undefined) throw new Error('a document was left without a result');
    if (live.kind === 'no-target') this.targets.forget();
    const outcome = present(live, 'live alias');
    // The index under construction may have become the live one, or been given up, since we asked.
    if (building?.kind === 'no-target') this.targets.forget();
    return building?.kind === 'rejected' ? building : outcome;
  }
}

function present(result: OperationResult, name: string): IndexOutcome {
  if (result.kind !== 'no-target') return result;
  throw new PortMisconfigured(PORT, `the ${name} is gone; start a service anew to make an empty index, then fill it with \`wenliu reindex\``);
}
