import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deployFindings } from './deploy/deploy.js';
import { missedViolations } from './planted.js';
import { repositoryFaults } from './repository.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const bin = (name: string): string => join(ROOT, 'node_modules', name);

/** True when the step found nothing; what it found it has printed. */
type Step = () => boolean | Promise<boolean>;

const node =
  (...args: string[]): Step =>
  () =>
    spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;

const TSC = bin('typescript/bin/tsc');

const STEPS: Readonly<Record<string, { says: string; run: Step }>> = {
  types: {
    says: 'everything compiles',
    run: all(node(TSC, '-b', '.', 'services/web/tsconfig.spec.json'), node(TSC, '--noEmit', '-p', 'services/web')),
  },
  lint: { says: 'style and boundaries hold', run: node(bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0') },
  planted: { says: 'planted violations are caught', run: async () => quiet(await missedViolations(ROOT)) },
  knip: { says: 'no file, export or dependency is unused', run: node(bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints') },
  generated: { says: 'generated files are what the code says', run: node(join(ROOT, 'tools/generate/dist/main.js'), '--check') },
  golden: { says: 'no page is split worse than when it was last accepted', run: node(join(ROOT, 'tools/golden/dist/main.js')) },
  deploy: { says: 'compose, kubernetes, alerts and boards are valid and agree with the code', run: deploy },
  repository: { says: 'nothing is bound to one machine', run: () => quiet(repositoryFaults(ROOT)) },
};

function all(...steps: readonly Step[]): Step {
  return async () => {
    const held = [];
    for (const step of steps) held.push(await step());
    return held.every(Boolean);
  };
}

function quiet(faults: readonly string[]): boolean {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length === 0;
}

/** With CI set, a validator that is not installed is a fault. */
function deploy(): boolean {
  const { faults, skipped } = deployFindings(ROOT, (process.env['CI'] ?? '') !== '');
  for (const reason of skipped) process.stderr.write(`skipped: ${reason}\n`);
  return quiet(faults);
}

async function check(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) throw new Error(`no such check: ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`);
  const lines: string[] = [];
  let held = true;
  for (const [name, { says, run }] of Object.entries(STEPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`${name} …\n`);
    const started = performance.now();
    const ok = await run();
    held &&= ok;
    lines.push(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${says}`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return held;
}

process.exitCode = (await check(process.argv.slice(2))) ? 0 : 1;
