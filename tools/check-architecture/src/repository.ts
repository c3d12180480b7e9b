import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What only these packages need: to build or fetch something when they are installed. */
const MAY_RUN_SCRIPTS = ['node', 'nodejs-jieba'];
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'];
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|pdf|gz|zip|gbk|db)$/;

const MACHINE_BOUND: readonly [RegExp, string][] = [
  [/https?:\/\/[^\s"'/]*\b(?:registry|npmmirror|artifactory|nexus|verdaccio)\b[^\s"'/]*/i, 'names a package registry'],
  [/(?:^|[\s"'`(=:])\/(?:home|Users|root|work|workspace)\/[\w.-]/, 'names a path of one machine'],
  [/\b[A-Z]:\\+(?:Users|Documents)\b/, 'names a path of one machine'],
];

const SOURCE = /^(libs|services|tools)\/.*\/src\/.*\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/;
const SAYS_NOTHING = /(^|[/.-])(utils?|helpers?|common|shared|misc|service|interface)(\/|\.)/;

/** A sentence for everything in the repository that would not work, or not be the same, on another machine. */
export function repositoryFaults(root: string): string[] {
  const files = listFiles(root);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return [
    ...files.filter((path) => !BINARY.test(path)).flatMap((path) => textFaults(path, read(path))),
    ...files.filter((path) => basename(path) === 'package.json').flatMap((path) => manifestFaults(path, JSON.parse(read(path)))),
    ...lockFaults(JSON.parse(read('package-lock.json'))),
    ...files.flatMap(nameFaults),
  ];
}

function listFiles(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export function textFaults(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, i) =>
    MACHINE_BOUND.filter(([pattern]) => pattern.test(line)).map(([, fault]) => `${path}:${i + 1} ${fault}`),
  );
}

export function manifestFaults(path: string, manifest: unknown): string[] {
  const ranges = DEPENDENCIES.flatMap((key) => Object.entries(entry(manifest, key)))
    .filter(([, version]) => typeof version === 'string' && !EXACT.test(version))
    .map(([name, version]) => `${path}: ${name} is ${String(version)}, not an exact version`);
  if (path !== 'package.json') return ranges;
  const scripts = Object.keys(entry(manifest, 'allowScripts')).sort().join(', ');
  return scripts === MAY_RUN_SCRIPTS.join(', ') ? ranges : [...ranges, `${path}: allowScripts is ${scripts}, not ${MAY_RUN_SCRIPTS.join(', ')}`];
}

export function lockFaults(lock: unknown): string[] {
  return Object.entries(entry(lock, 'packages'))
    .map(([path, locked]) => [path, entry({ locked }, 'locked')['resolved']])
    .filter(([, resolved]) => typeof resolved === 'string' && resolved.includes(':'))
    .map(([path]) => `package-lock.json: ${String(path)} is bound to one registry: npm install with the project's .npmrc leaves "resolved" out`);
}

export function nameFaults(path: string): string[] {
  if (!SOURCE.test(path)) return [];
  const faults = [];
  if (!KEBAB.test(basename(path))) faults.push(`${path}: file names are kebab-case`);
  if (SAYS_NOTHING.test(path.slice(path.indexOf('/src/') + 1))) faults.push(`${path}: the name does not say what is in it`);
  return faults;
}

/** The object under a key, or an empty one. */
function entry(value: unknown, key: string): Record<string, unknown> {
  const found: unknown = entriesOf(value).find(([name]) => name === key)?.[1];
  return Object.fromEntries(entriesOf(found));
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);
