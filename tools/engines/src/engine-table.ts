/** What a deployment shares with the engines that tests run on: docker-compose.yml is checked against this table. */
export type EngineName = 'kafka' | 'opensearch' | 'mongodb' | 'ferretdb';

export interface Engine {
  /** What `engines up` starts when it is told no names. */
  readonly byDefault: boolean;
  /** The setting of Wenliu that takes the address. */
  readonly setting: string;
  /** Before host and port in the address. */
  readonly scheme: string;
  /** The JVM's largest heap; `null` where there is no JVM. */
  readonly heap: string | null;
  readonly jvmFlags: readonly string[];
  /** The engine's own settings, apart from ports and folders. */
  readonly settings: Readonly<Record<string, string>>;
  /** Longest from start to the first answer: 20 times what it takes on two cores at rest. */
  readonly startLimitMs: number;
}

/** Pages have at most 20 MB, and an article of one travels with its segmentation; a request holds a batch of them. */
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024;

export const ENGINES: Readonly<Record<EngineName, Engine>> = {
  kafka: {
    byDefault: true,
    setting: 'WENLIU_KAFKA_BROKERS',
    scheme: '',
    heap: '512m',
    jvmFlags: [],
    settings: {
      'process.roles': 'broker,controller',
      'node.id': '1',
      // Topics are created with partitions and retention of their own; a name that is wrong must be an error.
      'auto.create.topics.enable': 'false',
      'message.max.bytes': `${LARGEST_MESSAGE_BYTES}`,
      'replica.fetch.max.bytes': `${LARGEST_MESSAGE_BYTES}`,
      // One node has one replica.
      'offsets.topic.replication.factor': '1',
      'transaction.state.log.replication.factor': '1',
      'transaction.state.log.min.isr': '1',
      'share.coordinator.state.topic.replication.factor': '1',
      'share.coordinator.state.topic.min.isr': '1',
      // Small enough for a laptop, enough for some tens of groups and producers.
      'offsets.topic.num.partitions': '8',
      'transaction.state.log.num.partitions': '8',
      'group.initial.rebalance.delay.ms': '0',
    },
    startLimitMs: 60_000,
  },
  opensearch: {
    byDefault: true,
    setting: 'WENLIU_OPENSEARCH_URL',
    scheme: 'http://',
    heap: '1g',
    jvmFlags: ['--add-modules', 'jdk.incubator.vector'],
    settings: { 'action.auto_create_index': 'false' },
    startLimitMs: 120_000,
  },
  mongodb: {
    byDefault: true,
    setting: 'WENLIU_MONGODB_URI',
    scheme: 'mongodb://',
    heap: '512m',
    jvmFlags: [],
    settings: {},
    startLimitMs: 30_000,
  },
  ferretdb: {
    byDefault: false,
    setting: 'WENLIU_MONGODB_URI',
    scheme: 'mongodb://',
    heap: null,
    jvmFlags: [],
    settings: {},
    startLimitMs: 30_000,
  },
};

export function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(ENGINES, name);
}

export const ENGINE_NAMES: readonly EngineName[] = Object.keys(ENGINES).filter(isEngineName);

export const addressOf = (name: EngineName, port: number): string => `${ENGINES[name].scheme}127.0.0.1:${port}`;
