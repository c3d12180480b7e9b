import { parse } from 'yaml';
import { z } from 'zod';
import { queryFaults, type KnownMetrics } from './known-metrics.js';

const Rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.union([
          z.object({ record: z.string(), expr: z.string() }),
          z.object({ alert: z.string(), expr: z.string(), labels: z.object({ severity: z.enum(['page', 'ticket']) }), annotations: z.record(z.string(), z.string()) }),
        ]),
      ),
    }),
  ),
});
const Tests = z.object({ tests: z.array(z.looseObject({ alert_rule_test: z.array(z.looseObject({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })).default([]) })) });

export type Rule = z.infer<typeof Rules>['groups'][number]['rules'][number];

export const readRules = (text: string): Rule[] => Rules.parse(parse(text)).groups.flatMap(({ rules }) => rules);

export const recordedBy = (rules: readonly Rule[]): string[] => rules.flatMap((rule) => ('record' in rule ? [rule.record] : []));

/** A sentence for every rule that asks for what nobody has, that no test sees fire, or whose section in the handbook is missing. */
export function ruleFaults(rules: readonly Rule[], tests: string, handbook: string, known: KnownMetrics): string[] {
  const alerts = rules.filter((rule) => 'alert' in rule);
  const fired = new Set(Tests.parse(parse(tests)).tests.flatMap((test) => test.alert_rule_test.filter((one) => one.exp_alerts.length > 0).map((one) => one.alertname)));
  const sections = [...handbook.matchAll(/^### (Wenliu\w+)$/gm)].map(([, name = '']) => name);
  return [
    ...rules.flatMap((rule) => queryFaults('alert' in rule ? rule.alert : rule.record, rule.expr, known)),
    ...alerts.filter(({ alert }) => !fired.has(alert)).map(({ alert }) => `no test in deploy/prometheus/alerts.test.yml sees ${alert} fire`),
    ...alerts.filter(({ alert, annotations }) => annotations['runbook'] !== `docs/operations.md#${alert.toLowerCase()}`).map(({ alert }) => `${alert} does not link its section in docs/operations.md`),
    ...alerts.filter(({ alert }) => !sections.includes(alert)).map(({ alert }) => `docs/operations.md does not say what to do for ${alert}`),
    ...sections.filter((name) => !alerts.some(({ alert }) => alert === name)).map((name) => `docs/operations.md has a section for ${name}, and there is no such alert`),
  ];
}
