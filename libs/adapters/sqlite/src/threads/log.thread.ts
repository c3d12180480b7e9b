import { workerData, type Transferable } from 'node:worker_threads';
import type { DocumentReceived, Receipt } from '@wenliu/contracts';
import type { IssuePart, OutgoingMessage, RecordedHop, TopicSpec } from '@wenliu/ports';
import { serveThread } from '../rpc.js';
import { LedgerDatabase } from './ledger-database.js';
import { OriginalDatabase, type Original } from './original-database.js';
import { LogDatabase, type CommitRequest } from './log-database.js';

// The spawning side is sqlite-engine.ts, which passes these.
const { logPath, ledgerPath, originalsPath } = workerData as { logPath: string; ledgerPath: string; originalsPath: string };
const log = new LogDatabase(logPath);
const ledger = new LedgerDatabase(ledgerPath);
const originals = new OriginalDatabase(originalsPath);
const RETAIN_STEP = 2_000;

serveThread(
  {
    createTopics: (specs: TopicSpec[]) => log.createTopics(specs),
    append: (messages: OutgoingMessage[]) => log.append(messages, Date.now()),
    commit: (request: CommitRequest) => log.commit(request, Date.now()),
    read: (r: { topic: string; partition: number; offset: number; limit: number }) => log.read(r.topic, r.partition, r.offset, r.limit),
    partitions: (topic: string) => log.partitions(topic),
    committed: (r: { group: string; topic: string }) => log.committed(r.group, r.topic),
    topics: (prefix: string) => log.topics(prefix),
    offsetsAt: (r: { topic: string; time: number }) => log.offsetsAt(r.topic, r.time),
    retain: () => log.retain(Date.now(), RETAIN_STEP),
    receive: (documents: DocumentReceived[]) => ledger.receive(documents),
    known: (ids: string[]) => ledger.known(ids),
    document: (id: string) => ledger.document(id),
    countDocuments: () => ledger.countDocuments(),
    documents: (r: { after: string | null; limit: number }) => ledger.documents(r.after, r.limit),
    record: (hops: RecordedHop[]) => ledger.record(hops),
    trace: (subject: string) => ledger.trace(subject),
    lastHops: (subjects: string[]) => ledger.lastHops(subjects),
    receipt: (key: string) => ledger.receipt(key, Date.now()),
    keepReceipt: (r: { key: string; fingerprint: string; receipt: Receipt }) =>
      ledger.keepReceipt(r.key, r.fingerprint, r.receipt, Date.now()),
    keepParts: (r: { documentId: string; parts: IssuePart[] }) => ledger.keepParts(r.documentId, r.parts),
    parts: (issue: string) => ledger.parts(issue),
    putOriginals: (batch: Original[]) => originals.put(batch),
    getOriginal: (id: string) => originals.get(id),
    close: () => {
      originals.close();
      log.close();
      ledger.close();
    },
  },
  { nice: 0, transferOf: buffersOf },
);

/** Record values are moved, not copied, to the asking thread. */
function buffersOf(result: unknown): Transferable[] {
  const items: unknown[] = Array.isArray(result) ? result : [];
  const buffers = items.map((item) => (typeof item === 'object' && item !== null && 'value' in item ? item.value : null));
  return [...new Set(buffers.flatMap((value) => (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [])))];
}
