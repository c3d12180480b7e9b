import { describe, expect, it } from '@jest/globals';
import { ENGINES } from '@wenliu/engines';
import { readFileSync } from 'node:fs';
import { readRules, ruleFaults } from './alerts.js';
import { asRules, boardFaults, queriesOf } from './boards.js';
import { composeFaults, readCompose } from './compose.js';
import { dockerfileFaults } from './dockerfile.js';
import { engineFaults } from './engine-settings.js';
import { knownMetrics } from './known-metrics.js';
import { kubernetesFaults, secretFaults } from './kubernetes.js';
import { namesIn } from './promql.js';
import { runValidator } from './validators.js';

const ROOT = new URL('../../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const known = knownMetrics([]);

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const faultsOf = (changed: string): string[] => composeFaults(readCompose(changed), '0.1.0');

  it('is as it must be, and runs the engines as tests do', () => {
    expect(composeFaults(readCompose(text), '0.1.0')).toEqual([]);
    expect(engineFaults(readCompose(text), ENGINES)).toEqual([]);
  });

  it.each([
    ['mongo:8.0.21', 'mongo:8', 'has no exact version'],
    ['mongo:8.0.21', 'mongo', 'has no exact version'],
    ['wenliu:0.1.0', 'wenliu:0.0.9', 'package.json says'],
    ['"127.0.0.1:8080:8080"', '"8080:8080"', 'publishes a port'],
    ['  init: true\n  read_only: true', '  init: true', 'can write into its image'],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', 'keeps capabilities'],
    ['mem_limit: 960m', 'init: true', 'has no memory limit'],
    ['WENLIU_NLP_WORKERS: "2"', 'WENLIU_NLP_WORKERS: "two"', 'WENLIU_NLP_WORKERS'],
    ['WENLIU_NLP_WORKERS: "2"', 'WENLIU_NLP_WORKER: "2"', 'WENLIU_NLP_WORKER is not a setting'],
    ['engines: { internal: true }', 'engines: {}', 'is not internal'],
  ])('is not: %s as %s', (from, to, fault) => {
    expect(text).toContain(from);
    expect(faultsOf(text.replace(from, to)).join('\n')).toContain(fault);
  });

  it.each([
    ['KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false"', 'KAFKA_AUTO_CREATE_TOPICS_ENABLE: "true"'],
    ['      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: "1"\n', ''],
    ['-Xms512m -Xmx512m', '-Xms512m -Xmx1g'],
    ['--add-modules=jdk.incubator.vector', ''],
    ['action.auto_create_index: "false"', 'action.auto_create_index: "true"'],
    ['"--wiredTigerCacheSizeGB", "0.5"', '"--wiredTigerCacheSizeGB", "2"'],
  ])('runs an engine otherwise than tests do with %j as %j', (from, to) => {
    expect(text).toContain(from);
    expect(engineFaults(readCompose(text.replace(from, to)), ENGINES)).toHaveLength(1);
  });

  it('misses every setting that tests have and it has not', () => {
    const kafka = { ...ENGINES.kafka, settings: { ...ENGINES.kafka.settings, 'log.cleaner.enable': 'true' } };
    expect(engineFaults(readCompose(text), { ...ENGINES, kafka })).toEqual(['docker-compose.yml: kafka is not as tests run it: KAFKA_LOG_CLEANER_ENABLE=true']);
  });
});

describe('deploy/Dockerfile', () => {
  const text = read('deploy/Dockerfile');

  it('is as it must be', () => {
    expect(dockerfileFaults(text, '24.21.0')).toEqual([]);
  });

  it.each([
    ['FROM node:24.21.0-bookworm AS build', 'FROM node:24 AS build', 'is made from node:24 AS build'],
    ['USER 1000:1000', 'USER 0:0', 'root'],
    ['USER 1000:1000', 'USER node', 'root'],
    ['USER 1000:1000', '# USER 1000:1000', 'root'],
    ['HEALTHCHECK', '# HEALTHCHECK', 'no health check'],
    ['ENTRYPOINT ["node", ', 'ENTRYPOINT ["sh", "-c", ', 'does not start node itself'],
    ['COPY seeds', 'ADD seeds', 'adds files'],
  ])('is not: %s as %s', (from, to, fault) => {
    expect(text).toContain(from);
    expect(dockerfileFaults(text.replace(from, to), '24.21.0').join('\n')).toContain(fault);
  });

  it('follows the Node that we test on', () => {
    expect(dockerfileFaults(text, '24.22.0')).toHaveLength(1);
  });
});

describe('the metrics that a query asks for', () => {
  it.each([
    ['up', ['up']],
    ['sum by (stage) (rate(a_total{x="b_total{y=1}"}[5m])) / on (stage) group_left (z) c:d', ['a_total', 'c:d']],
    ['histogram_quantile(0.99, sum by (le) (rate(h_bucket[$__rate_interval]))) > 1e3', ['h_bucket']],
    ['a > bool 5 and b offset 5m or vector(0) unless on () c', ['a', 'b', 'c']],
    ['absent(up{job="x"} == 1)', ['up']],
    ['sum(a) without (x)', ['a']],
  ])('are found: %s', (expression, metrics) => {
    expect([...namesIn(expression).metrics]).toEqual(metrics);
  });

  it('are found with the labels they are selected by', () => {
    const { labels } = namesIn('a{x="1", y=~"2,z=3", w!="4"} + b');
    expect([...(labels.get('a') ?? [])]).toEqual(['x', 'y', 'w']);
    expect([...(labels.get('b') ?? [])]).toEqual([]);
  });
});

describe('boards and alerts', () => {
  it('ask for what there is', () => {
    const faults = boardFaults(
      [
        { where: 'A', expression: 'rate(wenliu_stage_duration_seconds_count{stage="x", le="1"}[1m])' },
        { where: 'B', expression: 'wenliu_stage_duration_seconds{stage="x"}' },
        { where: 'C', expression: 'wenliu_log_lag_messages{stage="x"} + nodejs_eventloop_lag_p99_seconds{role="api"}' },
        { where: 'D', expression: '1' },
      ],
      known,
    );
    expect(faults).toEqual([
      'A selects wenliu_stage_duration_seconds_count by le, which it has not',
      'B asks for wenliu_stage_duration_seconds, which nobody has',
      'C selects wenliu_log_lag_messages by stage, which it has not',
      'D asks for nothing: 1',
    ]);
  });

  it('are read with every query', () => {
    const queries = queriesOf(read('deploy/grafana/boards/engines.json'));
    expect(queries.length).toBeGreaterThan(8);
    expect(JSON.stringify(asRules(queries))).not.toContain('$__');
  });

  it('say what to do, and were seen to fire', () => {
    const rules = readRules(`groups: [{ rules: [
      { alert: WenliuOne, expr: up == 0, for: 1m, labels: { severity: page }, annotations: { runbook: docs/operations.md#wenliuone } },
      { alert: WenliuTwo, expr: up == 0, labels: { severity: page }, annotations: { runbook: docs/operations.md#wenliuone } }]}]`);
    const tests = 'tests: [{ alert_rule_test: [{ alertname: WenliuOne, exp_alerts: [{}] }, { alertname: WenliuTwo, exp_alerts: [] }] }]';
    expect(ruleFaults(rules, tests, '### WenliuOne\n\n### WenliuThree\n', known)).toEqual([
      'no test in deploy/prometheus/alerts.test.yml sees WenliuTwo fire',
      'WenliuTwo does not link its section in docs/operations.md',
      'docs/operations.md does not say what to do for WenliuTwo',
      'docs/operations.md has a section for WenliuThree, and there is no such alert',
    ]);
  });
});

describe('deploy/kubernetes', () => {
  const rendered = (changes: readonly [string, string][] = []): string => {
    const text = ['base/api.yaml', 'base/nlp.yaml', 'autoscaling/scaled-objects.yaml'].map((path) => read(`deploy/kubernetes/${path}`)).join('---\n');
    return changes.reduce((done, [from, to]) => done.replaceAll(from, to), text.replaceAll('image: wenliu\n', 'image: wenliu:0.1.0\n'));
  };
  const faultsOf = (...changes: [string, string][]): string[] =>
    kubernetesFaults(rendered(changes), ['api', 'nlp'], '0.1.0', known).filter((fault) => !fault.includes('finds no such deployment'));

  it('is as it must be', () => {
    expect(faultsOf()).toEqual([]);
  });

  it.each([
    ['image: wenliu:0.1.0', 'image: wenliu:1', 'runs wenliu:1'],
    ['readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false', 'can write'],
    ['runAsNonRoot: true', 'runAsNonRoot: false', 'may run as root'],
    ['readinessProbe', 'someProbe', 'lacks a probe'],
    ['terminationGracePeriodSeconds: 30', 'terminationGracePeriodSeconds: 10', 'before it has drained'],
    ['maxReplicaCount: 6', 'maxReplicaCount: 60', 'there are 12 partitions'],
    ['wenliu_log_lag_messages', 'wenliu_lag_messages', 'asks for wenliu_lag_messages'],
    ['name: WENLIU_NLP_WORKERS', 'name: WENLIU_NLP_WORKER', 'is not a setting'],
    ['kind: PodDisruptionBudget', 'kind: Other', 'no disruption budget of api'],
  ])('is not: %s as %s', (from, to, fault) => {
    expect(faultsOf([from, to]).join('\n')).toContain(fault);
  });

  it('has an example of a secret that nobody can apply as it is', () => {
    const example = read('deploy/kubernetes/secret.example.yaml');
    expect(secretFaults(example)).toEqual([]);
    expect(secretFaults(example.replace(/WENLIU_MONGODB_URI: .*/, 'WENLIU_MONGODB_URI: c2VjcmV0'))).toEqual([
      'deploy/kubernetes/secret.example.yaml: WENLIU_MONGODB_URI could be applied as it is',
    ]);
  });
});

describe('a validator', () => {
  const options = { cwd: '.', mustRun: false };

  it('is a fault where it finds one, with what it said', () => {
    const { faults } = runValidator(process.execPath, ['-e', 'console.error("line 3 is wrong"); process.exit(1)'], options);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('line 3 is wrong');
    expect(runValidator(process.execPath, ['-e', '1'], options)).toEqual({ faults: [], skipped: [], output: '' });
  });

  it('that is not installed is left out with the reason, and a fault where everything must be looked at', () => {
    expect(runValidator('no-such-validator', ['x'], options)).toMatchObject({ faults: [], skipped: ['no-such-validator x: no-such-validator is not installed'] });
    expect(runValidator('no-such-validator', ['x'], { ...options, mustRun: true })).toMatchObject({ faults: ['no-such-validator x: no-such-validator is not installed'], skipped: [] });
  });
});
