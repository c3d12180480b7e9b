import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** OpenAPI, made from the controllers. */
export function describeApi(app: NestFastifyApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Wenliu')
    .setDescription('Chinese news, from printed page to searchable article.')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** `/openapi.json`, `/docs`, and the web page at `/` where it was built. */
export async function servePages(app: NestFastifyApplication, version: string, webFolder: string): Promise<void> {
  SwaggerModule.setup('docs', app, describeApi(app, version), { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml' });
  if (existsSync(webFolder)) await app.register(fastifyStatic, { root: webFolder, prefix: '/' });
}
