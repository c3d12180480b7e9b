import { ArticleIndexed, NlpStamp, RawArticle, TaggedArticle } from './article.js';
import { DocumentHints, DocumentReceived, Source } from './document.js';
import { componentSchemas, schemaReference, type JsonSchema } from './json-schema.js';
import { Hop, OutcomeRecorded, Reason } from './outcome.js';
import { quarantineTopic, TOPICS, type Topic } from './topics.js';

const SCHEMAS = { ArticleIndexed, DocumentHints, DocumentReceived, Hop, NlpStamp, OutcomeRecorded, RawArticle, Source, TaggedArticle };

const text = (description: string): JsonSchema => ({ type: 'string', description });

/** CloudEvents 1.0 in binary mode. */
const EVENT_HEADERS: JsonSchema = {
  type: 'object',
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('The same for a repeated event: id and version of its subject.'),
    ce_type: text('The topic.'),
    ce_source: text('`/wenliu/<service>/<stage>`.'),
    ce_subject: text('The article id; the document id before there are articles.'),
    ce_time: { type: 'string', format: 'date-time', description: 'When the stage said so.' },
    'content-type': { type: 'string', const: 'application/json' },
    traceparent: text('W3C trace context, where the input had one.'),
  },
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'content-type'],
};

/** Beside the headers that the message had. */
const QUARANTINE_HEADERS: JsonSchema = {
  type: 'object',
  properties: {
    wl_stage: text('The stage that could not process the message.'),
    wl_service: text('The service of that stage.'),
    wl_reason: { type: 'string', enum: [...Reason.options], description: 'Why, from a closed list.' },
    wl_detail: text('What exactly is wrong.'),
    wl_class: { type: 'string', enum: ['rejected', 'failed'], description: 'Whether the stage said so itself or failed.' },
    wl_attempts: text('How often the stage tried.'),
    wl_quarantined_at: { type: 'string', format: 'date-time', description: 'When it was put aside.' },
    wl_origin: text('`<topic>/<partition>/<offset>` of the message.'),
  },
  required: ['wl_stage', 'wl_service', 'wl_reason', 'wl_detail', 'wl_class', 'wl_attempts', 'wl_quarantined_at', 'wl_origin'],
};

/** AsyncAPI 3.0: every topic, what its messages look like, and how they are keyed. */
export function asyncApi(version: string): Record<string, unknown> {
  const schemas = componentSchemas(SCHEMAS, 'draft-7');
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Wenliu',
      version,
      description: 'Chinese news, from printed page to searchable article. Messages with one key stay in order.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: { ...Object.fromEntries(TOPICS.map(toChannel)), quarantine: QUARANTINE_CHANNEL },
    operations: Object.fromEntries([...TOPICS.map(({ name }) => name), 'quarantine'].map(toOperation)),
    components: { schemas, messageTraits: { cloudEvent: { headers: EVENT_HEADERS } } },
  };
}

const QUARANTINE_CHANNEL = {
  address: quarantineTopic('{topic}', '{stage}'),
  summary: 'Inputs that a stage could not process: the untouched bytes, and in the headers why.',
  parameters: { topic: { description: 'The topic that the stage reads.' }, stage: { description: 'The stage.' } },
  messages: { quarantined: { contentType: 'application/octet-stream', headers: QUARANTINE_HEADERS, payload: { description: 'The bytes as they came.' } } },
};

function toChannel(topic: Topic<unknown>): [string, unknown] {
  const name = Object.entries(SCHEMAS).find(([, schema]) => schema === topic.schema)?.[0];
  if (name === undefined) throw new Error(`the schema of ${topic.name} is not listed in async-api.ts`);
  const message = {
    summary: topic.summary,
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    payload: { $ref: schemaReference(name) },
    bindings: { kafka: { key: text(`The ${topic.key}.`) } },
  };
  return [topic.name, { address: topic.name, summary: topic.summary, messages: { [name]: message } }];
}

function toOperation(channel: string): [string, unknown] {
  return [`send.${channel}`, { action: 'send', channel: { $ref: `#/channels/${channel}` } }];
}
