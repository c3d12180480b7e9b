/** What the indexer sends at once. */
const BATCH = 128;
const PAGE = 500;
/** As many as the lane has partitions. */
const AT_ONCE = 2;

interface Hit {
  _id: string;
  _version: number;
  _source: object;
  sort: [string];
}

/** Documents a second that a loop reaches which does nothing but send what the indexer has sent to an index like its own. */
export async function bareBulk(node: string, live: string): Promise<number> {
  const bodies = toBodies(await everything(node, live));
  const index = 'bench-bare-bulk';
  await ask(node, 'PUT', `/${index}`, await definitionOf(node, live));
  const documents = bodies.reduce((sum, { count }) => sum + count, 0);
  const started = performance.now();
  const queue = bodies.values();
  const sender = async (): Promise<void> => {
    for (const { text } of queue) await ask(node, 'POST', `/${index}/_bulk`, text);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  await ask(node, 'POST', `/${index}/_refresh`, null);
  const seconds = (performance.now() - started) / 1000;
  await ask(node, 'DELETE', `/${index}`, null);
  return documents / seconds;
}

async function everything(node: string, live: string): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (;;) {
    const after = hits.at(-1)?.sort;
    const body = { size: PAGE, version: true, query: { match_all: {} }, sort: [{ id: 'asc' }], ...(after === undefined ? {} : { search_after: after }) };
    // The documented answer.
    const answer = (await ask(node, 'POST', `/${live}/_search`, JSON.stringify(body))) as { hits: { hits: Hit[] } };
    hits.push(...answer.hits.hits);
    if (answer.hits.hits.length < PAGE) return hits;
  }
}

function toBodies(hits: readonly Hit[]): { text: string; count: number }[] {
  const bodies = [];
  for (let from = 0; from < hits.length; from += BATCH) {
    const part = hits.slice(from, from + BATCH);
    const lines = part.map(({ _id, _version, _source }) => `${JSON.stringify({ index: { _id, version: _version, version_type: 'external' } })}\n${JSON.stringify(_source)}\n`);
    bodies.push({ text: lines.join(''), count: part.length });
  }
  return bodies;
}

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
  if (typeof answer === 'object' && answer !== null && 'errors' in answer && answer.errors === true) throw new Error(`${method} ${path}: items failed`);
  return answer;
}
