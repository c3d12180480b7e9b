import { articleRaw, documentReceived, RawArticle } from '@wenliu/contracts';
import type { Stage } from '@wenliu/pipeline';
import { aDocument, aStage, InMemoryOriginalStore, runStage, type StageRun } from '@wenliu/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { documentId } from './domain/identity.js';
import type { SplitPool } from './split-pool.js';
import { SplitStage } from './split.stage.js';
import split, { type SplitTask } from './split.worker.js';

/** The work of the thread, without one. */
const pool = { run: async (task: SplitTask) => split(task) } as unknown as SplitPool;

let originals: InMemoryOriginalStore;
beforeEach(() => {
  originals = new InMemoryOriginalStore();
});

function splitStage(): Stage {
  const stage = new SplitStage(originals, pool);
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

describe('split-document', () => {
  it('makes articles of a document, and names them in its outcome', async () => {
    const document = await received('[{"title":"一","paragraphs":["甲。"]},{"title":"二","paragraphs":["乙。"]}]', 'application/json');
    const ran = await run(document);
    const articles = articlesOf(ran);
    expect(ran.hops[0]?.outputs.map(({ title }) => title)).toEqual(['一', '二']);
    // Articles of different ids keep no order in the log.
    expect(articles.map(({ id, version, title }) => ({ id, version, title }))).toEqual(expect.arrayContaining(ran.hops[0]?.outputs ?? []));
    expect(articles.map(({ documentId: of }) => of)).toEqual([document.id, document.id]);
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
