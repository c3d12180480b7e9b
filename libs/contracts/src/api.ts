import { z } from 'zod';
import { TaggedArticle } from './article.js';
import { DocumentReceived, IsoTime, Lane, MediaType, Sha256, Source } from './document.js';
import { OutcomeKind, Reason } from './outcome.js';

/** RFC 9457. `type` is stable: `https://wenliu.dev/problems/<slug>`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  /** 0-based character of a wrong query. */
  position: z.int().optional(),
  hint: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const ReceiptItem = z.object({
  index: z.int().min(0),
  /** `null` where the item was rejected before it had bytes to hash. */
  id: Sha256.nullable(),
  outcome: z.enum(['accepted', 'duplicate', 'rejected']),
  problem: Problem.optional(),
});
export type ReceiptItem = z.infer<typeof ReceiptItem>;

export const Receipt = z.object({ items: z.array(ReceiptItem) });
export type Receipt = z.infer<typeof Receipt>;

/** One line of an `application/x-ndjson` batch: a RawArticle (has `paragraphs`) or a wrapped document (has `content`). */
export const WrappedDocument = z.object({
  content: z.string(),
  mediaType: MediaType.default('text/plain'),
  name: z.string().nullish(),
  publication: z.string().nullish(),
  issueDate: z.iso.date().nullish(),
  page: z.string().nullish(),
  url: z.string().nullish(),
  revision: z.int().min(1).nullish(),
});
export type WrappedDocument = z.infer<typeof WrappedDocument>;

export const DocumentArticle = z.object({
  id: Sha256,
  version: z.int(),
  state: z.enum(['split', 'done', 'discarded', 'quarantined']),
  title: z.string().nullable(),
});

export const DocumentView = z.object({
  id: Sha256,
  state: z.enum(['received', 'split', 'done', 'quarantined']),
  name: z.string().nullable(),
  mediaType: MediaType,
  encoding: z.string().nullable(),
  source: Source,
  lane: Lane,
  bytes: z.int(),
  receivedAt: IsoTime,
  articles: z.array(DocumentArticle),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** A TaggedArticle without what only programs read (`tokens`, `titleTokens`, `provenance.map`). */
export const ArticleSummary = TaggedArticle.omit({ tokens: true, titleTokens: true, provenance: true });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

/** A TaggedArticle without its segmentation: what is needed to show where it is printed. */
export const PrintedArticle = TaggedArticle.omit({ tokens: true, titleTokens: true });
export type PrintedArticle = z.infer<typeof PrintedArticle>;

/**
 * The living articles printed in a document. In the place of a part that was joined to another article stands that article; its
 * `provenance.continuations` have the lines of this document then.
 */
export const DocumentArticles = z.object({ items: z.array(PrintedArticle) });
export type DocumentArticles = z.infer<typeof DocumentArticles>;

export const Highlights = z.object({
  title: z.array(z.object({ start: z.int(), end: z.int() })),
  text: z.array(z.object({ paragraph: z.int(), start: z.int(), end: z.int() })),
});
export type Highlights = z.infer<typeof Highlights>;

export const FacetCount = z.object({ value: z.string(), count: z.int() });
export type FacetCount = z.infer<typeof FacetCount>;

export const SearchResult = z.object({
  total: z.int(),
  exact: z.boolean(),
  /** Milliseconds. */
  took: z.number(),
  items: z.array(
    z.object({
      id: Sha256,
      version: z.int(),
      score: z.number().nullable(),
      article: ArticleSummary,
      highlights: Highlights,
    }),
  ),
  next: z.string().nullable(),
  facets: z.record(z.string(), z.array(FacetCount)),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const TraceHop = z.object({
  service: z.string(),
  stage: z.string(),
  at: IsoTime,
  outcome: OutcomeKind,
  reason: Reason.nullable(),
  detail: z.string().nullable(),
  version: z.int().nullable(),
});
export type TraceHop = z.infer<typeof TraceHop>;

/** `next` is the `after` of the next page, `null` behind the last. */
export const DocumentPage = z.object({ items: z.array(DocumentReceived), next: z.string().nullable() });
export type DocumentPage = z.infer<typeof DocumentPage>;

/** Which documents are to be split again; all of them where nothing is said. A page of the ledger a call, beginning behind `after`. */
export const ReprocessCommand = z.strictObject({
  source: z.string().min(1).optional(),
  /** Received at or after. */
  since: IsoTime.optional(),
  /** Split by older rules than these. */
  olderThanRevision: z.int().min(1).max(99).optional(),
  /** Gave no article: quarantined, or found empty. */
  failed: z.boolean().default(false),
  after: Sha256.nullable().default(null),
  dryRun: z.boolean().default(true),
});
export type ReprocessCommand = z.infer<typeof ReprocessCommand>;
export const ReprocessResult = z.object({
  looked: z.int(),
  matched: z.int(),
  bytes: z.int(),
  /** That these documents gave when they were split last. */
  articles: z.int(),
  sent: z.int(),
  next: z.string().nullable(),
});
export type ReprocessResult = z.infer<typeof ReprocessResult>;

export const Trace = z.object({ id: z.string(), hops: z.array(TraceHop) });
export type Trace = z.infer<typeof Trace>;

export const QuarantineEntry = z.object({
  /** `<topic>/<partition>/<offset>` of the entry itself; what `redrive` takes. */
  id: z.string(),
  stage: z.string(),
  reason: Reason,
  detail: z.string().nullable(),
  class: z.enum(['rejected', 'failed']),
  attempts: z.int(),
  key: z.string(),
  at: IsoTime,
  bytes: z.int(),
  origin: z.object({ topic: z.string(), partition: z.int(), offset: z.int() }),
  redrivenAt: IsoTime.nullable(),
});
export type QuarantineEntry = z.infer<typeof QuarantineEntry>;

export const QuarantinePage = z.object({ total: z.int(), items: z.array(QuarantineEntry) });
/** `content` is the untouched bytes in base64; `text` the same as UTF-8 where that is lossless. */
export const QuarantineDetail = QuarantineEntry.extend({ content: z.string(), text: z.string().nullable() });
export const RedriveResult = z.object({ matched: z.int(), redriven: z.int(), dryRun: z.boolean() });

export const StageStatus = z.object({
  service: z.string(),
  stage: z.string(),
  topic: z.string(),
  group: z.string(),
  /** Messages not yet committed, by lane. */
  lag: z.object({ live: z.int(), backfill: z.int() }),
  outcomes: z.record(z.string(), z.int()),
  /** Messages a second over the last minute. */
  rate: z.number(),
  /** Seconds until the lag is gone at this rate; `null` while there is no rate. */
  eta: z.number().nullable(),
  state: z.enum(['running', 'waiting', 'stopped']),
  problem: z.string().nullable(),
});
export type StageStatus = z.infer<typeof StageStatus>;

export const PipelineStatus = z.object({
  profile: z.enum(['embedded', 'cluster']),
  version: z.string(),
  startedAt: IsoTime,
  stages: z.array(StageStatus),
  articles: z.int(),
  documents: z.int(),
  quarantined: z.int(),
  /** Sources that cannot be read right now, each with what to do. */
  problems: z.array(z.object({ source: z.string(), detail: z.string(), since: IsoTime })),
});
export type PipelineStatus = z.infer<typeof PipelineStatus>;
