import { openMongo } from '@wenliu/adapter-mongodb';
import { openOpenSearch } from '@wenliu/adapter-opensearch';
import { engineAddresses } from './engine-addresses.js';

const PAGE = 1_000;

/** What the store and the index say of themselves, beside the services: every id once, the same versions in both. */
export async function faultsBetweenStores(namespace: string, articles: number): Promise<string[]> {
  const { WENLIU_MONGODB_URI: uri, WENLIU_OPENSEARCH_URL: node } = engineAddresses();
  const mongo = await openMongo({ uri, database: `${namespace}-wenliu` });
  const index = await openOpenSearch({ node, prefix: `${namespace}-wenliu-` });
  try {
    await index.search.refresh();
    const stored = await allOf((after) => mongo.articles.scan(after, PAGE));
    const found = await allOf((after) => index.search.scan(after, PAGE));
    return [
      ...(stored.length === articles ? [] : [`the store has ${stored.length} articles, not ${articles}`]),
      ...twice('store', stored),
      ...twice('index', found),
      ...differences(new Map(stored), new Map(found)),
    ];
  } finally {
    await Promise.all([mongo.close(), index.close()]);
  }
}

type Entry = readonly [id: string, version: number];

async function allOf(scan: (after: string | null) => Promise<readonly { id: string; version: number }[]>): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const page = await scan(after);
    all.push(...page.map(({ id, version }): Entry => [id, version]));
    if (page.length < PAGE) return all;
    after = page.at(-1)?.id ?? null;
  }
}

const twice = (place: string, entries: readonly Entry[]): string[] =>
  entries.length === new Map(entries).size ? [] : [`the ${place} has ${entries.length - new Map(entries).size} articles twice`];

function differences(stored: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): string[] {
  const missing = [...stored].filter(([id, version]) => found.get(id) !== version).map(([id, version]) => `${id} is stored as ${version} and indexed as ${found.get(id) ?? 'nothing'}`);
  const foreign = [...found.keys()].filter((id) => !stored.has(id)).map((id) => `${id} is indexed and not stored`);
  return [...missing, ...foreign];
}
