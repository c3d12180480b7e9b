import { settingsSchema } from '@wenliu/standalone';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { queryFaults, type KnownMetrics } from './known-metrics.js';
import { settingFaults } from './settings.js';

const Container = z.looseObject({
  image: z.string(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  startupProbe: z.looseObject({}).optional(),
  livenessProbe: z.looseObject({}).optional(),
  readinessProbe: z.looseObject({}).optional(),
  resources: z.looseObject({ requests: z.record(z.string(), z.string()), limits: z.record(z.string(), z.string()) }),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.object({ drop: z.array(z.string()) }),
  }),
});
const Deployment = z.looseObject({
  kind: z.literal('Deployment'),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    replicas: z.number().optional(),
    template: z.looseObject({
      spec: z.looseObject({
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.looseObject({ runAsNonRoot: z.boolean() }),
        containers: z.array(Container).length(1),
      }),
    }),
  }),
});
const ConfigMap = z.looseObject({ kind: z.literal('ConfigMap'), data: z.record(z.string(), z.string()) });
const ScaledObject = z.looseObject({
  kind: z.literal('ScaledObject'),
  spec: z.looseObject({
    scaleTargetRef: z.object({ name: z.string() }),
    maxReplicaCount: z.number(),
    triggers: z.array(z.looseObject({ metadata: z.looseObject({ query: z.string() }) })),
  }),
});
const Budget = z.looseObject({ kind: z.literal('PodDisruptionBudget'), metadata: z.looseObject({ name: z.string() }) });
const Secret = z.object({ metadata: z.looseObject({ name: z.string() }), data: z.record(z.string(), z.string()) });

/** A process has left 10 s after SIGTERM, and is told up to 5 s after the pod is. */
const LEAVES_WITHIN_SECONDS = 15;

/** A sentence for everything that `kubectl kustomize` gave and that is not as it must be. */
export function kubernetesFaults(rendered: string, roles: readonly string[], version: string, known: KnownMetrics): string[] {
  const objects = parseAllDocuments(rendered).map((document) => z.unknown().parse(document.toJS()));
  const all = <T>(schema: z.ZodType<T>): T[] => objects.flatMap((object) => schema.safeParse(object).data ?? []);
  const [deployments, scaled, budgets, configs] = [all(Deployment), all(ScaledObject), all(Budget), all(ConfigMap)];
  const settings = Object.fromEntries(configs.flatMap(({ data }) => Object.entries(data)));
  const partitions = settingsSchema.shape.WENLIU_KAFKA_PARTITIONS.parse(settings['WENLIU_KAFKA_PARTITIONS']);
  const budgeted = budgets.map(({ metadata }) => metadata.name);
  return [
    ...roles.filter((role) => !deployments.some(({ metadata }) => metadata.name === role)).map((role) => `there is no deployment of ${role}`),
    ...roles.filter((role) => !budgeted.includes(role)).map((role) => `there is no disruption budget of ${role}`),
    ...deployments.flatMap((deployment) => deploymentFaults(deployment, version, settings)),
    ...scaled.flatMap(({ spec }) => scalingFaults(spec, deployments, partitions, known)),
  ].map((fault) => `deploy/kubernetes: ${fault}`);
}

function deploymentFaults({ metadata, spec }: z.infer<typeof Deployment>, version: string, settings: Readonly<Record<string, string>>): string[] {
  const pod = spec.template.spec;
  return pod.containers.flatMap((container) => {
    const { securityContext: rights, resources } = container;
    const rules: readonly [boolean, string][] = [
      [container.image.endsWith(`:${version}`), `runs ${container.image}, and package.json says ${version}`],
      [pod.securityContext.runAsNonRoot, 'may run as root'],
      [!rights.allowPrivilegeEscalation, 'may gain privileges'],
      [rights.readOnlyRootFilesystem, 'can write into its image'],
      [rights.capabilities.drop.includes('ALL'), 'keeps capabilities'],
      [resources.limits['memory'] !== undefined && resources.requests['memory'] !== undefined, 'has no memory request and limit'],
      [container.startupProbe !== undefined && container.livenessProbe !== undefined && container.readinessProbe !== undefined, 'lacks a probe'],
      [pod.terminationGracePeriodSeconds >= LEAVES_WITHIN_SECONDS, 'is killed before it has drained'],
    ];
    const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    const broken = rules.filter(([holds]) => !holds).map(([, fault]) => fault);
    return [...broken, ...settingFaults(settingsSchema, { ...settings, ...own })].map((fault) => `${metadata.name} ${fault}`);
  });
}

function scalingFaults(spec: z.infer<typeof ScaledObject>['spec'], deployments: readonly z.infer<typeof Deployment>[], partitions: number, known: KnownMetrics): string[] {
  const { name } = spec.scaleTargetRef;
  const target = deployments.find(({ metadata }) => metadata.name === name);
  return [
    ...(target === undefined ? [`what scales ${name} finds no such deployment`] : []),
    ...(target?.spec.replicas === undefined ? [] : [`${name} has a number of replicas and an autoscaler`]),
    ...(spec.maxReplicaCount > partitions ? [`${name} may have ${spec.maxReplicaCount} replicas, and there are ${partitions} partitions`] : []),
    ...spec.triggers.flatMap(({ metadata }) => queryFaults(`the autoscaler of ${name}`, metadata.query, known)),
  ];
}

/** The example must not be taken as it is: each of its values has to be one that Kubernetes cannot read. */
export function secretFaults(text: string): string[] {
  const { data } = Secret.parse(parse(text));
  const unknown = Object.keys(data).filter((name) => !(name in settingsSchema.shape)).map((name) => `${name} is not a setting`);
  const usable = Object.entries(data).filter(([, value]) => /^[A-Za-z0-9+/\s]*=*$/.test(value)).map(([name]) => `${name} could be applied as it is`);
  return [...unknown, ...usable].map((fault) => `deploy/kubernetes/secret.example.yaml: ${fault}`);
}
