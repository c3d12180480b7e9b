// Tells the story under one profile: `npm run e2e -- [--profile cluster] [--update] [file …]`. What it does not know goes to jest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isExcused, withEngines } from './engines.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Six minutes are the aim; what takes twice as long hangs. */
const LIMIT_MS = 12 * 60_000;

const { values, positionals } = parseArgs({
  options: { profile: { type: 'string', default: 'embedded' }, update: { type: 'boolean', default: false } },
  allowPositionals: true,
});

async function tell(): Promise<number> {
  const env = { ...process.env, E2E_PROFILE: values.profile, ...(values.update ? { E2E_UPDATE: 'true' } : {}) };
  const jest = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'e2e/jest.config.mjs'];
  const child = spawn(process.execPath, [...jest, ...positionals], { cwd: ROOT, stdio: 'inherit', env, timeout: LIMIT_MS });
  // Node's own arguments of the event.
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

try {
  process.exitCode = values.profile === 'cluster' ? await withEngines(tell) : await tell();
} catch (error) {
  if (!isExcused(error)) throw error;
  process.stderr.write(`skipped: the story under the cluster profile: ${error.message}\n`);
}
