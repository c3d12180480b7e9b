import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentReceived, RawArticle, Receipt } from '@wenliu/contracts';
import type { IssuePart, Ledger, RecordedHop } from './ledger.js';
import { itIf, numbers, sha256, shuffled } from './suite.contract.js';

/** Honest differences between ledgers. */
export interface LedgerFeatures {
  survivesRestart: boolean;
}

export interface OpenedLedger {
  ledger: Ledger;
  /** Closes the ledger and opens the same data again. */
  reopen?(): Promise<Ledger>;
  dispose(): Promise<void>;
}

const received = (name: string, more: Partial<DocumentReceived> = {}): DocumentReceived => ({
  id: sha256(name),
  name: `${name}.txt`,
  mediaType: 'text/plain',
  encoding: null,
  bytes: 3,
  source: { id: 'inbox', kind: 'inbox', name: '收件箱' },
  lane: 'live',
  hints: { publication: '人民日报', issueDate: '2024-02-29', page: '01', url: null, revision: 1 },
  receivedAt: '2026-01-02T03:04:05.678Z',
  reprocess: false,
  ...more,
});

const secondOf = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();

const hop = (subject: string, n: number, more: Partial<RecordedHop> = {}): RecordedHop => ({
  subject,
  eventId: `0/${n}`,
  service: 'nlp',
  stage: `stage-${n}`,
  at: secondOf(n),
  outcome: 'forward',
  reason: null,
  detail: null,
  version: null,
  outputs: [],
  ...more,
});

const receipt = (id: string): Receipt => ({ items: [{ index: 0, id: sha256(id), outcome: 'accepted' }] });

const articleOf = (documentId: string): RawArticle => ({
  id: documentId, version: 100_000, change: { kind: 'created', reason: null, fields: [] }, documentId, source: { id: 's', kind: 'http', name: 's' }, sourceId: null,
  lane: 'live', publication: '晨报', issueDate: '2024-03-01', page: '1', section: null, kicker: null, title: null, subtitle: null,
  byline: { raw: null, authors: [], photographers: [] }, agency: null, dateline: null, paragraphs: ['文字\u0000\ud83d\ude00'], captions: [],
  provenance: { lines: [[1, 2]], map: [[0, 3, 1, 1]], continuations: [] }, continuedFrom: null, continuesTo: '第三版', complete: false, language: 'zh', script: 'Hans',
  quality: 0.5, doubts: [], repairs: [], suggestions: [], splitRevision: 2, url: null, eventTime: null, publishedAt: null, fetchedAt: null,
  receivedAt: '2026-01-02T03:04:05.678Z',
});

/** The promises of Ledger, for every adapter. */
export function ledgerContract(name: string, open: () => Promise<OpenedLedger>, features: LedgerFeatures): void {
  describe(`ledger contract: ${name}`, () => {
    let opened: OpenedLedger;
    let ledger: Ledger;
    beforeAll(async () => {
      opened = await open();
      ledger = opened.ledger;
    });
    afterAll(() => opened.dispose());
    const stagesOf = async (subject: string): Promise<string[]> => (await ledger.trace(subject)).map(({ stage }) => stage);

    describe('documents', () => {
      it('adds what is new, and says which documents were', async () => {
        const before = await ledger.countDocuments();
        expect(await ledger.receive([received('a'), received('b')])).toEqual([true, true]);
        expect(await ledger.receive([received('b'), received('c'), received('a')])).toEqual([false, true, false]);
        expect(await ledger.receive([])).toEqual([]);
        expect(await ledger.countDocuments()).toBe(before + 3);
      });

      it('adds a document once that is in a batch twice', async () => {
        const before = await ledger.countDocuments();
        expect(await ledger.receive([received('twice'), received('twice')])).toEqual([true, false]);
        expect(await ledger.countDocuments()).toBe(before + 1);
      });

      it('adds a document once that comes ten times at once', async () => {
        const before = await ledger.countDocuments();
        const fresh = await Promise.all(numbers(10).map(() => ledger.receive([received('at once')])));
        expect(fresh.flat().filter(Boolean)).toHaveLength(1);
        expect(await ledger.countDocuments()).toBe(before + 1);
      });

      it('gives a document back as it was received first', async () => {
        const first = received('first', { name: '第一版 😀\n"quoted".txt', encoding: 'gb18030', lane: 'backfill' });
        await ledger.receive([first]);
        await ledger.receive([received('first', { name: 'second.txt' })]);
        expect(await ledger.document(first.id)).toEqual({ document: first, hops: [] });
      });

      it('knows documents that were received, in the order asked', async () => {
        await ledger.receive([received('known a'), received('known b')]);
        expect(await ledger.known(['known b', 'unknown', 'known a', 'known b'].map(sha256))).toEqual([true, false, true, true]);
        expect(await ledger.known([])).toEqual([]);
        expect(await ledger.document(sha256('unknown'))).toBeNull();
      });

      it('gives a document with its hops and what it turned into', async () => {
        const document = received('split');
        await ledger.receive([document]);
        const outputs = [{ id: sha256('article'), version: 1_000, title: '标题' }, { id: sha256('other'), version: 1_000, title: null }];
        const hops = [hop(document.id, 1, { stage: 'accept', outcome: 'accepted' }), hop(document.id, 2, { stage: 'split', outputs })];
        await ledger.record(hops);
        expect(await ledger.document(document.id)).toEqual({ document, hops });
      });

      it('lists documents ascending by id, beginning behind one', async () => {
        const listed = numbers(30).map((n) => received(`listed ${n}`));
        await ledger.receive(listed);
        const all: DocumentReceived[] = [];
        for (let page = await ledger.documents(null, 7); page.length > 0; page = await ledger.documents(all.at(-1)?.id ?? null, 7)) all.push(...page);
        expect(all).toHaveLength(await ledger.countDocuments());
        expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
        for (const document of listed) expect(all).toContainEqual(document);
      });

      it('takes 1,000 documents at once', async () => {
        const before = await ledger.countDocuments();
        await ledger.receive(numbers(1_000).map((n) => received(`many ${n}`)));
        expect(await ledger.known(numbers(1_001).map((n) => sha256(`many ${n}`)))).toEqual(numbers(1_001).map((n) => n < 1_000));
        expect(await ledger.countDocuments()).toBe(before + 1_000);
      });
    });

    describe('hops', () => {
      it('traces a subject oldest first, in whatever order its hops were recorded', async () => {
        for (const one of shuffled(numbers(20), 5)) await ledger.record([hop('shuffled', one)]);
        expect(await stagesOf('shuffled')).toEqual(numbers(20).map((n) => `stage-${n}`));
      });

      it('gives a hop back as it was recorded', async () => {
        const full = hop('full', 1, { outcome: 'quarantine', reason: 'handler-failed', detail: '错误: "x"\n\u0000'.repeat(40), version: Number.MAX_SAFE_INTEGER });
        await ledger.record([full, hop('full', 2, { outcome: 'discard', reason: 'older-version', version: 1 }), hop('full', 3)]);
        const { service, stage, at, outcome, reason, detail, version } = full;
        const [first, second, third] = await ledger.trace('full');
        expect(first).toEqual({ service, stage, at, outcome, reason, detail, version });
        expect(second).toMatchObject({ outcome: 'discard', reason: 'older-version', detail: null, version: 1 });
        expect(third).toMatchObject({ outcome: 'forward', reason: null, version: null });
      });

      it('changes nothing when a hop is recorded twice', async () => {
        const hops = [hop('repeated', 1), hop('repeated', 2)];
        await ledger.record(hops);
        await ledger.record([...hops, ...hops]);
        expect(await stagesOf('repeated')).toEqual(['stage-1', 'stage-2']);
      });

      it('keeps the hops of one event apart by subject, and of one subject by event', async () => {
        await ledger.record([hop('batch a', 7), hop('batch b', 7), hop('batch a', 8, { at: secondOf(7) })]);
        expect(await stagesOf('batch b')).toEqual(['stage-7']);
        expect((await stagesOf('batch a')).sort()).toEqual(['stage-7', 'stage-8']);
      });

      it('has nothing for an unknown subject', async () => {
        expect(await ledger.trace('unknown')).toEqual([]);
        expect(await ledger.lastHops(['unknown'])).toEqual([null]);
        await ledger.record([]);
      });

      it('names the last hop of each subject, in the order asked', async () => {
        await ledger.record([hop('last a', 3), hop('last a', 1), hop('last b', 2), hop('last a', 2)]);
        const last = await ledger.lastHops(['last b', 'unknown', 'last a', 'last b']);
        expect(last.map((one) => one?.stage ?? null)).toEqual(['stage-2', null, 'stage-3', 'stage-2']);
        expect(last[2]).toEqual((await ledger.trace('last a')).at(-1));
        expect(await ledger.lastHops([])).toEqual([]);
      });

      it('takes 1,000 hops at once', async () => {
        await ledger.record(numbers(1_000).map((n) => hop(`subject ${n % 100}`, n)));
        for (const n of [0, 50, 99]) expect(await stagesOf(`subject ${n}`)).toEqual(numbers(10).map((m) => `stage-${100 * m + n}`));
      });
    });

    describe('parts of articles', () => {
      const part = (document: string, title: string): IssuePart['article'] => ({ ...articleOf(sha256(document)), id: sha256(document + title), title });
      const titles = async (issue: string): Promise<(string | null)[]> => (await ledger.parts(issue)).map(({ title }) => title).sort();

      it('are found by their issue, from all documents', async () => {
        await ledger.keepParts(sha256('p1'), [{ issue: '晨报|2024-03-01', article: part('p1', '甲') }, { issue: '晨报|2024-03-02', article: part('p1', '乙') }]);
        await ledger.keepParts(sha256('p2'), [{ issue: '晨报|2024-03-01', article: part('p2', '丙') }]);
        expect(await titles('晨报|2024-03-01')).toEqual(['丙', '甲'].sort());
        expect(await ledger.parts('晨报|2024-03-02')).toEqual([part('p1', '乙')]);
        expect(await ledger.parts('晨报')).toEqual([]);
      });

      it('are replaced document by document', async () => {
        await ledger.keepParts(sha256('r1'), [{ issue: 'r|1', article: part('r1', 'a') }, { issue: 'r|1', article: part('r1', 'b') }]);
        await ledger.keepParts(sha256('r2'), [{ issue: 'r|1', article: part('r2', 'c') }]);
        await ledger.keepParts(sha256('r1'), [{ issue: 'r|1', article: part('r1', 'b') }, { issue: 'r|2', article: part('r1', 'd') }]);
        expect([await titles('r|1'), await titles('r|2')]).toEqual([['b', 'c'], ['d']]);
        await ledger.keepParts(sha256('r1'), []);
        expect([await titles('r|1'), await titles('r|2')]).toEqual([['c'], []]);
      });
    });

    describe('receipts', () => {
      it('gives the answer that was kept for a key', async () => {
        const problem = { type: 'https://wenliu.dev/problems/x', title: '过大', status: 413, detail: '…' };
        const kept: Receipt = { items: [{ index: 0, id: null, outcome: 'rejected', problem }, { index: 1, id: sha256('x'), outcome: 'duplicate' }] };
        await ledger.keepReceipt('key 一', 'fingerprint', kept);
        expect(await ledger.receipt('key 一')).toEqual({ fingerprint: 'fingerprint', receipt: kept });
        expect(await ledger.receipt('key')).toBeNull();
      });

      it('keeps the answers of different keys apart', async () => {
        await Promise.all(numbers(20).map((n) => ledger.keepReceipt(`key ${n}`, `${n}`, receipt(`${n}`))));
        for (const n of numbers(20)) expect(await ledger.receipt(`key ${n}`)).toEqual({ fingerprint: `${n}`, receipt: receipt(`${n}`) });
      });
    });

    itIf(features.survivesRestart, 'this ledger lives in memory')('has everything after a restart', async () => {
      const document = received('restart');
      await ledger.receive([document]);
      await ledger.record([hop(document.id, 1), hop(document.id, 2)]);
      await ledger.keepReceipt('restart', 'f', receipt('restart'));
      const [count, found] = [await ledger.countDocuments(), await ledger.document(document.id)];
      if (opened.reopen === undefined) throw new Error('a ledger that survives a restart needs `reopen`');
      ledger = await opened.reopen();
      expect(await ledger.countDocuments()).toBe(count);
      expect(await ledger.document(document.id)).toEqual(found);
      expect(await ledger.receipt('restart')).toEqual({ fingerprint: 'f', receipt: receipt('restart') });
      expect(await ledger.receive([document])).toEqual([false]);
      await ledger.record([hop(document.id, 1)]);
      expect(await stagesOf(document.id)).toEqual(['stage-1', 'stage-2']);
    });
  });
}
