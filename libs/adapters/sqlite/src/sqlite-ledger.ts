import type { DocumentReceived, RawArticle, Receipt, TraceHop } from '@wenliu/contracts';
import { Ledger, type IssuePart, type LedgerDocument, type RecordedHop } from '@wenliu/ports';
import type { ThreadClient } from './rpc.js';

export class SqliteLedger extends Ledger {
  constructor(private readonly thread: ThreadClient) {
    super();
  }

  override receive(documents: readonly DocumentReceived[]): Promise<boolean[]> {
    return this.thread.call('receive', documents);
  }
  override known(ids: readonly string[]): Promise<boolean[]> {
    return this.thread.call('known', ids);
  }
  override document(id: string): Promise<LedgerDocument | null> {
    return this.thread.call('document', id);
  }
  override countDocuments(): Promise<number> {
    return this.thread.call('countDocuments', null);
  }
  override documents(after: string | null, limit: number): Promise<DocumentReceived[]> {
    return this.thread.call('documents', { after, limit });
  }
  override record(hops: readonly RecordedHop[]): Promise<void> {
    return this.thread.call('record', hops);
  }
  override trace(subject: string): Promise<TraceHop[]> {
    return this.thread.call('trace', subject);
  }
  override lastHops(subjects: readonly string[]): Promise<(TraceHop | null)[]> {
    return this.thread.call('lastHops', subjects);
  }
  override receipt(key: string): Promise<{ fingerprint: string; receipt: Receipt } | null> {
    return this.thread.call('receipt', key);
  }
  override keepReceipt(key: string, fingerprint: string, receipt: Receipt): Promise<void> {
    return this.thread.call('keepReceipt', { key, fingerprint, receipt });
  }
  override keepParts(documentId: string, parts: readonly IssuePart[]): Promise<void> {
    return this.thread.call('keepParts', { documentId, parts });
  }
  override parts(issue: string): Promise<RawArticle[]> {
    return this.thread.call('parts', issue);
  }
  override async close(): Promise<void> {
    // The thread is shared with the log and closed with it.
  }
}
