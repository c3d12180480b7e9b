import { afterAll, it } from '@jest/globals';
import type { EngineName } from './engine-table.js';
import { EngineMissing } from './engine-missing.js';
import { findEngine, findOrStart } from './find-or-start.js';
import { startEngine, type RunningEngine } from './start-engine.js';

const END_LIMIT_MS = 60_000;

/**
 * For the top level of a spec file: `await useEngine('kafka', (address) => { … })` describes its cases against an engine that runs.
 * Where none does there is a skipped case that says how to start it. With `CI` set it is started for them and ended after the last
 * case, and one that cannot be had is an error.
 */
export async function useEngine(name: EngineName, describeCases: (address: string) => void): Promise<void> {
  await orSkip(name, async () => {
    const used = await findOrStart(name);
    describeCases(used.address);
    return () => used.end();
  });
}

/** The same with an engine of the file's own, for cases that kill it. */
export async function useOwnEngine(name: EngineName, describeCases: (engine: RunningEngine) => void): Promise<void> {
  await orSkip(name, async () => {
    const engine = await startEngine(name);
    describeCases(engine);
    return () => engine.stop();
  });
}

async function orSkip(name: EngineName, begin: () => Promise<() => Promise<void>>): Promise<void> {
  try {
    // Fetching and starting engines takes minutes: whoever has not asked for it is told how.
    if (!isCi() && (await findEngine(name)) === null) throw new EngineMissing('it is not started: npm run engines -- up starts the engines');
    const end = await begin();
    afterAll(end, END_LIMIT_MS);
  } catch (cause) {
    if (!(cause instanceof EngineMissing) || isCi()) throw cause;
    it.skip(`needs ${name} (skipped: ${cause.message})`, () => undefined);
  }
}

function isCi(): boolean {
  const ci = process.env['CI'] ?? '';
  return ci !== '' && ci !== 'false';
}
