import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { JsonLogger } from './json-logger.js';
import { LogTransport } from './log-transport.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';
import { ProblemFilter, sendProblem, toProblemError } from './problem.filter.js';

/** Bodies other than documents are small commands. */
const COMMAND_LIMIT = 1024 * 1024;
/** Documents come as streams and are counted where they are read. */
const STREAMED = '/v1/documents';

/** The HTTP application and, over the same modules, the stages. Neither listens yet. */
export async function createHttpApp(module: Type | DynamicModule, logLevel: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    // What is wrong before there is a route, such as an address that cannot be decoded.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, toProblemError(error), request.url),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new JsonLogger(logLevel),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  takeBodies(app);
  measureRequests(app);
  const transport = app.get(LogTransport);
  app.connectMicroservice({ strategy: transport });
  return app;
}

/** Registers the stages and starts to run them. */
export async function startStages(app: NestFastifyApplication): Promise<void> {
  const transport = app.get(LogTransport);
  await app.startAllMicroservices();
  app.get(PipelineMonitor).watch(transport.stages());
}

function takeBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (request, payload: Readable, done) => {
    if (request.url.startsWith(STREAMED)) return done(null, payload);
    readCommand(payload).then(
      (body) => done(null, body),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

async function readCommand(payload: Readable): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    // A stream without encoding gives buffers.
    const buffer = chunk as Buffer;
    size += buffer.length;
    if (size > COMMAND_LIMIT) throw Object.assign(new Error('the body is larger than 1 MB'), { statusCode: 413 });
    chunks.push(buffer);
  }
  if (size === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return body;
  } catch {
    throw Object.assign(new Error('the body is not JSON'), { statusCode: 400 });
  }
}

function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(PipelineMetrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
  });
  fastify.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('content-security-policy', "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
  });
}
