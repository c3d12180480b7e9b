import { ENGINES, EngineMissing, findOrStart, type EngineName } from '@wenliu/engines';

const NAMES: readonly EngineName[] = ['kafka', 'mongodb', 'opensearch'];

/**
 * Runs something that needs the engines, whose addresses are in the environment then: those that are set, else those that
 * `npm run engines -- up` started, else own ones, which end with it. Throws `EngineMissing` where one cannot be had.
 */
export async function withEngines<T>(run: () => Promise<T>): Promise<T> {
  const used: { end(): Promise<void> }[] = [];
  try {
    for (const name of NAMES) {
      const engine = await findOrStart(name);
      used.push(engine);
      process.env[ENGINES[name].setting] = engine.address;
    }
    return await run();
  } finally {
    await Promise.all(used.map((engine) => engine.end()));
  }
}

/** With `CI` set an engine that is missing is a failure, else a reason not to run. */
export function isExcused(error: unknown): error is EngineMissing {
  const ci = process.env['CI'] ?? '';
  return error instanceof EngineMissing && (ci === '' || ci === 'false');
}
