import { createHash, randomBytes } from 'node:crypto';
import { engineAddresses } from './engine-addresses.js';
import { removeNamespaces } from './namespaces.js';
import type { Profile, StartOptions } from './profile.js';
import { Processes, type Call } from './server-process.js';
import { SMALL } from './small-settings.js';

/** Topics are created, groups joined: 4 s on two cores at rest. */
const READY_WITHIN_MS = 60_000;
const ROLES = ['ingest', 'nlp', 'indexer', 'api'];

const processes = new Processes({ ...SMALL, ...engineAddresses(), WENLIU_KAFKA_PARTITIONS: '4' }, READY_WITHIN_MS);
/** Of servers whose data is kept. */
const kept = new Set<string>();

/** What a folder is to the embedded profile: the same name finds the same data. */
export const namespaceOf = (data: string): string => `e2e-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;

function serve({ data, inbox, env, args = [] }: StartOptions): Call {
  const namespace = data === undefined ? `e2e-${randomBytes(8).toString('hex')}` : namespaceOf(data);
  if (data !== undefined) kept.add(namespace);
  return {
    args: ['serve', ...ROLES, '--port', '0', ...args],
    env: { WENLIU_NAMESPACE: namespace, ...(inbox === undefined ? {} : { WENLIU_INGEST_INBOX: inbox }), ...env },
    after: async () => {
      if (data === undefined) await removeNamespaces([namespace]);
    },
  };
}

/** `wenliu serve`: all services in one process over Kafka, MongoDB and OpenSearch, each data folder a namespace. */
export const cluster: Profile = {
  name: 'cluster',
  features: { ownsFolder: false, oneProcess: true, denseOffsets: false, hasEngines: true },
  start: (options = {}) => processes.start(serve(options)),
  killWhileStarting: (options, afterMs) => processes.killWhileStarting(serve(options), afterMs),
  refused: (options) => processes.run(serve(options)),
  command: (args, env) => processes.run({ args, ...(env === undefined ? {} : { env }) }),
  dispose: async () => {
    await processes.dispose();
    await removeNamespaces([...kept]);
  },
};
