import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type AnySchema } from 'ajv';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const Operation = z.looseObject({
  operationId: z.string(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: z.record(z.string(), z.unknown()).optional() })),
});
const Paths = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) });
const Channels = z.looseObject({ components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }) });

/** A sentence for every breach of OpenAPI, and for every operation that does not say what it answers. */
export async function openApiFaults(document: object): Promise<string[]> {
  const result = await new Validator().validate({ ...document });
  const breaches = result.valid ? [] : [`openapi.json is not OpenAPI: ${JSON.stringify(result.errors)}`];
  return [...breaches, ...danglingReferences('openapi.json', document), ...unansweredOperations(document)];
}

function unansweredOperations(document: object): string[] {
  const operations = Object.values(Paths.parse(document).paths).flatMap((path) => Object.values(path));
  return operations
    .filter(({ responses }) => !Object.entries(responses).some(([status, { content }]) => status === '204' || (status.startsWith('2') && content !== undefined)))
    .map(({ operationId }) => `openapi.json: ${operationId} does not say what it answers: add it to ANSWERS in services/api/src/web-page.ts`);
}

/** A sentence for every breach of AsyncAPI 3, and for every schema in it that is not JSON Schema. */
export function asyncApiFaults(document: object): string[] {
  // The specification's own schema; nothing else could be said about its type.
  const schema = require('@asyncapi/specs/schemas/3.0.0.json') as AnySchema;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  // It brings the draft of JSON Schema it builds on along.
  const isValid = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false }).compile(schema);
  const breaches = isValid(document) ? [] : [`asyncapi.json is not AsyncAPI: ${ajv.errorsText(isValid.errors)}`];
  const { schemas } = Channels.parse(document).components;
  const wrong = Object.entries(schemas)
    .filter(([, one]) => ajv.validateSchema({ $schema: 'http://json-schema.org/draft-07/schema#', ...one }) !== true)
    .map(([name]) => `asyncapi.json: ${name} is not a JSON Schema`);
  return [...breaches, ...danglingReferences('asyncapi.json', document), ...wrong];
}

function danglingReferences(name: string, document: object): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  return [...new Set(references)].filter((path) => !has(document, path.split('/'))).map((path) => `${name}: nothing is at #/${path}`);
}

function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const entry = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key) : undefined;
  return entry !== undefined && has(entry[1], rest);
}
