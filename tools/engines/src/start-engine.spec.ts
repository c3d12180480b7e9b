import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EngineMissing } from './engine-missing.js';
import { eventually, listens, worksOn } from './processes.js';
import { startEngine, type RunningEngine } from './start-engine.js';

/** The smallest engine, for what all have in common. */
const start = () => startEngine('mongodb');
const ci = process.env['CI'] ?? '';
const missing = await start().then(
  async (engine) => engine.stop().then(() => null),
  (cause: unknown) => {
    if (cause instanceof EngineMissing && (ci === '' || ci === 'false')) return cause.message;
    throw cause;
  },
);
const describeHere = missing === null ? describe : describe.skip;

describeHere(`an engine's process${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let engine: RunningEngine;
  beforeAll(async () => { engine = await start(); }, 60_000);
  afterAll(() => engine.stop(), 60_000);

  it('is gone after a kill, and comes back on the same port and data', async () => {
    const [pid, address] = [engine.pid, engine.address];
    await engine.kill();
    expect(await listens(engine.port)).toBe(false);
    await engine.restart();
    expect([engine.address, await listens(engine.port)]).toEqual([address, true]);
    expect(engine.pid).not.toBe(pid);
  }, 60_000);

  it('does nothing while it is paused', async () => {
    engine.pause();
    const isStopped = async () => (await readFile(`/proc/${engine.pid}/stat`, 'utf8')).split(' ')[2] === 'T';
    if (existsSync('/proc/self/stat')) expect(await eventually(isStopped, 5_000)).toBe(true);
    engine.resume();
    expect(await listens(engine.port)).toBe(true);
  });

  it('leaves no process and no data when it is stopped', async () => {
    const other = await start();
    await other.stop();
    expect([await worksOn(other.pid, other.folder), existsSync(other.folder)]).toEqual([false, false]);
  }, 60_000);

  it('ends when the process that started it was killed', async () => {
    const module = new URL('./start-engine.js', import.meta.url).href;
    const script = `import { startEngine } from ${JSON.stringify(module)};
      const engine = await startEngine('mongodb');
      console.log(JSON.stringify([engine.pid, engine.folder]));
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const [pid, folder] = JSON.parse(line.toString()) as [number, string];
    expect(await worksOn(pid, folder)).toBe(true);
    parent.kill('SIGKILL');
    expect(await eventually(async () => !(await worksOn(pid, folder)), 10_000)).toBe(true);
    await rm(folder, { recursive: true });
  }, 60_000);

  it('says its last lines when it cannot start', async () => {
    await expect(startEngine('mongodb', { port: engine.port })).rejects.toThrow(/did not start: it ended with code 1\n[^]*Address already in use/);
  }, 60_000);
});
