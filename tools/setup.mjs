// Makes a fresh clone ready: installs when the lockfile has changed, builds when a source has. Runs on the machine's own Node,
// before the project's exists, and so uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path) => join(root, path);
const hash = (text) => createHash('sha256').update(text).digest('hex');
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Does `act` unless the stamp says that it was done for this very state. */
function once(stamp, state, words, act) {
  if (read(inRoot(stamp)) === state) return;
  process.stderr.write(`${words}\n`);
  act();
  writeFileSync(inRoot(stamp), state);
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.git'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else yield path;
  }
}

function stateOfSources() {
  const files = ['libs', 'services', 'tools', 'e2e'].flatMap((folder) => [...sources(inRoot(folder))]).concat(inRoot('tsconfig.base.json'), inRoot('package-lock.json'));
  return hash(files.map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`).join('\n'));
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    // All of it to stderr: stdout belongs to the command that comes after.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${inRoot('node_modules/.bin')}${delimiter}${process.env.PATH}` },
  });
  // The command has said what is wrong.
  if (status !== 0) process.exit(1);
}

once('node_modules/.installed', hash(read(inRoot('package-lock.json'))), 'Installing packages (once, about a minute) …', () =>
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
);
once('node_modules/.built', stateOfSources(), 'Building …', () => run('node', [inRoot('tools/build.mjs')]));
