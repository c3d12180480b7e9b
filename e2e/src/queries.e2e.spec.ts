import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SearchResult } from '@wenliu/contracts';
import { QUERIES } from './queries.js';
import { startWithPages, type Server } from './story.fixture.js';

const FILE = fileURLToPath(new URL('../expected-queries.json', import.meta.url));
/** Enough of an id to tell it; the file stays readable. */
const ID_LENGTH = 12;

interface Expected {
  query: string;
  total: number;
  ids: string[];
  facets?: SearchResult['facets'];
}

let server: Server;
let found: Expected[];

async function ask(query: string): Promise<Expected> {
  const parameters = new URLSearchParams(query).toString();
  const { total, items, facets } = await server.client.get(`/v1/articles?${parameters}`, SearchResult);
  const ids = items.map(({ id }) => id.slice(0, ID_LENGTH));
  return { query, total, ids, ...(Object.keys(facets).length === 0 ? {} : { facets }) };
}

/** One query a line, so that a change is one line of a diff. */
const toText = (all: readonly Expected[]): string => `[\n${all.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

beforeAll(async () => {
  server = await startWithPages();
  found = [];
  for (const query of QUERIES) found.push(await ask(query));
  if (process.env['E2E_UPDATE'] === 'true') writeFileSync(FILE, toText(found));
});

describe('the fixed queries', () => {
  it('are all written down', () => {
    expect(existsSync(FILE)).toBe(true);
    // Written by this file.
    const expected = JSON.parse(readFileSync(FILE, 'utf8')) as Expected[];
    expect(expected.map(({ query }) => query)).toEqual(QUERIES);
    expect(QUERIES.length).toBeGreaterThanOrEqual(40);
    expect(expected.filter(({ total }) => total > 0).length).toBeGreaterThanOrEqual(40);
  });

  it('find the same articles in the same order as everywhere', () => {
    // `npm run e2e -- --update` writes the file anew; read the diff before it is committed.
    // Written by this file.
    const expected = JSON.parse(readFileSync(FILE, 'utf8')) as Expected[];
    expect(found).toEqual(expected);
  });
});
