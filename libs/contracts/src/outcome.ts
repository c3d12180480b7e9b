import { z } from 'zod';
import { IsoTime } from './document.js';

/** Every reason a stage may give. They are metric labels, so the list is closed. */
export const Reason = z.enum([
  // discard: expected, nothing to do
  'empty-text',
  'older-version',
  'duplicate-content',
  'of-another-document',
  // quarantine: cannot be processed as it is
  'invalid-message',
  'unknown-document',
  'undecodable-bytes',
  'unsupported-content',
  'version-conflict',
  'rejected-by-store',
  'rejected-by-index',
  'output-too-large',
  'handler-failed',
  'handler-timed-out',
]);
export type Reason = z.infer<typeof Reason>;

export const OutcomeKind = z.enum(['accepted', 'forward', 'discard', 'quarantine']);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

/** What became of one input of one stage. `subject` is the article id, or the document id before there are articles. */
export const Hop = z.object({
  subject: z.string(),
  outcome: OutcomeKind,
  reason: Reason.nullable(),
  detail: z.string().nullable(),
  version: z.int().nullable(),
  /** What the input turned into, where that has another id: the articles of a document. */
  outputs: z.array(z.object({ id: z.string(), version: z.int(), title: z.string().nullable() })),
});
export type Hop = z.infer<typeof Hop>;

/** `outcome.recorded.v1`: the outcomes of one batch of one stage; one hop for every input read. */
export const OutcomeRecorded = z.object({
  service: z.string(),
  stage: z.string(),
  at: IsoTime,
  hops: z.array(Hop),
});
export type OutcomeRecorded = z.infer<typeof OutcomeRecorded>;
