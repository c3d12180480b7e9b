import type { DocumentReceived, Hop, RawArticle, Receipt, TraceHop } from '@wenliu/contracts';

export interface RecordedHop extends Hop {
  /** Position of the recorded outcome; recording one twice changes nothing. */
  eventId: string;
  service: string;
  stage: string;
  at: string;
}

export interface LedgerDocument {
  document: DocumentReceived;
  hops: RecordedHop[];
}

export interface IssuePart {
  issue: string;
  article: RawArticle;
}

/**
 * What came in and what became of it: the documents accepted, and the outcome of every stage for every input. Rejects with
 * `PortUnavailable`.
 */
export abstract class Ledger {
  /** Adds what is new; `true` per document that was. Survives the end of the machine. */
  abstract receive(documents: readonly DocumentReceived[]): Promise<boolean[]>;
  abstract known(ids: readonly string[]): Promise<boolean[]>;
  abstract document(id: string): Promise<LedgerDocument | null>;
  abstract countDocuments(): Promise<number>;
  /** Ascending by id, beginning behind `after`. */
  abstract documents(after: string | null, limit: number): Promise<DocumentReceived[]>;
  /** Idempotent by `eventId` and subject. */
  abstract record(hops: readonly RecordedHop[]): Promise<void>;
  /** Oldest first; empty for an unknown subject. */
  abstract trace(subject: string): Promise<TraceHop[]>;
  /** The last hop of each subject, `null` where there is none. */
  abstract lastHops(subjects: readonly string[]): Promise<(TraceHop | null)[]>;
  /** The answer given to an `idempotency-key`, for a day. */
  abstract receipt(key: string): Promise<{ fingerprint: string; receipt: Receipt } | null>;
  abstract keepReceipt(key: string, fingerprint: string, receipt: Receipt): Promise<void>;
  /**
   * The articles of a document of which more is printed elsewhere, each with the issue it belongs to, in place of those kept for
   * the document before.
   */
  abstract keepParts(documentId: string, parts: readonly IssuePart[]): Promise<void>;
  /** All parts kept for an issue, of whatever document. */
  abstract parts(issue: string): Promise<RawArticle[]>;
  abstract close(): Promise<void>;
}
