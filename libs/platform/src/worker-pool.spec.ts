import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { WorkerPool } from './worker-pool.js';

interface Task {
  name: string;
  /** Waits until its first number is not 0. */
  gate?: Int32Array;
  fails?: boolean;
}

const SOURCE = `
  export default async ({ name, gate, fails }) => {
    if (gate) Atomics.wait(gate, 0, 0);
    if (fails) throw new RangeError('cannot do ' + name);
    return name;
  };`;
const folder = mkdtempSync(join(tmpdir(), 'wenliu-pool-'));
const ENTRY = pathToFileURL(join(folder, 'task.mjs'));
writeFileSync(ENTRY, SOURCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pools: WorkerPool<Task, string>[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function open(threads = 1): WorkerPool<Task, string> {
  const pool = new WorkerPool<Task, string>({ entry: ENTRY, threads, workerData: null });
  pools.push(pool);
  return pool;
}

const never = new AbortController().signal;
const closedGate = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));
function openGate(gate: Int32Array): void {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}

describe('WorkerPool', () => {
  it('takes live tasks before backfill, each lane in the order it came', async () => {
    const pool = open();
    const gate = closedGate();
    const order: string[] = [];
    const run = (name: string, lane: 'live' | 'backfill', holding?: Int32Array): Promise<unknown> =>
      pool.run({ name, ...(holding === undefined ? {} : { gate: holding }) }, { lane, signal: never }).then((done) => order.push(done));
    const all = [run('under way', 'backfill', gate), run('old 1', 'backfill'), run('old 2', 'backfill'), run('new 1', 'live'), run('new 2', 'live')];
    openGate(gate);
    await Promise.all(all);
    expect(order).toEqual(['under way', 'new 1', 'new 2', 'old 1', 'old 2']);
  });

  it('ends the thread of a task that is aborted, and goes on with another', async () => {
    const pool = open();
    const stop = new AbortController();
    const hanging = pool.run({ name: 'hangs', gate: closedGate() }, { lane: 'live', signal: stop.signal });
    const next = pool.run({ name: 'next' }, { lane: 'live', signal: never });
    setTimeout(() => stop.abort(), 50);
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await expect(next).resolves.toBe('next');
  });

  it('drops a task that is aborted while it waits', async () => {
    const pool = open();
    const gate = closedGate();
    const stop = new AbortController();
    const first = pool.run({ name: 'first', gate }, { lane: 'live', signal: never });
    const dropped = pool.run({ name: 'dropped' }, { lane: 'live', signal: stop.signal });
    const last = pool.run({ name: 'last' }, { lane: 'live', signal: never });
    stop.abort();
    openGate(gate);
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await Promise.all([first, last])).toEqual(['first', 'last']);
  });

  it('rejects with what the task threw, and takes the next', async () => {
    const pool = open();
    await expect(pool.run({ name: 'this', fails: true }, { lane: 'live', signal: never })).rejects.toThrow('cannot do this');
    await expect(pool.run({ name: 'that' }, { lane: 'live', signal: never })).resolves.toBe('that');
  });

  it('works side by side on as many threads as it was given', async () => {
    const pool = open(2);
    const gate = closedGate();
    const held = pool.run({ name: 'held', gate }, { lane: 'live', signal: never });
    await expect(pool.run({ name: 'free' }, { lane: 'live', signal: never })).resolves.toBe('free');
    openGate(gate);
    await held;
  });
});
