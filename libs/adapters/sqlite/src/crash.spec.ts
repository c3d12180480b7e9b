import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogRecord } from '@wenliu/ports';
import { InMemoryOriginalStore, readTopic } from '@wenliu/testing';
import { openSqlite, type SqliteEngine } from './sqlite-engine.js';

const KILLS = 6;
const VICTIM = fileURLToPath(new URL('./crash-victim.fixture.js', import.meta.url));

const idOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const textOf = (bytes: Uint8Array | null | undefined): string | null => (bytes ? Buffer.from(bytes).toString() : null);

/** What was acknowledged, by kind. */
type Acknowledged = Map<string, Set<number>>;

/** Runs a process that writes, kills it after `lines` acknowledgements and `ms`, and adds what it acknowledged. */
async function runAndKill(folder: string, from: number, lines: number, ms: number, into: Acknowledged): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', VICTIM, folder, String(from)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let complaints = '';
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString();
  });
  let count = 0;
  for await (const line of createInterface(child.stdout)) {
    const [kind = '', n = ''] = line.split(' ');
    into.set(kind, (into.get(kind) ?? new Set()).add(Number(n)));
    if (++count === lines) setTimeout(() => child.kill('SIGKILL'), ms);
  }
  await exited;
  if (child.signalCode !== 'SIGKILL') throw new Error(`the process ended by itself (${String(child.exitCode)}): ${complaints}`);
}

describe('kill -9', () => {
  const acknowledged: Acknowledged = new Map();
  const said = (kind: string): number[] => [...(acknowledged.get(kind) ?? [])].sort((a, b) => a - b);
  let folder: string;
  let engine: SqliteEngine;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenliu-crash-'));
    for (let kill = 0; kill < KILLS; kill++) {
      // At a point that differs from kill to kill, within the steps of one turn of the loop.
      await runAndKill(folder, 10_000 * kill, 40 + 7 * kill, kill, acknowledged);
    }
    engine = await openSqlite(folder, new InMemoryOriginalStore());
  }, 60_000);
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('came in the middle of writing, each time', () => {
    for (const kind of ['original', 'received', 'appended', 'stored', 'indexed', 'committed']) {
      const rounds = new Set(said(kind).map((n) => Math.floor(n / 10_000)));
      expect([kind, rounds.size]).toEqual([kind, KILLS]);
    }
  });

  it.each(['log', 'ledger', 'originals', 'articles', 'search'])('leaves %s.db whole', (name) => {
    const db = new DatabaseSync(join(folder, `${name}.db`), { readOnly: true });
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    db.close();
  });

  it('loses no original, document, article or search document that was acknowledged', async () => {
    const ids = (kind: string): string[] => said(kind).map(idOf);
    for (const n of said('original')) expect(textOf(await engine.originals.get(idOf(n)))).toBe(`original ${n}`);
    expect(await engine.ledger.known(ids('received'))).toEqual(said('received').map(() => true));
    const articles = await engine.articles.get(ids('stored'));
    expect(articles.map((article) => textOf(article?.body))).toEqual(said('stored').map((n) => `article ${n}`));
    expect(await engine.search.versions(ids('indexed'))).toEqual(said('indexed').map(() => 1));
    for (const n of said('indexed')) {
      const query = { kind: 'phrase', field: 'title', text: `n${n}` } as const;
      expect((await engine.search.search({ query, sort: 'date', size: 5, cursor: null, facets: [] })).hits.map(({ id }) => id)).toEqual([idOf(n)]);
    }
  });

  it('counts what is there', async () => {
    expect(await engine.articles.count()).toBe((await engine.articles.scan(null, 100_000)).length);
    const { total, hits } = await engine.search.search({ query: { kind: 'all' }, sort: 'date', size: 1_000, cursor: null, facets: [] });
    expect(hits).toHaveLength(total);
  });

  it('loses no record that was acknowledged, and keeps both of an append or neither', async () => {
    const records = await readTopic(engine.log, 'input');
    const lanes = new Map<string, string[]>();
    for (const { key, lane, value } of records) {
      expect(textOf(value)).toBe(`${lane} ${key}`);
      lanes.set(key, [...(lanes.get(key) ?? []), lane].sort());
    }
    expect(said('appended').filter((n) => !lanes.has(String(n)))).toEqual([]);
    expect([...lanes.values()].every((both) => both.join() === 'backfill,live')).toBe(true);
    expectConsecutive(records);
  });

  it('has exactly one output for each record that the group is behind', async () => {
    const outputs = await readTopic(engine.log, 'output');
    expectConsecutive(outputs);
    const committed = await engine.log.committed('relay', 'input');
    const read = (await readTopic(engine.log, 'input')).filter(({ partition, offset }) => offset < (committed.get(partition) ?? 0));
    expect(outputs.map(({ value }) => textOf(value)).sort()).toEqual(read.map(({ value }) => textOf(value)).sort());
    const relayed = new Set(outputs.map(({ key }) => Number(key)));
    expect(said('committed').filter((n) => !relayed.has(n))).toEqual([]);
  });
});

function expectConsecutive(records: readonly LogRecord[]): void {
  const next = new Map<number, number>();
  for (const { partition, offset } of records) {
    expect(offset).toBe(next.get(partition) ?? 0);
    next.set(partition, offset + 1);
  }
}
