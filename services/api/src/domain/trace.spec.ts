import type { TraceHop } from '@wenliu/contracts';
import type { LedgerDocument, RecordedHop } from '@wenliu/ports';
import { aDocument } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { articleTrace, documentTrace } from './trace.js';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const document = aDocument({ receivedAt: at(5) });
const split: RecordedHop = {
  subject: document.id, eventId: '0/1', service: 'ingest', stage: 'split-document', at: at(6), outcome: 'forward', reason: null, detail: null, version: null,
  outputs: [{ id: 'a', version: 2_000, title: null }],
};
const ledger: LedgerDocument = { document, hops: [split] };
const own = (stage: string, second: number): TraceHop => ({ service: 'x', stage, at: at(second), outcome: 'forward', reason: null, detail: null, version: 1 });
const stages = (hops: readonly TraceHop[]): string[] => hops.map(({ stage }) => stage);

describe('a trace', () => {
  it('of a document begins with its receipt, and shows nothing but what a trace has', () => {
    const hops = documentTrace(ledger);
    expect(hops[0]).toMatchObject({ service: 'ingest', stage: 'receive-document', at: at(5), outcome: 'accepted' });
    expect(stages(hops)).toEqual(['receive-document', 'split-document']);
    expect(Object.keys(hops[1] ?? {}).sort()).toEqual(['at', 'detail', 'outcome', 'reason', 'service', 'stage', 'version']);
  });

  it('of an article goes through its document', () => {
    expect(stages(articleTrace([own('tag-article', 7), own('index-article', 8)], ledger))).toEqual(['receive-document', 'split-document', 'tag-article', 'index-article']);
  });

  it('of an article that an earlier document gave too is oldest first all the same', () => {
    const hops = articleTrace([own('tag-article', 1), own('index-article', 2), own('tag-article', 7), own('index-article', 8)], ledger);
    expect(hops.map(({ at: time }) => time)).toEqual([1, 2, 5, 6, 7, 8].map(at));
  });

  it('of an article whose document is not known is its own', () => {
    expect(stages(articleTrace([own('tag-article', 7)], null))).toEqual(['tag-article']);
  });
});
