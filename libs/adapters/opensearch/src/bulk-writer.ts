import { setTimeout as sleep } from 'node:timers/promises';
import { PortMisconfigured, PortUnavailable, type IndexOutcome } from '@wenliu/ports';
import { itemsOf, resultOf, type BulkItem } from './bulk-outcome.js';
import { EngineRefused, isTransient, PORT } from './open-search-errors.js';
import type { OpenSearchClient } from './open-search-client.js';

/** One write of one document to one index. */
export interface Operation {
  /** Action and document, two lines of JSON. */
  lines: string;
  bytes: number;
}

export type OperationResult = IndexOutcome | { kind: 'no-target' };

export interface BulkLimits {
  bytes: number;
  operations: number;
  /** How long the same operations are sent again before the caller hears of it. */
  patienceMs: number;
}

/** Above some megabytes a bulk only takes memory; many small documents take as long as a large one. */
export const BULK_LIMITS: BulkLimits = { bytes: 5_000_000, operations: 1_000, patienceMs: 20_000 };

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
/** Of an answer only this is read. */
const ANSWER_PARTS = 'items.*.status,items.*.error';

interface Open {
  operation: Operation;
  index: number;
}

/**
 * The bulk loop. Every operation is sent until its outcome is known; those that were not done now are sent again, and no others.
 * External versions make a second time harmless. Throws `PortUnavailable` when patience ends: some may be written then.
 */
export class BulkWriter {
  constructor(
    private readonly client: OpenSearchClient,
    private readonly limits: BulkLimits = BULK_LIMITS,
    private readonly random: () => number = Math.random,
  ) {}

  /** One result per operation, in order. */
  async write(operations: readonly Operation[]): Promise<OperationResult[]> {
    const results: OperationResult[] = [];
    for (const chunk of this.chunks(operations)) results.push(...(await this.writeChunk(chunk)));
    return results;
  }

  private chunks(operations: readonly Operation[]): Operation[][] {
    const chunks: Operation[][] = [];
    let bytes = Infinity;
    for (const operation of operations) {
      const last = chunks.at(-1);
      bytes += operation.bytes;
      if (last === undefined || bytes > this.limits.bytes || last.length === this.limits.operations) {
        chunks.push([operation]);
        bytes = operation.bytes;
      } else last.push(operation);
    }
    return chunks;
  }

  private async writeChunk(operations: readonly Operation[]): Promise<OperationResult[]> {
    const results = new Map<number, OperationResult>();
    let open = operations.map((operation, index) => ({ operation, index }));
    let deadline = performance.now() + this.limits.patienceMs;
    for (let pauses = 0; ; ) {
      const { again, detail } = await this.send(open, results);
      if (again.length === 0) break;
      // As long as some get through, patience starts anew.
      if (again.length < open.length) {
        deadline = performance.now() + this.limits.patienceMs;
        pauses = 0;
      }
      if (performance.now() >= deadline) throw new PortUnavailable(PORT, detail);
      await sleep(pauseMs(pauses++, this.random()));
      open = again;
    }
    return operations.map((_, index) => {
      const result = results.get(index);
      if (result === undefined) throw new Error('an operation was left without a result');
      return result;
    });
  }

  /** Writes what is known into `results`, and gives what has to be sent again. */
  private async send(open: readonly Open[], results: Map<number, OperationResult>): Promise<{ again: Open[]; detail: string }> {
    let items: BulkItem[] | null;
    try {
      const answer = await this.client.call<unknown>({
        method: 'POST', path: '/_bulk', query: { filter_path: ANSWER_PARTS }, lines: open.map(({ operation }) => operation.lines).join(''),
      });
      items = itemsOf(answer, open.length);
    } catch (error) {
      if (error instanceof EngineRefused && !isTransient(error.status)) return await this.halve(open, results, error);
      if (error instanceof PortMisconfigured || !(error instanceof PortUnavailable || error instanceof EngineRefused)) throw error;
      return { again: [...open], detail: error.message };
    }
    if (items === null) return { again: [...open], detail: 'the answer does not tell what became of each document' };
    let detail = '';
    const again = open.filter(({ index }, n) => {
      const item = items[n];
      if (item === undefined) return true;
      const result = resultOf(item);
      if (result.kind === 'again') detail = result.detail;
      else results.set(index, result.kind === 'done' ? result.outcome : { kind: 'no-target' });
      return result.kind === 'again';
    });
    return { again, detail };
  }

  /** The request was refused as a whole, for its size or for one of its documents: halves of it find out which. */
  private async halve(open: readonly Open[], results: Map<number, OperationResult>, error: EngineRefused): Promise<{ again: Open[]; detail: string }> {
    const [only] = open;
    if (only !== undefined && open.length === 1) {
      results.set(only.index, { kind: 'rejected', detail: error.message });
      return { again: [], detail: '' };
    }
    const middle = Math.ceil(open.length / 2);
    const first = await this.send(open.slice(0, middle), results);
    const second = await this.send(open.slice(middle), results);
    return { again: [...first.again, ...second.again], detail: second.detail || first.detail };
  }
}

/** Doubles from pause to pause; the upper half of it by chance, so that writers do not come back together. */
function pauseMs(pauses: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** pauses);
  return longest * (0.5 + 0.5 * chance);
}
