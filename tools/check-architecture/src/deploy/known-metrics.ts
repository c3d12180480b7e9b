import { PipelineMetrics } from '@wenliu/platform';
import { Registry } from 'prom-client';
import { namesIn } from './promql.js';

/** Series by name, with their labels; `null` where they may have any. */
export type KnownMetrics = ReadonlyMap<string, ReadonlySet<string> | null>;

/** What Prometheus itself adds to each target, and our configuration of it. */
const TARGET_LABELS = ['job', 'instance', 'role'];
const PROMETHEUS_OWN = ['up', 'ALERTS'];

/** The metrics of a process of ours, those of Prometheus, and what rules record. */
export function knownMetrics(recorded: readonly string[]): KnownMetrics {
  const known = new Map<string, ReadonlySet<string> | null>([...PROMETHEUS_OWN, ...recorded].map((name) => [name, null]));
  for (const metric of new PipelineMetrics(new Registry()).registry.getMetricsAsArray()) {
    const labels = new Set([...TARGET_LABELS, ...labelsOf(metric)]);
    if (String(metric.type) !== 'histogram') known.set(metric.name, labels);
    else for (const part of ['_bucket', '_sum', '_count']) known.set(metric.name + part, new Set([...labels, ...(part === '_bucket' ? ['le'] : [])]));
  }
  return known;
}

/** Every metric has its label names; the declared type leaves them out. */
function labelsOf(metric: object): string[] {
  if (!('labelNames' in metric) || !Array.isArray(metric.labelNames)) throw new Error('prom-client keeps label names elsewhere now');
  return metric.labelNames.map(String);
}

/** A sentence for every metric, and every label it is selected by, that no process has. */
export function queryFaults(where: string, expression: string, known: KnownMetrics): string[] {
  const { metrics, labels } = namesIn(expression);
  const unknown = [...metrics].filter((name) => !known.has(name)).map((name) => `${where} asks for ${name}, which nobody has`);
  const strange = [...labels].flatMap(([name, used]) => [...used].filter((label) => known.get(name)?.has(label) === false).map((label) => `${where} selects ${name} by ${label}, which it has not`));
  const empty = metrics.size === 0 ? [`${where} asks for nothing: ${expression}`] : [];
  return [...unknown, ...strange, ...empty];
}
