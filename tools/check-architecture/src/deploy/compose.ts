import { settingsSchema } from '@wenliu/standalone';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingFaults } from './settings.js';

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Service = z.looseObject({
  image: z.string(),
  build: z.unknown().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), Text).default({}),
  ports: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  restart: z.string().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  mem_limit: z.string().optional(),
});
export type ComposeService = z.infer<typeof Service>;

const Compose = z.looseObject({ services: z.record(z.string(), Service), networks: z.record(z.string(), z.looseObject({ internal: z.boolean().default(false) })) });
export type Compose = z.infer<typeof Compose>;

export const readCompose = (text: string): Compose => Compose.parse(parse(text, { merge: true }));

/** Their images write into their own folders. */
const MAY_WRITE = ['kafka', 'opensearch'];
const EXACT_TAG = /^[\w./-]+:v?\d+\.\d+\.\d+$/;

/** A sentence for everything in the file that is not as safe, or not as exact, as it must be. */
export function composeFaults({ services, networks }: Compose, version: string): string[] {
  const faults = Object.entries(services).flatMap(([name, service]) => serviceFaults(name, service, version).map((fault) => `docker-compose.yml: ${name} ${fault}`));
  return networks['engines']?.internal === true ? faults : [...faults, 'docker-compose.yml: the network of the engines is not internal'];
}

function serviceFaults(name: string, service: ComposeService, version: string): string[] {
  const ours = service.image.startsWith('wenliu:');
  const rules: readonly [boolean, string][] = [
    [EXACT_TAG.test(service.image), `has no exact version: ${service.image}`],
    [!ours || service.image === `wenliu:${version}`, `is ${service.image}, and package.json says ${version}`],
    [service.ports.every((port) => port.startsWith('127.0.0.1:')), `publishes a port on more than 127.0.0.1: ${service.ports.join(', ')}`],
    // The image of ours has a health check.
    [ours || service.healthcheck !== undefined, 'has no health check'],
    [Object.values(service.depends_on).every(({ condition }) => condition === 'service_healthy'), 'does not wait until what it depends on is healthy'],
    [service.restart !== undefined, 'is not started again when it ends'],
    [service.cap_drop.includes('ALL'), 'keeps capabilities'],
    [service.security_opt.includes('no-new-privileges:true'), 'may gain privileges'],
    [service.read_only || MAY_WRITE.includes(name), 'can write into its image'],
    [service.mem_limit !== undefined, 'has no memory limit'],
  ];
  const broken = rules.filter(([holds]) => !holds).map(([, fault]) => fault);
  return ours ? [...broken, ...settingFaults(settingsSchema, service.environment)] : broken;
}
