import { ENGINES, type EngineName } from './engine-table.js';
import { startEngine } from './start-engine.js';
import { isUp, readState } from './state.js';

export interface UsedEngine {
  readonly address: string;
  /** Ends it if it was started for its user. */
  end(): Promise<void>;
}

/** The one that the setting names, else the one that `up` started, else one of our own. `EngineMissing` where none can be had. */
export async function findOrStart(name: EngineName): Promise<UsedEngine> {
  const found = await findEngine(name);
  if (found !== null) return found;
  const own = await startEngine(name);
  return { address: own.address, end: () => own.stop() };
}

/** One that is there already. */
export async function findEngine(name: EngineName): Promise<UsedEngine | null> {
  const set = process.env[ENGINES[name].setting];
  // FerretDB shares its setting with the engine it stands in for.
  if (set !== undefined && set !== '' && ENGINES[name].byDefault) return { address: set, end: async () => undefined };
  const kept = (await readState()).find((other) => other.name === name);
  return kept && (await isUp(kept)) ? { address: kept.address, end: async () => undefined } : null;
}
