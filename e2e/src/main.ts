// Tells the story under one profile: `npm run e2e -- [--profile embedded] [--update] [file …]`. What it does not know goes to jest.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Four minutes are the aim; what takes twice as long hangs. */
const LIMIT_MS = 8 * 60_000;

const { values, positionals } = parseArgs({
  options: { profile: { type: 'string', default: 'embedded' }, update: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const env = { ...process.env, E2E_PROFILE: values.profile, ...(values.update ? { E2E_UPDATE: 'true' } : {}) };
const jest = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'e2e/jest.config.mjs'];
const { status } = spawnSync(process.execPath, [...jest, ...positionals], { cwd: ROOT, stdio: 'inherit', env, timeout: LIMIT_MS });
process.exitCode = status ?? 1;
