import type { mongo } from 'mongoose';
import type { DocumentReceived, RawArticle, Receipt, TraceHop } from '@wenliu/contracts';
import { Ledger, type IssuePart, type LedgerDocument, type RecordedHop } from '@wenliu/ports';
import { ensureIndexes, type WantedIndex } from './indexes.js';
import { failuresOf, guarded } from './mongo-errors.js';

const PORT = 'ledger';
/** Of one question, whose length the server limits. */
const MOST_IDS = 10_000;
const RECEIPT_LIFE_MS = 24 * 3600 * 1000;

/** JSON as text: strings of BSON hold no NUL everywhere, those of JSON do. */
interface DocumentRow {
  _id: string;
  document: string;
}

interface HopRow {
  /** Subject and event: recording one twice fails. */
  _id: string;
  subject: string;
  at: string;
  hop: string;
}

interface ReceiptRow {
  _id: string;
  fingerprint: string;
  receipt: string;
  keptAt: Date;
}

/** By document. */
interface PartsRow {
  _id: string;
  issues: string[];
  parts: { issue: string; article: string }[];
}

const PART_INDEXES: readonly WantedIndex[] = [{ name: 'issues', key: { issues: 1 } }];
const HOP_INDEXES: readonly WantedIndex[] = [{ name: 'subject', key: { subject: 1, at: 1, _id: 1 } }];
const RECEIPT_INDEXES: readonly WantedIndex[] = [{ name: 'life', key: { keptAt: 1 } }];

/** Three collections. What is read here was validated before it was written, so it is not validated again. */
export class MongoLedger extends Ledger {
  private readonly documentRows: mongo.Collection<DocumentRow>;
  private readonly hops: mongo.Collection<HopRow>;
  private readonly receipts: mongo.Collection<ReceiptRow>;
  private readonly partRows: mongo.Collection<PartsRow>;

  private constructor(db: mongo.Db) {
    super();
    this.documentRows = db.collection('documents');
    this.hops = db.collection('hops');
    this.receipts = db.collection('receipts');
    this.partRows = db.collection('parts');
  }

  static async open(db: mongo.Db): Promise<MongoLedger> {
    await ensureIndexes(PORT, db.collection('hops'), HOP_INDEXES);
    await ensureIndexes(PORT, db.collection('parts'), PART_INDEXES);
    await ensureIndexes(PORT, db.collection('receipts'), RECEIPT_INDEXES);
    return new MongoLedger(db);
  }

  override async receive(documents: readonly DocumentReceived[]): Promise<boolean[]> {
    const there = await this.insert(this.documentRows, documents.map((document) => ({ _id: document.id, document: JSON.stringify(document) })));
    return documents.map((_, n) => !there.has(n));
  }

  override async known(ids: readonly string[]): Promise<boolean[]> {
    const distinct = [...new Set(ids)];
    const there = new Set<string>();
    for (let from = 0; from < distinct.length; from += MOST_IDS) {
      const wanted = { _id: { $in: distinct.slice(from, from + MOST_IDS) } };
      for (const { _id } of await guarded(PORT, () => this.documentRows.find(wanted, { projection: { _id: 1 } }).toArray())) there.add(_id);
    }
    return ids.map((id) => there.has(id));
  }

  override async document(id: string): Promise<LedgerDocument | null> {
    const row = await guarded(PORT, () => this.documentRows.findOne({ _id: id }));
    if (row === null) return null;
    // `receive` wrote it.
    return { document: JSON.parse(row.document) as DocumentReceived, hops: (await this.rowsOf([id])).map(toRecordedHop) };
  }

  override countDocuments(): Promise<number> {
    return guarded(PORT, () => this.documentRows.countDocuments({}));
  }

  override async documents(after: string | null, limit: number): Promise<DocumentReceived[]> {
    const behind = after === null ? {} : { _id: { $gt: after } };
    const rows = await guarded(PORT, () => this.documentRows.find(behind).sort({ _id: 1 }).limit(limit).toArray());
    // `receive` wrote them.
    return rows.map(({ document }) => JSON.parse(document) as DocumentReceived);
  }

  override async record(hops: readonly RecordedHop[]): Promise<void> {
    await this.insert(this.hops, hops.map((hop) => ({ _id: `${hop.subject}\n${hop.eventId}`, subject: hop.subject, at: hop.at, hop: JSON.stringify(hop) })));
  }

  override async trace(subject: string): Promise<TraceHop[]> {
    return (await this.rowsOf([subject])).map(toTraceHop);
  }

  override async lastHops(subjects: readonly string[]): Promise<(TraceHop | null)[]> {
    const last = new Map((await this.rowsOf(subjects)).map((row) => [row.subject, row]));
    return subjects.map((subject) => {
      const row = last.get(subject);
      return row === undefined ? null : toTraceHop(row);
    });
  }

  override async receipt(key: string): Promise<{ fingerprint: string; receipt: Receipt } | null> {
    const row = await guarded(PORT, () => this.receipts.findOne({ _id: key, keptAt: { $gt: dayAgo() } }));
    // `keepReceipt` wrote it.
    return row === null ? null : { fingerprint: row.fingerprint, receipt: JSON.parse(row.receipt) as Receipt };
  }

  override async keepReceipt(key: string, fingerprint: string, receipt: Receipt): Promise<void> {
    const row = { fingerprint, receipt: JSON.stringify(receipt), keptAt: new Date() };
    const replace = (): Promise<unknown> => this.receipts.bulkWrite([{ replaceOne: { filter: { _id: key }, replacement: row, upsert: true } }]);
    // Two that keep the first receipt of a key at once: the second finds it there.
    while ((await failuresOf(PORT, replace)).get(0)?.kind === 'exists');
    await guarded(PORT, () => this.receipts.deleteMany({ keptAt: { $lte: dayAgo() } }));
  }

  override async keepParts(documentId: string, parts: readonly IssuePart[]): Promise<void> {
    const row = { issues: [...new Set(parts.map(({ issue }) => issue))], parts: parts.map(({ issue, article }) => ({ issue, article: JSON.stringify(article) })) };
    const replace = (): Promise<unknown> => this.partRows.bulkWrite([{ replaceOne: { filter: { _id: documentId }, replacement: row, upsert: true } }]);
    // Two that keep the first parts of a document at once: the second finds them there.
    while ((await failuresOf(PORT, replace)).get(0)?.kind === 'exists');
  }

  override async parts(issue: string): Promise<RawArticle[]> {
    const rows = await guarded(PORT, () => this.partRows.find({ issues: issue }).toArray());
    // `keepParts` wrote them.
    return rows.flatMap(({ parts }) => parts.filter((part) => part.issue === issue)).map(({ article }) => JSON.parse(article) as RawArticle);
  }

  override async close(): Promise<void> {
    // The connection is shared and closed by who opened it.
  }

  /** Oldest first. */
  private rowsOf(subjects: readonly string[]): Promise<HopRow[]> {
    return guarded(PORT, () => this.hops.find({ subject: { $in: [...new Set(subjects)] } }).sort({ at: 1, _id: 1 }).toArray());
  }

  /** Numbers of the rows that were there before. */
  private async insert<Row extends { _id: string }>(collection: mongo.Collection<Row>, rows: readonly Row[]): Promise<Set<number>> {
    if (rows.length === 0) return new Set();
    // A row has its own `_id`, which is all that the driver's type adds.
    const failures = await failuresOf(PORT, () => collection.insertMany(rows as readonly mongo.OptionalUnlessRequiredId<Row>[], { ordered: false }));
    for (const { kind, detail } of failures.values()) if (kind === 'rejected') throw new Error(`${PORT}: ${detail}`);
    return new Set(failures.keys());
  }
}

const dayAgo = (): Date => new Date(Date.now() - RECEIPT_LIFE_MS);

// `record` wrote it.
const toRecordedHop = ({ hop }: HopRow): RecordedHop => JSON.parse(hop) as RecordedHop;

function toTraceHop(row: HopRow): TraceHop {
  const { service, stage, at, outcome, reason, detail, version } = toRecordedHop(row);
  return { service, stage, at, outcome, reason, detail, version };
}
