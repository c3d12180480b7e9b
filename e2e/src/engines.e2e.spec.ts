import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { freePorts, startEngine, type EngineName, type RunningEngine } from '@wenliu/engines';
import { Client } from './client.js';
import { contentsOf } from './contents.js';
import { createDocuments } from './documents.js';
import { engineAddresses } from './engine-addresses.js';
import { eventually } from './eventually.js';
import { startOverloadedIndex } from './overloaded-index.js';
import { createRandom } from './random.js';
import { itIf, profile, startServer } from './story.fixture.js';

/** Longer than Kafka waits for a member that is silent, and for a transaction that is open. */
const GONE_MS = 25_000;
/** Longer than a stage is given for a batch. */
const SILENT_MS = 45_000;
const RECOVERS_WITHIN_MS = 30_000;
const WHY_NOT = 'data is not in engines';

const { hasEngines } = profile.features;
const own = new Map<EngineName, RunningEngine>();
beforeAll(async () => {
  if (!hasEngines) return;
  for (const name of ['kafka', 'mongodb'] as const) own.set(name, await startEngine(name));
}, 120_000);
afterAll(() => Promise.all([...own.values()].map((engine) => engine.stop())), 60_000);

function engineOf(name: EngineName): RunningEngine {
  const engine = own.get(name);
  if (engine === undefined) throw new Error(`${name} was not started`);
  return engine;
}

/** Engines of this file, which it may end. */
const ownEngines = (): Record<string, string> => ({ WENLIU_KAFKA_BROKERS: engineOf('kafka').address, WENLIU_MONGODB_URI: engineOf('mongodb').address });

const sources = (name: string, count: number): unknown[] => createDocuments(11, count).map(({ article }) => ({ ...article, sourceId: `${name}-${article.sourceId}` }));
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('an engine that is missing when the server starts', () => {
  itIf(hasEngines, WHY_NOT, 'is waited for, alive and not ready, and named with its setting', async () => {
    const [port = 0, mongoPort = 0] = await freePorts(2);
    const starting = startServer({ args: ['--port', String(port)], env: { WENLIU_MONGODB_URI: `mongodb://127.0.0.1:${mongoPort}` } });
    const client = new Client(`http://127.0.0.1:${port}`);
    const statusOf = (path: string): Promise<number | null> => client.request('GET', path).then(({ status }) => status, () => null);
    await eventually('a sign of life', async () => ((await statusOf('/health/live')) === 200 ? true : null));
    expect(await statusOf('/health/ready')).toBe(503);
    const refused = await eventually('the engine to be named', async () => {
      const answer = await client.send('正文', { type: 'text/plain' });
      return answer.bytes.toString('utf8').includes('article store') || answer.bytes.toString('utf8').includes('MongoDB') ? answer : null;
    });
    expect(refused).toMatchObject({ status: 503 });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);

    const mongodb = await startEngine('mongodb', { port: mongoPort });
    try {
      const server = await starting;
      expect(await server.client.isReady()).toBe(true);
      await server.client.until(await server.client.pushLines([{ paragraphs: ['等来了存储。'] }]), 'done');
      const { code, stderr } = await server.stop();
      expect(code).toBe(0);
      expect(stderr).toMatch(new RegExp(`waiting for MongoDB at mongodb://127.0.0.1:${mongoPort} .*WENLIU_MONGODB_URI`));
    } finally {
      await mongodb.stop();
    }
  }, 120_000);
});

describe('an engine that goes away', () => {
  interface Away {
    name: EngineName;
    leave: (engine: RunningEngine) => Promise<void> | void;
    comeBack: (engine: RunningEngine) => Promise<void> | void;
    ms: number;
  }

  async function goesAndComes({ name, leave, comeBack, ms }: Away): Promise<void> {
    const engine = engineOf(name);
    const server = await startServer({ env: ownEngines() });
    const { client } = server;
    const ids = await client.pushLines(sources(`${name}-${ms}`, 200));
    // In the middle of the work.
    await leave(engine);
    const began = performance.now();
    const refused = await eventually('503', async () => {
      const answer = await client.send(JSON.stringify({ paragraphs: ['引擎不在的时候。'] }), { type: 'application/json' });
      return answer.status === 503 ? answer : null;
    }, 90_000);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await client.request('GET', '/health/live')).status).toBe(200);
    await sleep(Math.max(0, began + ms - performance.now()));

    await comeBack(engine);
    const back = performance.now();
    const again = sources(`${name}-${ms}-again`, 10).map((one) => JSON.stringify(one)).join('\n');
    const receipt = await eventually('documents to be taken again', async () => {
      const answer = await client.send(again, { type: 'application/x-ndjson' });
      return answer.status === 202 ? answer : null;
    }, RECOVERS_WITHIN_MS);
    expect(receipt.status).toBe(202);
    await client.until(ids, 'done', RECOVERS_WITHIN_MS);
    expect(performance.now() - back).toBeLessThan(RECOVERS_WITHIN_MS);
    await eventually('readiness', async () => ((await client.isReady()) ? true : null));
    expect((await contentsOf(client)).repeated).toEqual([]);
    expect(await client.pipeline()).toMatchObject({ quarantined: 0, problems: [] });
    expect((await server.stop()).code).toBe(0);
  }

  itIf(hasEngines, WHY_NOT, 'Kafka, killed, costs nothing but time', () =>
    goesAndComes({ name: 'kafka', leave: (engine) => engine.kill(), comeBack: (engine) => engine.restart(), ms: GONE_MS }), 180_000);

  itIf(hasEngines, WHY_NOT, 'MongoDB, killed, costs nothing but time', () =>
    goesAndComes({ name: 'mongodb', leave: (engine) => engine.kill(), comeBack: (engine) => engine.restart(), ms: GONE_MS / 2 }), 180_000);

  itIf(hasEngines, WHY_NOT, 'MongoDB, silent for longer than a batch may take, quarantines nothing', () =>
    goesAndComes({ name: 'mongodb', leave: (engine) => engine.pause(), comeBack: (engine) => engine.resume(), ms: SILENT_MS }), 180_000);
});

describe('an index that refuses three of ten items', () => {
  itIf(hasEngines, WHY_NOT, 'loses none and doubles none', async () => {
    const index = await startOverloadedIndex(engineAddresses().WENLIU_OPENSEARCH_URL, 0.3, createRandom(5));
    try {
      const server = await startServer({ env: { WENLIU_OPENSEARCH_URL: index.address } });
      const documents = createDocuments(5, 400);
      await server.client.until(await server.client.pushLines(documents.map(({ article }) => article)), 'done', 60_000);
      const contents = await contentsOf(server.client);
      expect(contents.ids).toHaveLength(new Set(documents.map(({ number }) => number)).size);
      expect(contents.repeated).toEqual([]);
      expect(index.refused()).toBeGreaterThan(80);
      expect((await server.client.pipeline()).quarantined).toBe(0);
      await server.stop();
    } finally {
      await index.close();
    }
  }, 120_000);
});
