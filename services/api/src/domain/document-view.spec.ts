import type { TraceHop } from '@wenliu/contracts';
import type { LedgerDocument, RecordedHop } from '@wenliu/ports';
import { aDocument } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { productsOf, toDocumentView } from './document-view.js';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const id = (n: number): string => String(n).padStart(64, '0');
const document = aDocument({ receivedAt: at(0) });

function split(parts: Partial<RecordedHop> = {}, articles = 2): RecordedHop {
  const outputs = Array.from({ length: articles }, (_, n) => ({ id: id(n), version: 1_000, title: `第${n}篇` }));
  return { subject: document.id, eventId: '0/1', service: 'ingest', stage: 'split-document', at: at(1), outcome: 'forward', reason: null, detail: null, version: null, outputs, ...parts };
}
const hop = (stage: string, outcome: TraceHop['outcome'], second: number): TraceHop => ({ service: 'x', stage, at: at(second), outcome, reason: null, detail: null, version: 1_001 });
const indexed = hop('index-article', 'forward', 3);

function states(hops: RecordedHop[], searchable: (number | null)[], last: (TraceHop | null)[]): unknown[] {
  const view = toDocumentView({ document, hops }, searchable, last);
  return [view.state, ...view.articles.map(({ state }) => state)];
}

describe('toDocumentView', () => {
  it.each<[string, RecordedHop[], (number | null)[], (TraceHop | null)[], unknown[]]>([
    ['nothing has been done yet', [], [], [], ['received']],
    ['it could not be split', [split({ outcome: 'quarantine', outputs: [] })], [], [], ['quarantined']],
    ['there was nothing in it', [split({ outcome: 'discard', outputs: [] })], [], [], ['done']],
    ['its articles are under way', [split()], [null, null], [null, null], ['split', 'split', 'split']],
    ['one is searchable', [split()], [1_001, null], [indexed, hop('tag-article', 'forward', 2)], ['split', 'done', 'split']],
    ['all are searchable', [split()], [1_001, 1_001], [indexed, indexed], ['done', 'done', 'done']],
    ['one is there in a newer version already', [split()], [5_001, 1_001], [hop('index-article', 'discard', 3), indexed], ['done', 'discarded', 'done']],
    ['one could not be tagged', [split()], [null, 1_001], [hop('tag-article', 'quarantine', 2), indexed], ['quarantined', 'quarantined', 'done']],
    ['one that another document gave failed in this', [split()], [1_001, 1_001], [hop('index-article', 'quarantine', 3), indexed], ['quarantined', 'quarantined', 'done']],
    ['what happened before says nothing about it', [split()], [1_001, null], [hop('index-article', 'forward', 0), null], ['split', 'split', 'split']],
    ['it was split again after it could not be', [split({ outcome: 'quarantine', outputs: [] }), split({ at: at(2) })], [1_001, 1_001], [indexed, indexed], ['done', 'done', 'done']],
    ['it was sent back, and failed again', [split(), split({ at: at(2), outcome: 'quarantine', outputs: [] })], [], [], ['quarantined']],
  ])('when %s', (_, hops, searchable, last, expected) => {
    expect(states(hops, searchable, last)).toEqual(expected);
  });

  it('shows the version that is searchable', () => {
    const { articles } = toDocumentView({ document, hops: [split()] }, [1_007, null], [indexed, null]);
    expect(articles).toMatchObject([{ id: id(0), version: 1_007, title: '第0篇' }, { id: id(1), version: 1_000 }]);
  });
});

describe('productsOf', () => {
  it('are those of the last split', () => {
    const ledger: LedgerDocument = { document, hops: [split({}, 3), split({ at: at(2) }, 1)] };
    expect(productsOf(ledger)).toHaveLength(1);
    expect(productsOf({ document, hops: [] })).toEqual([]);
  });
});
