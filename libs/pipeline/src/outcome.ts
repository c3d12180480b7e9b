import type { Lane, Reason } from '@wenliu/contracts';

/** An event to append. Its lane is the input's. */
export interface Output {
  topic: string;
  key: string;
  /** CloudEvents `subject`; the article id, or the document id. */
  subject: string;
  version: number;
  value: Uint8Array;
}

/** What an input turned into, named in the trace of the input. */
export interface Product {
  id: string;
  version: number;
  title: string | null;
}

/**
 * What should happen with one input. Handlers return it; only the runner acts on it. `subject` names the input in traces
 * (its key, where the handler knows no better).
 */
export type Outcome =
  | { kind: 'forward'; outputs: readonly Output[]; products?: readonly Product[]; version?: number }
  | { kind: 'discard'; reason: Reason; version?: number }
  | { kind: 'quarantine'; reason: Reason; detail: string; version?: number };

export const forward = (outputs: readonly Output[], trace: { products?: readonly Product[]; version?: number } = {}): Outcome => ({
  kind: 'forward',
  outputs,
  ...trace,
});

export const discard = (reason: Reason, version?: number): Outcome => ({
  kind: 'discard',
  reason,
  ...(version === undefined ? {} : { version }),
});

export const quarantine = (reason: Reason, detail: string, version?: number): Outcome => ({
  kind: 'quarantine',
  reason,
  detail,
  ...(version === undefined ? {} : { version }),
});

export interface HandlerContext {
  lane: Lane;
  /** Aborted when the stage stops or the handler's time is over. */
  signal: AbortSignal;
}
