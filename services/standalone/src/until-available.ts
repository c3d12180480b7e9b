import { setTimeout as delay } from 'node:timers/promises';
import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';
import type { EngineWords } from '@wenliu/platform/cluster';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** Whoever reads the log has not forgotten what it waits for. */
const SAY_EVERY_MS = 30_000;

export interface WaitOptions<T> {
  engine: EngineWords;
  open: () => Promise<T>;
  signal: AbortSignal;
  say: (line: string) => void;
  /** What is waited for, `null` when it is there. */
  told: (engine: string, problem: string | null) => void;
}

/**
 * Opens an engine as soon as it is there, however long that takes. Rejects where it refuses us, with the settings to look at, and
 * when the signal is aborted.
 */
export async function untilAvailable<T>({ engine, open, signal, say, told }: WaitOptions<T>): Promise<T> {
  let said = -Infinity;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      const opened = await open();
      if (said !== -Infinity) say(`${engine.name} at ${engine.address} is there`);
      told(engine.name, null);
      return opened;
    } catch (error) {
      if (error instanceof PortMisconfigured) throw new Error(`${error.message}: look at ${engine.settings}`, { cause: error });
      if (!(error instanceof PortUnavailable)) throw error;
      told(engine.name, error.message);
      if (performance.now() - said >= SAY_EVERY_MS) {
        said = performance.now();
        say(`waiting for ${engine.name} at ${engine.address} (${engine.settings}): ${error.message}`);
      }
    }
    await delay(pause, undefined, { signal });
  }
}
