import { documentReceived, type DocumentReceived, type Lane, type ReceiptItem, type Source } from '@wenliu/contracts';
import { gather, PortUnavailable, type Ledger, type MessageLog, type OriginalStore, type OutgoingMessage } from '@wenliu/ports';
import { type PipelineMetrics, ProblemError } from '@wenliu/platform';
import type { IntakeItem } from './domain/intake.js';
import { documentId } from './domain/identity.js';

type Readable = Extract<IntakeItem, { ok: true }>;

export interface ReceivedFrom {
  source: Source;
  lane: Lane;
  receivedAt: string;
}

interface Handed {
  items: readonly IntakeItem[];
  from: ReceivedFrom;
}

/** One round at a time: the next one takes all that came meanwhile, and a little later. */
const ROUND = { most: 100, atOnce: 1, rests: true };

/**
 * Takes documents in, from whichever way they came. An item is `accepted` when its original and its event are on disk. The
 * ledger is written last: after a crash before it, the same document pushed again is accepted again, which changes nothing
 * further down because ids and versions are the same. Where appends are shared, so are all writes of documents that are handed in one by one.
 */
export class Receiver {
  private readonly receiveSingle = gather(ROUND, (handed: readonly Handed[]) => this.receiveRound(handed));

  constructor(
    private readonly originals: OriginalStore,
    private readonly log: MessageLog,
    private readonly ledger: Ledger,
    private readonly metrics: PipelineMetrics,
  ) {}

  async receive(items: readonly IntakeItem[], from: ReceivedFrom): Promise<ReceiptItem[]> {
    const handed = { items, from };
    const receipt = items.length === 1 && this.log.sharedAppends ? await this.receiveSingle(handed) : (await this.receiveAll([handed]))[0] ?? [];
    for (const { outcome } of receipt) this.metrics.received(from.source.kind, outcome);
    return receipt;
  }

  private async receiveRound(handed: readonly Handed[]): Promise<(ReceiptItem[] | Error)[]> {
    try {
      return await this.receiveAll(handed);
    } catch (error) {
      if (error instanceof PortUnavailable || handed.length === 1) throw error;
      // One of them may be to blame: the others do not suffer for it.
      return (await Promise.allSettled(handed.map((one) => this.receiveAll([one])))).map((one) => (one.status === 'fulfilled' ? one.value[0] ?? [] : toError(one.reason)));
    }
  }

  /** A receipt for each that was handed in. */
  private async receiveAll(handed: readonly Handed[]): Promise<ReceiptItem[][]> {
    const identified = handed.map(({ items, from }) => items.map((item) => ({ item, from, id: item.ok ? documentId(item.bytes) : null })));
    const candidates = new Map<string, { item: Readable; from: ReceivedFrom }>();
    for (const { item, from, id } of identified.flat()) {
      if (item.ok && id !== null && item.bytes.length > 0 && !candidates.has(id)) candidates.set(id, { item, from });
    }
    const ids = [...candidates.keys()];
    const known = await this.ledger.known(ids);
    ids.forEach((id, i) => known[i] === true && candidates.delete(id));
    const accepted = await this.keep(candidates);
    return identified.map((items) =>
      items.map(({ item, id }): ReceiptItem => {
        if (!item.ok) return { index: item.index, id: null, outcome: 'rejected', problem: rejected(item.detail) };
        if (id === null || item.bytes.length === 0) return { index: item.index, id, outcome: 'rejected', problem: rejected('the document is empty') };
        // A document that is handed in twice at once is accepted once.
        return { index: item.index, id, outcome: accepted.delete(id) ? 'accepted' : 'duplicate' };
      }),
    );
  }

  private async keep(fresh: ReadonlyMap<string, { item: Readable; from: ReceivedFrom }>): Promise<Set<string>> {
    if (fresh.size === 0) return new Set();
    const documents = [...fresh].map(([id, { item, from }]): DocumentReceived => {
      const { name, mediaType, charset, bytes, hints } = item;
      return { id, name, mediaType, encoding: charset, bytes: bytes.length, source: from.source, lane: from.lane, hints, receivedAt: from.receivedAt, reprocess: false };
    });
    await Promise.all([...fresh].map(([id, { item }]) => this.originals.put(id, item.bytes)));
    await this.log.append(documents.map((document) => toMessage(document)));
    const added = await this.ledger.receive(documents);
    return new Set(documents.filter((_, i) => added[i] === true).map(({ id }) => id));
  }
}

const toError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

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
