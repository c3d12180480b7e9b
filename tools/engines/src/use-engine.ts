import { afterAll, it } from '@jest/globals';
import type { EngineName } from './engine-table.js';
import { EngineMissing } from './engine-missing.js';
import { findOrStart } from './find-or-start.js';
import { startEngine, type RunningEngine } from './start-engine.js';

const END_LIMIT_MS = 60_000;

/**
 * For the top level of a spec file: `await useEngine('kafka', (address) => { … })` describes its cases against a running engine, and
 * ends it after the last case if it was started for them. Where none can be had there is a skipped case that says why, or, with
 * `CI` set, an error.
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
    const end = await begin();
    afterAll(end, END_LIMIT_MS);
  } catch (cause) {
    const ci = process.env['CI'] ?? '';
    if (!(cause instanceof EngineMissing) || (ci !== '' && ci !== 'false')) throw cause;
    it.skip(`needs ${name} (skipped: ${cause.message})`, () => undefined);
  }
}
