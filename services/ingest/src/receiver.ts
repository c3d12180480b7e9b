import { documentReceived, type DocumentReceived, type Lane, type ReceiptItem, type Source } from '@wenliu/contracts';
import { type Ledger, type MessageLog, type OriginalStore, type OutgoingMessage } from '@wenliu/ports';
import { type PipelineMetrics, ProblemError } from '@wenliu/platform';
import type { IntakeItem } from './domain/intake.js';
import { documentId } from './domain/identity.js';

type Readable = Extract<IntakeItem, { ok: true }>;

/**
 * Takes documents in, from whichever way they came. An item is `accepted` when its original and its event are on disk. The
 * ledger is written last: after a crash before it, the same document pushed again is accepted again, which changes nothing
 * further down because ids and versions are the same.
 */
export class Receiver {
  constructor(
    private readonly originals: OriginalStore,
    private readonly log: MessageLog,
    private readonly ledger: Ledger,
    private readonly metrics: PipelineMetrics,
  ) {}

  async receive(items: readonly IntakeItem[], from: { source: Source; lane: Lane; receivedAt: string }): Promise<ReceiptItem[]> {
    const identified = items.map((item) => ({ item, id: item.ok ? documentId(item.bytes) : null }));
    const candidates = new Map<string, Readable>();
    for (const { item, id } of identified) if (item.ok && id !== null && item.bytes.length > 0) candidates.set(id, item);
    const ids = [...candidates.keys()];
    const known = await this.ledger.known(ids);
    const fresh = ids.filter((_, i) => known[i] !== true);
    const accepted = await this.keep(fresh.map((id) => [id, candidates.get(id)] as const), from);
    const receipt = identified.map(({ item, id }): ReceiptItem => {
      if (!item.ok) return { index: item.index, id: null, outcome: 'rejected', problem: rejected(item.detail) };
      if (id === null || item.bytes.length === 0) return { index: item.index, id, outcome: 'rejected', problem: rejected('the document is empty') };
      // A document that stands twice in one batch is accepted once.
      return { index: item.index, id, outcome: accepted.delete(id) ? 'accepted' : 'duplicate' };
    });
    for (const { outcome } of receipt) this.metrics.received(from.source.kind, outcome);
    return receipt;
  }

  private async keep(
    fresh: readonly (readonly [string, Readable | undefined])[],
    { source, lane, receivedAt }: { source: Source; lane: Lane; receivedAt: string },
  ): Promise<Set<string>> {
    if (fresh.length === 0) return new Set();
    const documents: DocumentReceived[] = [];
    for (const [id, item] of fresh) {
      if (item === undefined) continue;
      const { name, mediaType, charset, bytes, hints } = item;
      documents.push({ id, name, mediaType, encoding: charset, bytes: bytes.length, source, lane, hints, receivedAt, reprocess: false });
    }
    await Promise.all(fresh.map(async ([id, item]) => item && this.originals.put(id, item.bytes)));
    await this.log.append(documents.map((document) => toMessage(document)));
    const added = await this.ledger.receive(documents);
    return new Set(documents.filter((_, i) => added[i] === true).map(({ id }) => id));
  }
}

/** That a document is there to be split. */
export function toMessage(document: DocumentReceived): OutgoingMessage {
  return {
    topic: documentReceived.name,
    key: document.id,
    lane: document.lane,
    value: new TextEncoder().encode(JSON.stringify(document)),
    headers: {
      ce_specversion: '1.0',
      ce_id: document.id,
      ce_type: documentReceived.name,
      ce_source: `/wenliu/ingest/${document.source.kind}`,
      ce_subject: document.id,
      ce_time: document.receivedAt,
      'content-type': 'application/json',
    },
  };
}

const rejected = (detail: string) => new ProblemError(422, 'unreadable-item', 'The item cannot be read', detail).toProblem();
