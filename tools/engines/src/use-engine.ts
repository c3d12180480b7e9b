import { afterAll, it } from '@jest/globals';
import { ENGINES, type EngineName } from './engine-table.js';
import { EngineMissing } from './engine-missing.js';
import { startEngine } from './start-engine.js';
import { isUp, readState } from './state.js';

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
  try {
    const used = await findOrStart(name);
    describeCases(used.address);
    afterAll(() => used.end(), 60_000);
  } catch (cause) {
    const ci = process.env['CI'] ?? '';
    if (!(cause instanceof EngineMissing) || (ci !== '' && ci !== 'false')) throw cause;
    it.skip(`needs ${name} (skipped: ${cause.message})`, () => undefined);
  }
}
