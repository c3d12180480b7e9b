import { articleRaw, type DocumentReceived, type RawArticle, versionOf } from '@wenliu/contracts';
import { encode, type Outcome } from '@wenliu/pipeline';
import type { Ledger } from '@wenliu/ports';
import { EMPTY_DRAFT } from './domain/draft.js';
import { SPLIT_REVISION } from './domain/split-revision.js';

/** Withdraws the articles that older rules made of a document and these no longer do. */
export class Withdrawals {
  constructor(private readonly ledger: Pick<Ledger, 'document'>) {}

  async add(received: DocumentReceived, outcome: Outcome): Promise<Outcome> {
    if (!received.reprocess || outcome.kind === 'quarantine') return outcome;
    const found = await this.ledger.document(received.id);
    const given = outcome.kind === 'forward' ? outcome.outputs : [];
    const now = new Set(given.map(({ key }) => key));
    const before = new Map((found?.hops ?? []).flatMap(({ outputs }) => outputs.map(({ id, title }) => [id, title] as const)));
    const gone = [...before].filter(([id]) => !now.has(id)).map(([id, title]) => superseded(received, id, title));
    if (gone.length === 0) return outcome;
    const outputs = [...given, ...gone.map((article) => encode(articleRaw, article.id, article.version, article))];
    return outcome.kind === 'forward' ? { ...outcome, outputs } : { kind: 'forward', outputs, products: [] };
  }
}

/** A tombstone. What the article said is in its earlier versions. */
function superseded(received: DocumentReceived, id: string, title: string | null): RawArticle {
  const { lines: _, map: _map, sureness: _sureness, revision: _revision, retracted: _retracted, ownUrl: _url, ...printed } = EMPTY_DRAFT;
  return {
    ...printed,
    id,
    version: versionOf({ revision: received.hints.revision, split: SPLIT_REVISION, joined: 0, tagged: 0 }),
    change: { kind: 'superseded', reason: 'split by newer rules', fields: [] },
    documentId: received.id,
    source: received.source,
    lane: received.lane,
    title,
    provenance: { lines: [], map: [], continuations: [] },
    language: 'und',
    script: null,
    quality: 0,
    doubts: [],
    splitRevision: SPLIT_REVISION,
    receivedAt: received.receivedAt,
  };
}
