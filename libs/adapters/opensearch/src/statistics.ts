import { LIVING } from './compile-query.js';
import { phraseClause, phraseKey, type RankedPhrase, type Statistics } from './compile-ranking.js';
import type { OpenSearchClient } from './open-search-client.js';
import { KEEP_ALIVE, type Snapshot } from './snapshots.js';

interface Lengths {
  hits: { total: { value: number } };
  aggregations: { length: { value: number } };
}

const LENGTHS = 'lengths';

/** Counts over all articles of a snapshot, so that every shard and every page ranks by the same; each is asked for once. */
export async function statisticsOf(client: OpenSearchClient, snapshot: Snapshot, phrases: readonly RankedPhrase[]): Promise<Statistics> {
  const wanted = new Map(phrases.map((phrase) => [phraseKey(phrase), phrase]));
  const missing = [...wanted].filter(([key]) => !snapshot.known.has(key));
  const questions: [string, object][] = missing.map(([key, phrase]) => [key, { query: { bool: { filter: [LIVING, phraseClause(phrase)] } } }]);
  if (!snapshot.known.has(LENGTHS)) questions.push([LENGTHS, { query: { bool: { filter: [LIVING] } }, aggs: { length: { sum: { field: 'length' } } } }]);
  const answers = Promise.all(questions.map(([, question]) => ask(client, snapshot, question)));
  for (const [n, [key]] of questions.entries()) {
    const answer = answers.then((all) => all[n]);
    snapshot.known.set(key, answer);
    answer.catch(() => snapshot.known.delete(key));
  }
  // Under each key is the answer to its question.
  const read = async (key: string): Promise<Lengths | undefined> => (await snapshot.known.get(key)) as Lengths | undefined;
  const lengths = await read(LENGTHS);
  const articles = lengths?.hits.total.value ?? 0;
  const holding = new Map<string, number>();
  for (const key of wanted.keys()) holding.set(key, (await read(key))?.hits.total.value ?? 0);
  return { articles, meanLength: articles === 0 ? 1 : (lengths?.aggregations.length.value ?? 0) / articles, holding };
}

const ask = (client: OpenSearchClient, { id }: Snapshot, question: object): Promise<Lengths> =>
  client.call({ method: 'POST', path: '/_search', body: { pit: { id, keep_alive: KEEP_ALIVE }, size: 0, track_total_hits: true, ...question } });
