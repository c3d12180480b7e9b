import { PipelineMetrics } from '@wenliu/platform';
import { Registry } from 'prom-client';
import { code, page, table } from './markdown.js';

const ABOUT = `At \`/metrics\`, in Prometheus' text format. Names and labels are promises: dashboards and alerts are made of them. The metrics of
Node and of the process (\`nodejs_*\`, \`process_*\`) come with them; which of those there are depends on the system.`;

export function metricsPage(): string {
  const { registry } = new PipelineMetrics(new Registry());
  const rows = registry
    .getMetricsAsArray()
    .filter(({ name }) => name.startsWith('wenliu_'))
    .map((metric) => [code(metric.name), String(metric.type), labelsOf(metric), metric.help]);
  return page('Metrics', ABOUT, table(['name', 'type', 'labels', 'meaning'], rows));
}

/** Every metric has its label names; the declared type leaves them out. */
function labelsOf(metric: object): string {
  if (!('labelNames' in metric) || !Array.isArray(metric.labelNames)) throw new Error('prom-client keeps label names elsewhere now');
  return metric.labelNames.map(String).map(code).join(', ');
}
