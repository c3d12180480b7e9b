import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * JSON Schemas of what is sent out, by name; a schema inside another becomes a reference to it. Properties that are not listed
 * are allowed: what comes later is added freely, and whoever checks a message by an older schema must not refuse it.
 */
export function componentSchemas(schemas: Readonly<Record<string, z.ZodType>>, target: 'draft-7' | 'openapi-3.0'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    target,
    uri: schemaReference,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // The format says the same in a word.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]));
}

export const schemaReference = (id: string): string => `#/components/schemas/${id}`;
