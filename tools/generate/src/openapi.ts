import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PlatformModule, type Ports } from '@wenliu/platform';
import { ApiModule, describeApi } from '@wenliu/service-api';
import { IngestModule } from '@wenliu/service-ingest';
import { settingsSchema } from '@wenliu/standalone';

/** Of the embedded profile. Nest looks at the controllers only: nothing is opened, nothing listens. */
export async function openApi(version: string): Promise<object> {
  const settings = settingsSchema.parse({});
  // In preview no provider is made, so no port is ever asked for anything.
  const ports = { log: {}, ledger: {}, articles: {}, search: {}, originals: {}, close: async () => undefined } as Ports;
  const module = {
    ...ApiModule.forRoot(settings, { version, profile: 'embedded' }),
    imports: [PlatformModule.forRoot(settings, ports), IngestModule.forRoot(settings)],
  };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  return describeApi(app, version);
}
