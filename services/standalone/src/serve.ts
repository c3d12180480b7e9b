import { JsonLogger } from '@wenliu/platform';
import { kafkaWords, openCluster, type ClusterOptions, type EngineWords } from '@wenliu/platform/cluster';
import { needsOf, type Role } from './roles.js';
import type { Settings } from './settings.js';
import { inWords, startApp, type RunningApp } from './start-app.js';
import { untilAvailable } from './until-available.js';
import { openWaitingRoom } from './waiting-room.js';

export interface ServeOptions {
  roles: readonly Role[];
  settings: Settings;
  version: string;
  /** The built web page, served by the api. */
  webFolder: string;
  /** Gives up waiting for engines. */
  signal: AbortSignal;
  /** Something has ended that will not come back by itself; whoever runs the process should stop it. */
  onFatal: (error: Error) => void;
}

/**
 * The services of the roles over Kafka, MongoDB and OpenSearch. Waits for the engines that they need, alive but not ready; rejects
 * with the settings' names where one refuses us.
 */
export async function serve({ roles, settings, version, webFolder, signal, onFatal }: ServeOptions): Promise<RunningApp> {
  const logger = new JsonLogger(settings.WENLIU_LOG_LEVEL);
  const { WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port } = settings;
  const waiting = await openWaitingRoom(host, port).catch((error: unknown) => Promise.reject(inWords(error, settings)));
  const open = <T>(engine: EngineWords, how: () => Promise<T>): Promise<T> =>
    untilAvailable({ engine, open: how, signal, say: (line) => logger.warn(line, 'engines'), told: waiting.set });
  try {
    const log: ClusterOptions['log'] = ({ level, message, fields }) => logger[level](fields, message, 'kafka');
    const ports = await openCluster({ settings, needs: needsOf(roles), log, onFatal, open });
    return await startApp({
      roles, settings, ports, webFolder,
      about: { version, profile: 'cluster' },
      startStages: (start) => open(kafkaWords(settings), start),
      beforeListen: () => waiting.close(),
    });
  } finally {
    await waiting.close();
  }
}
