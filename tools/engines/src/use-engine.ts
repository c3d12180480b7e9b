import { afterAll, it } from '@jest/globals';
import { ENGINES, type EngineName } from './engine-table.js';
import { EngineMissing } from './engine-missing.js';
import { startEngine, type RunningEngine } from './start-engine.js';
import { isUp, readState } from './state.js';

const END_LIMIT_MS = 60_000;

interface Used {
  readonly address: string;
  end(): Promise<void>;
}

/** The one that the setting names, else the one that `up` started, else one of our own. */
async function findOrStart(name: EngineName): Promise<Used> {
  const set = process.env[ENGINES[name].setting];
  // FerretDB shares its setting with the engine it stands in for.
  if (set !== undefined && set !== '' && ENGINES[name].byDefault) return { address: set, end: async () => undefined };
  const kept = (await readState()).find((other) => other.name === name);
  if (kept && (await isUp(kept))) return { address: kept.address, end: async () => undefined };
  const own = await startEngine(name);
  return { address: own.address, end: () => own.stop() };
}

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
