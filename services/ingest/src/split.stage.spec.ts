import { articleRaw, documentReceived, RawArticle } from '@wenliu/contracts';
import type { Stage } from '@wenliu/pipeline';
import type { IssuePart, LedgerDocument, RecordedHop } from '@wenliu/ports';
import { aDocument, aStage, InMemoryOriginalStore, runStage, type StageRun } from '@wenliu/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { documentId } from './domain/identity.js';
import { Completion } from './completion.js';
import type { SplitPool } from './split-pool.js';
import { SplitStage } from './split.stage.js';
import split, { type SplitTask } from './split.worker.js';

/** The few calls that splitting makes; the contract of the real ones is tested with their adapters. */
class Notes {
  readonly hops: RecordedHop[] = [];
  private readonly kept = new Map<string, readonly IssuePart[]>();
  keepParts = async (id: string, parts: readonly IssuePart[]): Promise<void> => void this.kept.set(id, parts);
  parts = async (issue: string): Promise<RawArticle[]> => [...this.kept.values()].flat().filter((part) => part.issue === issue).map(({ article }) => article);
  document = async (): Promise<LedgerDocument> => ({ document: aDocument(), hops: this.hops });
}

/** The work of the thread, without one. */
const pool = { run: async (task: SplitTask) => split(task) } as unknown as SplitPool;

let unknown = 0;
const metrics = { unknownBylines: (articles: number) => void (unknown += articles) };

let originals: InMemoryOriginalStore;
let ledger: Notes;
beforeEach(() => {
  originals = new InMemoryOriginalStore();
  ledger = new Notes();
});

function splitStage(): Stage {
  const stage = new SplitStage(originals, pool, new Completion(ledger, metrics));
  return aStage({
    name: 'split-document',
    input: documentReceived.name,
    outputs: [articleRaw.name],
    handle: (records, { lane, signal }) => stage.split({ records, lane, signal }),
  });
}

/** Keeps the bytes, and makes the event that says so. */
async function received(content: string | Uint8Array, mediaType: 'text/plain' | 'application/json' = 'text/plain') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const id = documentId(bytes);
  await originals.put(id, bytes);
  return aDocument({ id, mediaType, bytes: bytes.length });
}

const run = (...values: unknown[]): Promise<StageRun> => runStage(splitStage(), values.map((value) => ({ key: 'one', value })));
const outcomes = ({ hops }: StageRun): string[] => hops.map(({ outcome, reason }) => reason ?? outcome);
const articlesOf = ({ outputs }: StageRun): RawArticle[] =>
  (outputs.get(articleRaw.name) ?? []).map(({ value }) => RawArticle.parse(JSON.parse(new TextDecoder().decode(value))));

const page = (number: string, text: string) => ({ publication: '文流日报', issueDate: '2024-03-01', page: number, url: null, revision: 1, text });

async function printed({ text, ...hints }: ReturnType<typeof page>) {
  return { ...(await received(text)), hints };
}

describe('split-document', () => {
  const FIRST = page('1', '清水河上建起三座新水闸\n　　本报讯（记者 尤长河）清水河水闸工程指挥部昨天宣布，三座水闸全部合龙，灌溉面积将增加到四十二万亩。（下转第三版）');
  const THIRD = page('3', '清水河上建起三座新水闸\n　　（上接第一版）清水河水闸工程指挥部还说，明年春灌前完成试运行，沿线农户不必再等水。');

  it.each([['in order', [FIRST, THIRD]], ['in reverse order', [THIRD, FIRST]]])('joins parts of one article that come in two documents, %s', async (_, pages) => {
    const documents = [];
    for (const one of pages) documents.push(await printed(one));
    const articles: RawArticle[] = [];
    for (const document of documents) articles.push(...articlesOf(await run(document)));
    const newest = new Map<string, RawArticle>();
    for (const article of articles) if ((newest.get(article.id)?.version ?? 0) <= article.version) newest.set(article.id, article);
    const [joined, ...more] = [...newest.values()].filter(({ change }) => change.kind !== 'superseded');
    expect(more).toEqual([]);
    expect(joined).toMatchObject({ page: '1', complete: true, change: { kind: 'updated', reason: 'continued' } });
    expect(joined?.paragraphs.join('')).toMatch(/四十二万亩。.*不必再等水。$/);
    expect(newest.size).toBe(2);
  });

  it('withdraws what a document gave under older rules and does not give now', async () => {
    const document = await printed(FIRST);
    const hop = { subject: document.id, eventId: '0/1', service: 'ingest', stage: 'split-document', at: document.receivedAt, outcome: 'forward', reason: null, detail: null, version: null } as const;
    const [kept] = articlesOf(await run(document));
    const gone = '9'.repeat(64);
    ledger.hops.push({ ...hop, outputs: [{ id: gone, version: 100_000, title: '旧的' }, { id: kept?.id ?? '', version: 100_000, title: null }] });
    expect(articlesOf(await run(document))).toHaveLength(1);
    const again = articlesOf(await run({ ...document, reprocess: true }));
    expect(again.map(({ id, change }) => [id, change.kind])).toEqual(expect.arrayContaining([[kept?.id, 'created'], [gone, 'superseded']]));
    expect(again).toHaveLength(2);
  });

  it('makes articles of a document, and names them in its outcome', async () => {
    const document = await received('[{"title":"一","paragraphs":["甲。"]},{"title":"二","paragraphs":["乙。"]}]', 'application/json');
    const ran = await run(document);
    const articles = articlesOf(ran);
    expect(ran.hops[0]?.outputs.map(({ title }) => title)).toEqual(['一', '二']);
    // Articles of different ids keep no order in the log.
    expect(articles.map(({ id, version, title }) => ({ id, version, title }))).toEqual(expect.arrayContaining(ran.hops[0]?.outputs ?? []));
    expect(articles.map(({ documentId: of }) => of)).toEqual([document.id, document.id]);
  });

  it('counts bylines of which it understands no name', async () => {
    const byline = { raw: '本报驻渡口全体同仁', authors: [], photographers: [] };
    const known = { raw: '记者 车路', authors: [{ name: '车路', role: '记者' }], photographers: [] };
    const before = unknown;
    await run(await received(JSON.stringify([byline, known, byline].map((one, n) => ({ title: `第${n}篇`, byline: one, paragraphs: ['正文。'] }))), 'application/json'));
    expect(unknown - before).toBe(2);
  });

  it('gives every input of a batch its own outcome, in order', async () => {
    const noise = Uint8Array.from({ length: 4_000 }, (_, n) => (n * n * 7 + 131 * n) % 256);
    const [good, empty, unreadable, broken, last] = [
      await received('好消息\n　　一段正文，说的是外贸。'),
      await received('　　\n\n'),
      await received(noise),
      await received('{"paragraphs":', 'application/json'),
      await received('另一则好消息\n　　一段正文，说的是港口。'),
    ];
    const missing = aDocument({ id: 'f'.repeat(64) });
    const ran = await run(good, empty, unreadable, missing, { id: 1 }, new TextEncoder().encode('{'), broken, last);
    expect(outcomes(ran)).toEqual(['forward', 'empty-text', 'undecodable-bytes', 'unknown-document', 'invalid-message', 'invalid-message', 'invalid-message', 'forward']);
    expect(articlesOf(ran).map(({ title }) => title).sort()).toEqual(['另一则好消息', '好消息']);
    expect(ran.quarantined).toHaveLength(5);
  });

  it('gives the same articles when a document comes again', async () => {
    const document = await received('好消息\n　　一段正文，说的是外贸。');
    const [first, second] = articlesOf(await run(document, document));
    expect(second).toEqual(first);
  });

  it('takes more than fits into one portion', async () => {
    const page = (n: number): string => `第${n}页\n　　${'一段很长的正文。'.repeat(60_000)}`;
    const documents = await Promise.all([1, 2, 3, 4].map((n) => received(page(n))));
    const ran = await run(...documents);
    expect(outcomes(ran)).toEqual(['forward', 'forward', 'forward', 'forward']);
    expect(new Set(articlesOf(ran).map(({ documentId: of }) => of)).size).toBe(4);
  });
});
