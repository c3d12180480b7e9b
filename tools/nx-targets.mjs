// Gives every package the targets `build`, `lint` and `test`, so that no package has to repeat them: `nx run-many -t build`.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGES = '{libs,libs/adapters,services,tools}/*/tsconfig.json';

function targetsOf(root) {
  const compiles = existsSync(join(root, 'src/index.ts'));
  return {
    // The web page is built by its own script.
    ...(compiles ? { build: { command: 'tsc -b', options: { cwd: root } } } : {}),
    lint: { command: `eslint ${root}` },
    test: { command: `npm test -- --passWithNoTests ${root}/`, dependsOn: ['build'] },
  };
}

export const name = 'wenliu-targets';
export const createNodesV2 = [
  PACKAGES,
  (files) => files.map((file) => [file, { projects: { [dirname(file)]: { targets: targetsOf(dirname(file)) } } }]),
];
