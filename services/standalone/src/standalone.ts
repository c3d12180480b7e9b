import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MessageLog } from '@wenliu/ports';
import { createHttpApp, LogTransport, openEmbedded, Readiness, startStages } from '@wenliu/platform';
import { servePages } from '@wenliu/service-api';
import { AppModule } from './app.module.js';
import type { StandaloneSettings } from './standalone.settings.js';

const RETAIN_EVERY_MS = 60_000;

export interface Standalone {
  url: string;
  app: NestFastifyApplication;
  /** Drains the stages, closes HTTP, then the stores. */
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  settings: StandaloneSettings;
  version: string;
  /** The built web page. */
  webFolder: string;
}

/** Opens the data, starts all services in this process, and resolves when documents are taken in and queries answered. */
export async function startStandalone({ settings, version, webFolder }: StandaloneOptions): Promise<Standalone> {
  const ports = await openEmbedded(settings.WENLIU_DATA);
  let app: NestFastifyApplication | null = null;
  try {
    app = await createHttpApp(AppModule.forRoot(settings, ports, version), settings.WENLIU_LOG_LEVEL);
    await servePages(app, version, webFolder);
    await startStages(app);
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

function urlOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function inWords(error: unknown, settings: StandaloneSettings): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port } = settings;
  if (error.code === 'EADDRINUSE') return new Error(`port ${port} of ${host} is taken: stop what listens there, or choose another with --port or WENLIU_HTTP_PORT`);
  if (error.code === 'EACCES') return new Error(`port ${port} may not be used by this user: choose one above 1023 with --port or WENLIU_HTTP_PORT`);
  return error;
}
