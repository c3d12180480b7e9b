// Gives every package the targets `build`, `lint` and `test`, so that no package has to repeat them: `nx run-many -t build`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function targetsOf(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    // A package with a build of its own, the web page, keeps it.
    ...(scripts?.build ? {} : { build: { command: 'tsc -b', options: { cwd: root } } }),
    lint: { command: `eslint ${root}` },
    test: { command: `npm test -- --passWithNoTests ${root}/`, dependsOn: ['build'] },
  };
}

export const name = 'wenliu-targets';
export const createNodesV2 = [
  '{{libs,libs/adapters,services,tools}/*,e2e}/tsconfig.json',
  (files) => files.map((file) => [file, { projects: { [dirname(file)]: { targets: targetsOf(dirname(file)) } } }]),
];
