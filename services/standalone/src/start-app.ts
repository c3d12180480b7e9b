import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MessageLog } from '@wenliu/ports';
import { createHttpApp, LogTransport, PipelineMetrics, Readiness, startStages } from '@wenliu/platform';
import { forwardToIngest, servePages } from '@wenliu/service-api';
import { AppModule, type AppOptions } from './app.module.js';
import type { Settings } from './settings.js';

const RETAIN_EVERY_MS = 60_000;

const once = (start: () => Promise<void>): Promise<void> => start();

export interface RunningApp {
  url: string;
  app: NestFastifyApplication;
  /** Drains the stages, closes HTTP, then the stores. */
  stop(): Promise<void>;
}

export interface StartAppOptions extends AppOptions {
  /** The built web page, served by the api. */
  webFolder: string;
  /** Starts the stages: once, or again and again until the log is there. */
  startStages?(start: () => Promise<void>): Promise<void>;
  /** Frees the address, which somebody else answers at until then. */
  beforeListen?(): Promise<void>;
}

/** Starts services over open ports, which it closes when it stops or cannot start. Resolves when they do their work. */
export async function startApp(options: StartAppOptions): Promise<RunningApp> {
  const { roles, settings, ports, about } = options;
  let app: NestFastifyApplication | null = null;
  try {
    app = await createHttpApp(AppModule.forRoot(options), settings.WENLIU_LOG_LEVEL);
    if (roles.includes('api')) await serveApi(app, options);
    app.get(PipelineMetrics).process.describe({ ...about, roles, folder: about.profile === 'embedded' ? settings.WENLIU_DATA : '.' });
    const starting = app;
    await (options.startStages ?? once)(() => startStages(starting));
    await options.beforeListen?.();
    await app.listen(settings.WENLIU_HTTP_PORT, settings.WENLIU_HTTP_HOST);
  } catch (error) {
    await app?.close().catch(() => undefined);
    await ports.close();
    throw inWords(error, settings);
  }
  const running = app;
  const log = running.get(MessageLog);
  const retention = setInterval(() => void log.retain().catch(() => undefined), RETAIN_EVERY_MS);
  running.get(Readiness).started();
  return {
    url: urlOf(running, settings.WENLIU_HTTP_HOST),
    app: running,
    stop: async () => {
      running.get(Readiness).set('stop', 'stopping');
      clearInterval(retention);
      await running.get(LogTransport).close();
      await running.close();
      await ports.close();
    },
  };
}

async function serveApi(app: NestFastifyApplication, { roles, settings, about, webFolder }: StartAppOptions): Promise<void> {
  await servePages(app, about.version, webFolder);
  const ingest = settings.WENLIU_API_INGEST_URL;
  if (ingest !== undefined && !roles.includes('ingest')) await forwardToIngest(app.getHttpAdapter().getInstance(), ingest);
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What an address that cannot be listened on means for who chose it. */
export function inWords(error: unknown, settings: Settings): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!('code' in error)) return error;
  const { WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port } = settings;
  if (error.code === 'EADDRINUSE') return new Error(`port ${port} of ${host} is taken: stop what listens there, or choose another with --port or WENLIU_HTTP_PORT`);
  if (error.code === 'EACCES') return new Error(`port ${port} may not be used by this user: choose one above 1023 with --port or WENLIU_HTTP_PORT`);
  return error;
}
