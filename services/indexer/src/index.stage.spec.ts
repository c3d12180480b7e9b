import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArticleIndexed, articleIndexed, articleTagged, type TaggedArticle } from '@wenliu/contracts';
import type { Stage } from '@wenliu/pipeline';
import { openEmbedded, type PipelineMetrics, type Ports } from '@wenliu/platform';
import { PortUnavailable } from '@wenliu/ports';
import { aStage, aTaggedArticle, runStage, type StageRun } from '@wenliu/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IndexStage } from './index.stage.js';

let folder: string;
let ports: Ports;
/** How often the index is away before it answers. */
let away: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenliu-indexer-'));
  ports = await openEmbedded(folder);
  away = 0;
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that the stage asks of them. */
const METRICS = { searchableAfter: () => undefined } as unknown as PipelineMetrics;

function indexStage(): Stage {
  const index = new Proxy(ports.search, {
    get: (target, key) => {
      if (key === 'put' && away-- > 0) return () => Promise.reject(new PortUnavailable('search index', 'red'));
      const found: unknown = Reflect.get(target, key);
      // A method, bound to what it belongs to.
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
  const stage = new IndexStage(ports.articles, index, METRICS);
  return aStage({
    name: 'index-article',
    input: articleTagged.name,
    outputs: [articleIndexed.name],
    handle: (records, { lane, signal }) => stage.write({ records, lane, signal }),
  });
}

const run = (...values: unknown[]): Promise<StageRun> => runStage(indexStage(), values.map((value) => ({ key: 'one', value })));
const outcomes = ({ hops }: StageRun): string[] => hops.map(({ outcome, reason }) => reason ?? outcome);
const found = async (text: string): Promise<number> =>
  (await ports.search.search({ query: { kind: 'phrase', field: 'any', text }, sort: 'date', size: 1, cursor: null, facets: [] })).total;

const first = aTaggedArticle({ version: 1_001, paragraphs: ['第一版的文字。'] });
const second: TaggedArticle = { ...first, version: 2_001, paragraphs: ['第二版的文字。'] };
const retraction: TaggedArticle = { ...first, version: 3_001, change: { kind: 'retracted', reason: null, fields: [] } };

describe('index-article', () => {
  it('stores, indexes and announces', async () => {
    const ran = await run(first);
    expect(outcomes(ran)).toEqual(['forward']);
    const [announced] = ran.outputs.get(articleIndexed.name) ?? [];
    expect(ArticleIndexed.parse(JSON.parse(new TextDecoder().decode(announced?.value)))).toMatchObject({ id: first.id, version: 1_001 });
    expect(await found('第一版')).toBe(1);
    const [stored] = await ports.articles.get([first.id]);
    expect(JSON.parse(new TextDecoder().decode(stored?.body))).toEqual(first);
  });

  it('replaces by a newer version, within a batch too, and lets an older one change nothing', async () => {
    expect(outcomes(await run(first, second, first))).toEqual(['forward', 'forward', 'older-version']);
    expect([await found('第一版'), await found('第二版')]).toEqual([0, 1]);
    expect(await ports.articles.count()).toBe(1);
  });

  it('announces a repeat again: it may have been written before a crash and not announced', async () => {
    expect(outcomes(await run(first))).toEqual(['forward']);
    const again = await run(first);
    expect(outcomes(again)).toEqual(['forward']);
    expect(again.outputs.get(articleIndexed.name)).toHaveLength(1);
    expect([await found('第一版'), await ports.articles.count()]).toEqual([1, 1]);
  });

  it('takes a retracted article out, for good against older versions', async () => {
    expect(outcomes(await run(first, retraction, second))).toEqual(['forward', 'forward', 'older-version']);
    expect([await found('第一版'), await found('第二版'), await ports.articles.count()]).toEqual([0, 0, 0]);
    expect(await ports.articles.get([first.id])).toMatchObject([{ retracted: true, version: 3_001 }]);
  });

  it('puts the same version with other content aside, and keeps what is there', async () => {
    expect(outcomes(await run(first, { ...first, paragraphs: ['同一版，另一种文字。'] }))).toEqual(['forward', 'version-conflict']);
    expect([await found('第一版'), await found('另一种')]).toEqual([1, 0]);
  });

  it('quarantines what is no article, with its bytes, and takes its neighbours', async () => {
    const poison = new TextEncoder().encode('{"id":');
    const ran = await run(first, poison, { ...second, id: 'not a hash' }, second);
    expect(outcomes(ran)).toEqual(['forward', 'invalid-message', 'invalid-message', 'forward']);
    expect(ran.quarantined.map(({ headers }) => headers['wl_reason'])).toEqual(['invalid-message', 'invalid-message']);
    expect(Buffer.from(ran.quarantined[0]?.value ?? []).equals(poison)).toBe(true);
    expect(await found('第二版')).toBe(1);
  });

  it('waits for an index that is away, and does not count that as failing', async () => {
    away = 4;
    const ran = await run(first);
    expect(outcomes(ran)).toEqual(['forward']);
    expect(ran.waiting).toContain('search index is unavailable: red');
    expect(ran.waiting.at(-1)).toBeNull();
    expect(ran.settled).toMatchObject([{ attempts: 1 }]);
    expect(await found('第一版')).toBe(1);
  });
});
