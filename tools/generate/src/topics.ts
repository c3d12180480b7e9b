import { asyncApi, componentSchemas, TOPICS } from '@wenliu/contracts';
import { z } from 'zod';
import { code, page, table } from './markdown.js';

const ABOUT = `Messages are CloudEvents 1.0 in binary mode: the envelope is in the headers, the value is JSON. Messages with one key stay in order.
A lane (\`live\`, \`backfill\`) has partitions of its own in every topic. [asyncapi.json](asyncapi.json) is the same for programs, with
the full JSON Schemas; \`/asyncapi.json\` of a running api too.`;

const Headers = z.object({
  properties: z.record(z.string(), z.object({ description: z.string().optional(), const: z.string().optional() })),
});
const Described = z.object({
  channels: z.object({ quarantine: z.object({ address: z.string(), summary: z.string(), messages: z.object({ quarantined: z.object({ headers: Headers }) }) }) }),
  components: z.object({ messageTraits: z.object({ cloudEvent: z.object({ headers: Headers }) }) }),
});

export function topicsPage(version: string): string {
  const { channels, components } = Described.parse(asyncApi(version));
  const { address, summary, messages } = channels.quarantine;
  const names = TOPICS.map(({ name, key, summary: says }) => [code(name), key, says]);
  return page(
    'Topics',
    ABOUT,
    table(['topic', 'key', 'what it says'], [...names, [code(address.replaceAll('{', '<').replaceAll('}', '>')), 'as it was', summary]]),
    '## Headers of every event',
    headers(components.messageTraits.cloudEvent.headers),
    '## Headers of a quarantined message\nBeside the headers it had:',
    headers(messages.quarantined.headers),
    ...TOPICS.map(({ name, schema }) => `## ${name}\n${fields(name, schema)}`),
  );
}

function headers({ properties }: z.infer<typeof Headers>): string {
  const rows = Object.entries(properties).map(([name, { description, const: always }]) => [
    code(name),
    description ?? `Always ${code(String(always))}.`,
  ]);
  return table(['header', 'meaning'], rows);
}

function fields(name: string, schema: z.ZodType): string {
  const made = componentSchemas({ [name]: schema }, 'draft-7')[name];
  const needed = made?.required ?? [];
  const rows = Object.entries(made?.properties ?? {}).map(([field, type]) => [code(field), `${typeOf(type)}${needed.includes(field) ? '' : ', may be left out'}`]);
  return table(['field', 'type'], rows);
}

type Property = z.core.JSONSchema._JSONSchema;

function typeOf(schema: Property): string {
  if (typeof schema === 'boolean') return 'any';
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.type === 'array') return arrayOf(schema.items);
  if (schema.type === 'object') return `{ ${Object.keys(schema.properties ?? {}).join(', ')} }`;
  const types: readonly string[] = [schema.type ?? 'any'].flat();
  return schema.format ?? types.join(' or ');
}

function arrayOf(items: Property | Property[] | undefined): string {
  if (Array.isArray(items)) return `[${items.map(typeOf).join(', ')}]`;
  return items === undefined ? 'list' : `list of ${typeOf(items)}`;
}
