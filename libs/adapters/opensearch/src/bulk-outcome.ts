import { PortMisconfigured, type IndexOutcome } from '@wenliu/ports';
import { describeError, isBlocked, isTransient, PORT, type EngineError } from './open-search-errors.js';

/** An item of a bulk's answer. */
export interface BulkItem {
  status: number;
  error?: EngineError | string;
}

export type ItemResult =
  | { kind: 'done'; outcome: IndexOutcome }
  /** The same again may help. */
  | { kind: 'again'; detail: string }
  /** There is no such index or alias. */
  | { kind: 'no-target'; detail: string };

/** What became of one item. Throws `PortMisconfigured` where the engine refuses us. */
export function resultOf({ status, error }: BulkItem): ItemResult {
  const detail = describeError(error);
  const type = typeof error === 'object' ? error.type : undefined;
  if (status === 200 || status === 201) return { kind: 'done', outcome: { kind: 'written' } };
  if (status === 409) return { kind: 'done', outcome: { kind: 'older' } };
  if (isTransient(status) || isBlocked(type)) return { kind: 'again', detail: `${status} ${detail}` };
  if (status === 401 || status === 403) throw new PortMisconfigured(PORT, `OpenSearch answers ${status}: ${detail}; check its user, password and rights`);
  if (status === 404) return { kind: 'no-target', detail };
  return { kind: 'done', outcome: { kind: 'rejected', detail } };
}

/** The items of an answer, one for each that was sent; `null` for an answer that cannot be relied on. */
export function itemsOf(answer: unknown, sent: number): BulkItem[] | null {
  if (typeof answer !== 'object' || answer === null || !('items' in answer) || !Array.isArray(answer.items)) return null;
  const items = answer.items.map(toItem).filter((item) => item !== null);
  return answer.items.length === sent && items.length === sent ? items : null;
}

function toItem(given: unknown): BulkItem | null {
  if (typeof given !== 'object' || given === null || !('index' in given)) return null;
  const item = given.index;
  if (typeof item !== 'object' || item === null || !('status' in item) || typeof item.status !== 'number') return null;
  // The documented form of an item's error.
  return { status: item.status, ...('error' in item ? { error: item.error as EngineError | string } : {}) };
}
