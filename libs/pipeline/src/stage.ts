import type { LogRecord } from '@wenliu/ports';
import type { HandlerContext, Outcome } from './outcome.js';

/** A step of the pipeline: reads one topic, and says for each record what should happen with it. */
export interface Stage {
  service: string;
  /** Verb-noun, unique over all services. */
  name: string;
  /** Topic names are the contract; see `@wenliu/contracts`. */
  input: string;
  /** Topics it may forward to; the start-up check reads them. */
  outputs: readonly string[];
  /** Most records a call of `handle`. */
  batchSize: number;
  /** After so long without an answer the handler counts as failed. */
  timeoutMs: number;
  /** Calls for one record that throws, before it goes to quarantine. */
  maxAttempts: number;
  /** `false` for the stage that writes the outcomes down, which would never end otherwise. */
  recordsOutcomes: boolean;
  /** One outcome per record, in order. A throw means "try again"; `PortUnavailable` means "try again until it works". */
  handle(records: readonly LogRecord[], context: HandlerContext): Promise<readonly Outcome[]>;
}

export const stageGroup = (stage: Pick<Stage, 'service' | 'name'>): string => `wenliu.${stage.service}.${stage.name}`;
