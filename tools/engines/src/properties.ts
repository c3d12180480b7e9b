import { ENGINES, type EngineName } from './engine-table.js';

export interface Ports {
  /** What clients connect to. */
  readonly port: number;
  /** What the engine talks to itself through. */
  readonly inner: number;
}

const LOOPBACK = '127.0.0.1';

/** Where this one process listens and keeps its data, beside the settings that it shares with deployments. */
function placeOf(name: EngineName, { port, inner }: Ports, folder: string): Record<string, string> {
  switch (name) {
    case 'kafka':
      return {
        listeners: `PLAINTEXT://${LOOPBACK}:${port},CONTROLLER://${LOOPBACK}:${inner}`,
        'controller.listener.names': 'CONTROLLER',
        'controller.quorum.bootstrap.servers': `${LOOPBACK}:${inner}`,
        'log.dirs': `${folder}/log`,
      };
    case 'opensearch':
      return { 'http.port': `${port}`, 'http.host': LOOPBACK, 'transport.host': LOOPBACK, 'transport.port': `${inner}` };
    case 'mongodb':
    case 'ferretdb':
      return {};
  }
}

/** The text of the engine's server.properties. */
export function propertiesOf(name: EngineName, ports: Ports, folder: string, others: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...ENGINES[name].settings, ...placeOf(name, ports, folder), ...others })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
