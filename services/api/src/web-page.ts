import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  asyncApi,
  componentSchemas,
  ArticleSummary,
  DocumentArticles,
  DocumentPage,
  DocumentReceived,
  DocumentView,
  FacetCount,
  Highlights,
  PipelineStatus,
  PrintedArticle,
  Problem,
  QuarantineDetail,
  QuarantineEntry,
  QuarantinePage,
  Reason,
  Receipt,
  RedriveResult,
  ReprocessResult,
  schemaReference,
  SearchResult,
  Source,
  StageStatus,
  TaggedArticle,
  Trace,
} from '@wenliu/contracts';

const SCHEMAS = {
  ArticleSummary,
  DocumentArticles,
  DocumentPage,
  DocumentReceived,
  DocumentView,
  FacetCount,
  Highlights,
  PipelineStatus,
  PrintedArticle,
  Problem,
  QuarantineDetail,
  QuarantineEntry,
  QuarantinePage,
  Reason,
  Receipt,
  RedriveResult,
  ReprocessResult,
  SearchResult,
  Source,
  StageStatus,
  TaggedArticle,
  Trace,
};

/** What operations answer with. The generator of docs/openapi.json refuses an operation that neither table knows. */
const ANSWERS: Readonly<Record<string, keyof typeof SCHEMAS>> = {
  ArticlesController_search: 'SearchResult',
  ArticlesController_article: 'TaggedArticle',
  ArticlesController_trace: 'Trace',
  DocumentsController_push: 'Receipt',
  DocumentViewsController_document: 'DocumentView',
  DocumentViewsController_articles: 'DocumentArticles',
  DocumentViewsController_list: 'DocumentPage',
  PipelineController_pipeline: 'PipelineStatus',
  QuarantineController_list: 'QuarantinePage',
  QuarantineController_show: 'QuarantineDetail',
  QuarantineController_redrive: 'RedriveResult',
  ReprocessController_reprocess: 'ReprocessResult',
};

/** Operations that answer with something other than JSON. */
const STREAMS: Readonly<Record<string, readonly string[]>> = {
  DocumentViewsController_original: ['application/octet-stream', 'text/plain'],
  StreamController_stream: ['text/event-stream'],
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** OpenAPI, made from the controllers and the schemas of the contract. */
export function describeApi(app: NestFastifyApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Wenliu')
    .setDescription('Chinese news, from printed page to searchable article.')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) if (operation !== undefined) describeAnswers(operation);
  }
  // For this target zod writes OpenAPI's dialect; its type is of every dialect.
  const schemas = componentSchemas(SCHEMAS, 'openapi-3.0') as Schemas;
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } } };
}

function describeAnswers(operation: Operation): void {
  const { operationId = '', responses } = operation;
  const answer = ANSWERS[operationId];
  const streams = STREAMS[operationId];
  if (answer === undefined && streams === undefined) return;
  const content = answer === undefined ? contentOf(streams ?? [], { type: 'string', format: 'binary' }) : contentOf(['application/json'], reference(answer));
  const success = Object.keys(responses).find((status) => status.startsWith('2')) ?? '200';
  responses[success] = { description: 'Done.', ...described(responses[success]), content };
  responses['default'] = { description: 'What is wrong, as RFC 9457 problem details.' };
  for (const [status, response] of Object.entries(responses)) {
    if (status === success) continue;
    responses[status] = { description: '', ...response, content: contentOf(['application/problem+json'], reference('Problem')) };
  }
}

const described = (response: Operation['responses'][string]): { description?: string } =>
  response !== undefined && 'description' in response && response.description !== '' ? { description: response.description } : {};

const reference = (name: keyof typeof SCHEMAS): { $ref: string } => ({ $ref: schemaReference(name) });

function contentOf<T>(mediaTypes: readonly string[], schema: T): Record<string, { schema: T }> {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
}

/** `/openapi.json`, `/asyncapi.json`, `/docs`, and the web page at `/` where it was built. */
export async function servePages(app: NestFastifyApplication, version: string, webFolder: string): Promise<void> {
  // Both are made when somebody asks: most starts are not followed by that.
  SwaggerModule.setup('docs', app, () => describeApi(app, version), { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml' });
  app.getHttpAdapter().getInstance().get('/asyncapi.json', () => asyncApi(version));
  if (existsSync(webFolder)) await app.register(fastifyStatic, { root: webFolder, prefix: '/' });
}
