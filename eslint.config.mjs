import eslint from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import architecture from './tools/check-architecture/rules.mjs';

// @nx/enforce-module-boundaries reads the graph from its cache, and would pass everything without one.
await createProjectGraphAsync();

const SPECS = ['**/*.{spec,contract,fixture}.ts', 'libs/testing/**'];
const DOMAIN = ['services/*/src/domain/**/*.ts'];

/** Tag → the tags it may depend on, and the packages from outside it may use. */
const LAYERS = {
  contracts: { on: [], packages: ['zod'] },
  ports: { on: ['contracts'], packages: [] },
  core: { on: ['contracts', 'ports'], packages: [] },
  language: { on: ['contracts', 'language'], packages: ['nodejs-jieba', '@node-rs/jieba'] },
  adapter: { on: ['contracts', 'ports', 'core', 'language'], packages: ['kafkajs', 'mongoose', 'mongodb', '@opensearch-project/*'] },
  platform: { on: ['contracts', 'ports', 'core', 'adapter'] },
  service: { on: ['contracts', 'ports', 'core', 'language', 'platform'] },
  // What starts services: it reads settings, and its commands work on files without a server.
  app: { on: ['contracts', 'ports', 'core', 'language', 'platform', 'service', 'app'] },
  // An index in memory finds what the query's own predicate finds.
  testing: { on: ['contracts', 'ports', 'core', 'language'] },
  web: { on: ['contracts'], packages: ['preact*', '@preact/*', 'vite*'] },
  tool: { on: ['contracts', 'ports', 'core', 'language', 'adapter', 'platform', 'service', 'app', 'tool'] },
};

const boundaries = (alsoOn, alsoPackages) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allowCircularSelfDependency: false,
    // The command line loads what a command needs when it runs.
    checkDynamicDependenciesExceptions: ['.*'],
    banTransitiveDependencies: true,
    allow: [],
    depConstraints: Object.entries(LAYERS).map(([tag, { on, packages }]) => ({
      sourceTag: `type:${tag}`,
      onlyDependOnLibsWithTags: [...on, ...alsoOn].map((other) => `type:${other}`),
      ...(packages ? { allowedExternalImports: [...packages, ...alsoPackages] } : {}),
    })),
  },
];

const only = (names, ...files) => ({ names, files });
const IMPORTERS = [
  // The doctor asks Node whether it has it.
  only(['node:sqlite', 'sqlite'], 'libs/adapters/sqlite/**', 'tools/cli/src/doctor/check-node.ts'),
  // The story removes what its servers leave in engines.
  only(['kafkajs'], 'libs/adapters/kafka/**', 'e2e/src/namespaces.ts'),
  only(['mongoose', 'mongodb'], 'libs/adapters/mongodb/**', 'e2e/src/namespaces.ts'),
  only(['@opensearch-project/opensearch'], 'libs/adapters/opensearch/**'),
  only(['nodejs-jieba'], 'libs/tokenizer/src/nodejs-jieba-segmenter.ts'),
  only(['@node-rs/jieba'], 'libs/tokenizer/src/node-rs-jieba-segmenter.ts'),
  only(['opencc-js'], 'tools/generate/src/fold-table.ts'),
  only(['linkedom', '@mozilla/readability'], 'services/ingest/src/domain/html/read-tree.ts'),
  only(['@nestjs'], 'libs/platform/**', 'services/**', 'tools/generate/**'),
  only(['prom-client'], 'libs/platform/**', 'tools/generate/**', 'tools/check-architecture/**'),
  only(['zod'], 'libs/contracts/**', 'libs/platform/**', 'services/**', 'tools/**', 'e2e/**'),
];

const PURE = {
  packages: ['@wenliu/contracts', '@wenliu/text', '@wenliu/text/subject', '@wenliu/text/words', '@wenliu/tokenizer', '@wenliu/query', 'node:crypto', 'zod', 'linkedom', '@mozilla/readability'],
  typesOf: ['@wenliu/ports'],
  namesOf: { '@wenliu/pipeline': ['forward', 'discard', 'quarantine', 'encode', 'decode'] },
};

const syntax = (selector, message) => ({ selector, message });
const EVERYWHERE = [
  syntax('ClassDeclaration[superClass.name!="Error"] MethodDefinition[kind="constructor"] > FunctionExpression[params.length>4]', 'A fifth dependency is a second class.'),
  syntax('ImportSpecifier[imported.name=/^(forwardRef|ModuleRef)$/]', 'Give the dependency its direction: no forwardRef, no ModuleRef.'),
];
const NO_ENVIRONMENT = [
  syntax('MemberExpression[object.name="process"][property.name="env"]', 'The environment is read by libs/platform/src/settings.ts only.'),
  syntax('ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]', 'The environment is read by libs/platform/src/settings.ts only.'),
];
const NO_OUTSIDE_WORLD = [
  syntax('NewExpression[callee.name="Date"][arguments.length=0]', 'Domain code has no clock: take the time as a value.'),
  syntax('CallExpression[callee.name="Date"]', 'Domain code has no clock: take the time as a value.'),
  syntax('MemberExpression[object.name="Date"][property.name="now"]', 'Domain code has no clock: take the time as a value.'),
  syntax('MemberExpression[object.name="Math"][property.name="random"]', 'Domain code has no randomness: the same input gives the same output.'),
  syntax('ImportSpecifier[imported.name=/^random/]', 'Domain code has no randomness: the same input gives the same output.'),
];
const OUTSIDE_WORLD = ['process', 'console', 'fetch', 'performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'require'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'tools/check-architecture/fixtures/**', 'data/**', 'coverage/**', '.nx/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly', performance: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, architecture },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_ENVIRONMENT],
      '@nx/enforce-module-boundaries': boundaries([], ['@jest/globals']),
      'architecture/only-importer': ['error', IMPORTERS],
      'architecture/says-why': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `return done(null)` ends early; a port's promise need not wait for anything.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Numbers and addresses in messages read well; other objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allow: ['URL', 'URLSearchParams'], allowAny: false, allowBoolean: false, allowNever: false, allowNullish: false, allowNumber: true, allowRegExp: false },
      ],
      // Strings are spread into characters on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // Node's and Nest's own functions return what this rule takes for strangers.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Printed pages are full of them.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }],
    },
  },
  {
    files: ['services/web/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: ['services/web/tsconfig.json', 'services/web/tsconfig.spec.json'] } },
  },
  { files: SPECS, rules: { '@nx/enforce-module-boundaries': boundaries(['testing'], ['@jest/globals']), 'architecture/says-why': 'off' } },
  {
    files: ['libs/platform/src/settings.ts', 'tools/**/*.ts', 'e2e/**/*.ts', '**/*.spec.ts', '**/*.contract.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE] },
  },
  {
    files: DOMAIN,
    ignores: SPECS,
    rules: {
      'architecture/pure-domain': ['error', PURE],
      'no-restricted-globals': ['error', ...OUTSIDE_WORLD.map((name) => ({ name, message: 'Domain code is values in, values out.' }))],
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_ENVIRONMENT, ...NO_OUTSIDE_WORLD],
    },
  },
);
