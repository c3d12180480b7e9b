import { openMongo } from '@wenliu/adapter-mongodb';
import { toSource } from '@wenliu/adapter-opensearch';
import { decode } from '@wenliu/pipeline';
import type { SearchDocument, StoredArticle } from '@wenliu/ports';
import { indexedArticle, toSearchDocument } from '@wenliu/service-indexer/offline';

/** What the indexer sends at once. */
const BATCH = 128;
const PAGE = 500;
/** As many as the lane has partitions. */
const AT_ONCE = 2;

export interface BareBulk {
  /** Of OpenSearch. */
  node: string;
  live: string;
  mongoUri: string;
}

/** Documents a second that a loop reaches which does nothing but send what the indexer has sent to an index like its own. */
export async function bareBulk({ node, live, mongoUri }: BareBulk): Promise<number> {
  const documents = await everything(mongoUri);
  const bodies = [];
  for (let from = 0; from < documents.length; from += BATCH) bodies.push(documents.slice(from, from + BATCH).map(toLines).join(''));
  const index = 'bench-bare-bulk';
  await ask(node, 'PUT', `/${index}`, await definitionOf(node, live));
  const started = performance.now();
  const queue = bodies.values();
  const sender = async (): Promise<void> => {
    for (const body of queue) await ask(node, 'POST', `/${index}/_bulk`, body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  await ask(node, 'POST', `/${index}/_refresh`, null);
  const seconds = (performance.now() - started) / 1000;
  await ask(node, 'DELETE', `/${index}`, null);
  return documents.length / seconds;
}

/** The index keeps no sources: they are made again of what the store has. */
async function everything(mongoUri: string): Promise<SearchDocument[]> {
  const mongo = await openMongo({ uri: mongoUri, database: 'wenliu' });
  try {
    const documents: SearchDocument[] = [];
    for (let after: string | null = null; ; ) {
      const page = await mongo.articles.scan(after, PAGE);
      documents.push(...page.map(toDocument));
      if (page.length < PAGE) return documents;
      after = page.at(-1)?.id ?? null;
    }
  } finally {
    await mongo.close();
  }
}

function toDocument({ id, body }: StoredArticle): SearchDocument {
  const event = decode(indexedArticle, body);
  if (!event.ok) throw new Error(`the store has ${id} in another form: ${event.detail}`);
  return toSearchDocument(event.value);
}

const toLines = (document: SearchDocument): string =>
  `${JSON.stringify({ index: { _id: document.id, version: document.version, version_type: 'external' } })}\n${JSON.stringify(toSource(document))}\n`;

/** Mapping, analysis and refresh interval of the live index. */
async function definitionOf(node: string, live: string): Promise<string> {
  // The documented answer, of an alias that stands for one index.
  const mappings = Object.values((await ask(node, 'GET', `/${live}/_mapping`, null)) as Record<string, { mappings: object }>)[0]?.mappings;
  // The documented answer.
  const found = (await ask(node, 'GET', `/${live}/_settings`, null)) as Record<string, { settings: { index: Record<string, unknown> } }>;
  const { creation_date: _created, uuid: _uuid, version: _version, provided_name: _name, ...index } = Object.values(found)[0]?.settings.index ?? {};
  return JSON.stringify({ mappings, settings: { index } });
}

async function ask(node: string, method: string, path: string, body: string | null): Promise<unknown> {
  const response = await fetch(node + path, { method, headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  const answer: unknown = JSON.parse(text);
  if (typeof answer === 'object' && answer !== null && 'errors' in answer && answer.errors === true) throw new Error(`${method} ${path}: items failed: ${/"error":\{.{0,300}/.exec(text)?.[0] ?? ''}`);
  return answer;
}
