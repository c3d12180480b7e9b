import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FACET_FIELDS, type FacetField, type Query, type TaggedArticle, type TextField } from '@wenliu/contracts';
import type { SearchDocument, SearchIndex } from '@wenliu/ports';
import { createRandom, type OpenedSearchIndex, type OpenSearchIndex } from '@wenliu/ports/search-index.contract';
import { articleDate, facetsOf, matches, parseQuery, searchedText, searchedTitle, toSearchable } from '@wenliu/query';
import { aTaggedArticle } from './builders.js';

type Random = (below: number) => number;

// Few of each, so that queries find something by chance; both scripts and both widths of the same characters.
const CHARACTERS = [...'车車汽台臺〇々𠀀aAａb1１é、，。 -"*()　\n', 'AI ', '2024', '新能源'];
const VALUES = ['台湾', '臺灣', 'Li Wei', 'ＬＩ　ＷＥＩ', '甲"乙', '01'];
const DATES = [null, '1949-10-01', '2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2024-12-31', '2025-01-01'];
const FIELDS: TextField[] = ['any', 'title', 'text'];

const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[random(from.length)];
  if (found === undefined && from.length === 0) throw new Error('nothing to pick from');
  // Within the bounds, so it is an element.
  return found as T;
};
const text = (random: Random, longest: number): string => Array.from({ length: random(longest + 1) }, () => pick(random, CHARACTERS)).join('');

function randomArticle(random: Random, n: number): TaggedArticle {
  const value = (): string | null => (random(2) === 0 ? null : pick(random, VALUES));
  const names = (): string[] => Array.from({ length: random(3) }, () => pick(random, VALUES));
  return aTaggedArticle({
    id: String(n).padStart(64, '0'),
    kicker: random(4) === 0 ? text(random, 4) : null,
    title: random(5) === 0 ? null : text(random, 8),
    paragraphs: Array.from({ length: random(4) }, () => text(random, 16)),
    captions: random(4) === 0 ? [{ text: text(random, 6), credit: value(), lines: [] }] : [],
    byline: { raw: value(), authors: names().map((name) => ({ name, role: '记者' })), photographers: [] },
    issueDate: pick(random, DATES),
    publication: value(),
    page: value(),
    section: value(),
    agency: value(),
    language: pick(random, ['zh', 'en']),
    persons: names().map((name) => ({ name, role: null, organization: null, mentions: [] })),
    places: names().map((name) => ({ name, region: null, mentions: [] })),
    organizations: names().map((name) => ({ name, short: value(), kind: null, mentions: [] })),
    documents: names().map((title) => ({ title, kind: null, issuer: null, mentions: [] })),
  });
}

function randomFacet(random: Random): Query {
  const field: FacetField = pick(random, FACET_FIELDS);
  return { kind: 'facet', field, value: field === 'language' ? pick(random, ['zh', 'EN', 'fr']) : pick(random, VALUES) };
}

function randomQuery(random: Random, depth: number): Query {
  const some = (): Query[] => Array.from({ length: 1 + random(3) }, () => randomQuery(random, depth - 1));
  switch (random(depth > 0 ? 9 : 5)) {
    case 0:
      return { kind: 'near', field: pick(random, FIELDS), text: `${text(random, 2)} ${text(random, 2)}`, distance: random(5) };
    case 1:
      return randomFacet(random);
    case 2:
      return { kind: 'date', from: pick(random, DATES), to: pick(random, DATES) };
    case 3:
    case 4:
      return { kind: 'phrase', field: pick(random, FIELDS), text: text(random, 3) };
    case 5:
      return { kind: 'not', of: randomQuery(random, depth - 1) };
    case 6:
      return { kind: 'or', of: some() };
    default:
      return { kind: 'and', of: some() };
  }
}

/** What the index is given of an article. */
const toDocument = (article: TaggedArticle): SearchDocument => ({
  id: article.id,
  version: article.version,
  deleted: false,
  date: articleDate(article),
  title: searchedTitle(article),
  text: searchedText(article),
  facets: facetsOf(article),
});

/** An index finds what the predicate of the query language finds, and nothing else. */
export function searchAgreementContract(name: string, open: OpenSearchIndex): void {
  describe(`search agreement contract: ${name}`, () => {
    const random = createRandom(20_240_229);
    const articles = Array.from({ length: 200 }, (_, n) => randomArticle(random, n));
    const searchable = articles.map((article) => ({ id: article.id, of: toSearchable(article) }));
    let opened: OpenedSearchIndex;
    let index: SearchIndex;
    beforeAll(async () => {
      opened = await open();
      index = opened.index;
      await index.put(articles.map(toDocument));
      await index.refresh();
    });
    afterAll(() => opened.dispose());

    async function check(query: Query): Promise<number> {
      const expected = searchable.filter(({ of }) => matches(query, of)).map(({ id }) => Number(id));
      const { hits, total } = await index.search({ query, sort: 'date', size: 1_000, cursor: null, facets: [] });
      const found = hits.map(({ id }) => Number(id)).sort((a, b) => a - b);
      expect({ query, total, found }).toEqual({ query, total: expected.length, found: expected });
      return expected.length;
    }

    it.each([[0, 250], [1, 150], [3, 200]])('finds what the predicate finds: random queries of %i levels', async (depth, count) => {
      const counts: number[] = [];
      for (let n = 0; n < count; n++) counts.push(await check(randomQuery(random, depth)));
      // Otherwise the queries would not have tried both.
      expect(counts.filter((n) => n > 0 && n < 200).length).toBeGreaterThan(count / 3);
    });

    it('finds what the predicate finds for every phrase of one or two characters', async () => {
      const single = CHARACTERS.filter((char) => char.trim() !== '');
      for (const one of single) {
        await check({ kind: 'phrase', field: 'any', text: one });
        await check({ kind: 'phrase', field: 'any', text: `${one}${pick(random, single)}` });
      }
    });

    it.each(['新能源 -台湾', '"新能源a"', 'title:a OR text:車', 'date:2024 NOT page:01', '"车 台"~3', 'author:"li wei" date:..2024-02', '(a OR b) AI', ''])(
      'finds what the predicate finds for what a reader writes: %s',
      async (written) => {
        await check(parseQuery(written));
      },
    );
  });
}
