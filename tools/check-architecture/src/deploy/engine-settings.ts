import type { Engine } from '@wenliu/engines';
import type { Compose, ComposeService } from './compose.js';

type Engines = Readonly<Record<'kafka' | 'opensearch' | 'mongodb', Pick<Engine, 'heap' | 'jvmFlags' | 'settings'>>>;

/** A sentence for every setting that tests run with and the compose file does not. */
export function engineFaults({ services }: Compose, engines: Engines): string[] {
  const { kafka, opensearch, mongodb } = engines;
  return Object.entries({ kafka, opensearch, mongodb }).flatMap(([name, engine]) => {
    const service = services[name];
    if (service === undefined) return [`docker-compose.yml: there is no ${name}`];
    const wanted = wantedOf(name, engine);
    return [...wanted].filter(([, holds]) => !holds(service)).map(([line]) => `docker-compose.yml: ${name} is not as tests run it: ${line}`);
  });
}

type Holds = (service: ComposeService) => boolean;

function wantedOf(name: string, { heap, jvmFlags, settings }: Engines['kafka']): Map<string, Holds> {
  const wanted = new Map<string, Holds>();
  const environment = (key: string, value: string): void => {
    wanted.set(`${key}=${value}`, (service) => service.environment[key] === value);
  };
  const option = (key: string, flag: string): void => {
    wanted.set(`${flag} in ${key}`, ({ environment: set }) => (set[key] ?? '').split(' ').includes(flag));
  };
  switch (name) {
    case 'kafka':
      for (const [key, value] of Object.entries(settings)) environment(kafkaVariable(key), value);
      for (const flag of flagsOf(heap, jvmFlags)) option('KAFKA_HEAP_OPTS', flag);
      return wanted;
    case 'opensearch':
      for (const [key, value] of Object.entries(settings)) environment(key, value);
      for (const flag of flagsOf(heap, jvmFlags)) option('OPENSEARCH_JAVA_OPTS', flag);
      return wanted;
    default:
      // MongoDB has a cache where its stand-in has a heap, and its settings are on the command line.
      wanted.set(`a cache of ${gigabytes(heap)} GB`, ({ command }) => command[command.indexOf('--wiredTigerCacheSizeGB') + 1] === gigabytes(heap));
      for (const [key, value] of Object.entries(settings)) wanted.set(`--${key} ${value}`, ({ command }) => command[command.indexOf(`--${key}`) + 1] === value);
      return wanted;
  }
}

/** As the image of Apache Kafka reads properties from the environment. */
const kafkaVariable = (property: string): string => `KAFKA_${property.replaceAll('_', '__').replaceAll('-', '___').replaceAll('.', '_').toUpperCase()}`;

/** `--option value` is written as one word where words are parted by spaces. */
const flagsOf = (heap: string | null, flags: readonly string[]): string[] => [`-Xmx${heap ?? ''}`, ...flags.join(' ').replaceAll(/(--\S+) (?!-)/g, '$1=').split(' ').filter((flag) => flag !== '')];

const gigabytes = (heap: string | null): string => String(Number(heap?.replace('m', '')) / 1024);
