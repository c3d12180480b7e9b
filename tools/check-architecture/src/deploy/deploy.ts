import { ENGINES } from '@wenliu/engines';
import { ROLES } from '@wenliu/standalone';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readRules, recordedBy, ruleFaults } from './alerts.js';
import { asRules, boardFaults, queriesOf } from './boards.js';
import { composeFaults, readCompose } from './compose.js';
import { dockerfileFaults } from './dockerfile.js';
import { engineFaults } from './engine-settings.js';
import { knownMetrics } from './known-metrics.js';
import { kubernetesFaults, secretFaults } from './kubernetes.js';
import { runValidator, type Verdict } from './validators.js';

const Manifest = z.object({ version: z.string(), devDependencies: z.object({ node: z.string() }) });

export interface Findings {
  faults: string[];
  skipped: string[];
}

/** Everything an operator gets, looked at by us and by the validators of those who read it. */
export function deployFindings(root: string, mustRun: boolean): Findings {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const validate = (command: string, ...args: string[]): Verdict => runValidator(command, args, { cwd: root, mustRun });
  const { version, devDependencies } = Manifest.parse(JSON.parse(read('package.json')));
  const rules = readRules(read('deploy/prometheus/alerts.yml'));
  const known = knownMetrics(recordedBy(rules));
  const compose = readCompose(read('docker-compose.yml'));
  const queries = globSync('deploy/grafana/boards/*.json', { cwd: root }).sort().flatMap((path) => queriesOf(read(path)));
  const kubernetes = validate('kubectl', 'kustomize', 'deploy/kubernetes');
  const verdicts = [
    kubernetes,
    validate('docker-compose', '-f', 'docker-compose.yml', 'config', '-q'),
    validate('promtool', 'check', 'config', 'deploy/prometheus/prometheus.yml'),
    validate('promtool', 'test', 'rules', 'deploy/prometheus/alerts.test.yml'),
    withFile('boards.json', JSON.stringify(asRules(queries)), (path) => validate('promtool', 'check', 'rules', path)),
  ];
  return {
    skipped: verdicts.flatMap(({ skipped }) => skipped),
    faults: [
      ...composeFaults(compose, version),
      ...dockerfileFaults(read('deploy/Dockerfile'), devDependencies.node),
      ...engineFaults(compose, ENGINES),
      ...ruleFaults(rules, read('deploy/prometheus/alerts.test.yml'), read('docs/operations.md'), known),
      ...boardFaults(queries, known),
      ...(kubernetes.output === '' ? [] : kubernetesFaults(kubernetes.output, ROLES, version, known)),
      ...secretFaults(read('deploy/kubernetes/secret.example.yaml')),
      ...verdicts.flatMap(({ faults }) => faults),
    ],
  };
}

function withFile<T>(name: string, text: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-check-'));
  try {
    writeFileSync(join(folder, name), text);
    return use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
