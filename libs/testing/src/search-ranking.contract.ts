import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FACET_FIELDS, type Query, type TextField } from '@wenliu/contracts';
import type { SearchDocument, SearchIndex } from '@wenliu/ports';
import { createRandom, type OpenedSearchIndex, type OpenSearchIndex } from '@wenliu/ports/search-index.contract';
import { parseQuery, roundScore } from '@wenliu/query';
import { phraseTerms, termString } from '@wenliu/text';

const WORDS = ['企业', '出口', '市场', '外贸', '的', '新能源汽车', '县域', 'AI', '会', '稻田'];
const DOCUMENTS = 120;

const random = createRandom(7);
/** The first words often, the last seldom: some are in more than half of the documents. */
const word = (): string => WORDS[Math.floor((random(1_000) / 1_000) ** 2 * WORDS.length)] ?? '';
const words = (most: number): string => Array.from({ length: random(most + 1) }, word).join(random(2) === 0 ? '' : '，');

function randomDocument(n: number): SearchDocument {
  const facets = Object.fromEntries(FACET_FIELDS.map((field) => [field, random(3) === 0 ? ['甲', '乙'].slice(random(2)) : []]));
  return {
    id: String(n).padStart(4, '0'),
    version: 2,
    deleted: false,
    date: random(3) === 0 ? null : `2024-0${1 + random(9)}-11`,
    title: words(3),
    text: words(40),
    // Every field is a key of it.
    facets: facets as unknown as SearchDocument['facets'],
  };
}

/** BM25 as written down: k1 = 1.2, b = 0.75, a title counts four times, a word in more than half of the documents a millionth. */
class Reference {
  private readonly lengths: Map<string, number>;
  private readonly mean: number;

  constructor(private readonly documents: readonly SearchDocument[]) {
    const count = (text: string): number => termString(text).split(' ').filter((term) => term !== '').length;
    const tags = ({ date, facets }: SearchDocument): number => 1 + (date === null ? 0 : 3) + Object.values(facets).flat().length;
    this.lengths = new Map(documents.map((document) => [document.id, count(document.title) + count(document.text) + tags(document)]));
    this.mean = [...this.lengths.values()].reduce((sum, length) => sum + length, 0) / documents.length;
  }

  order(phrases: readonly string[], field: TextField, matching: readonly string[]): { id: string; score: number }[] {
    const scored = matching.map((id) => ({ id, score: roundScore(phrases.reduce((sum, phrase) => sum + this.score(id, phrase, field), 0)) }));
    return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  private score(id: string, phrase: string, field: TextField): number {
    const often = this.documents.map((document) => ({ id: document.id, n: frequency(document, phrase, field) }));
    const holding = often.filter(({ n }) => n > 0).length;
    const idf = Math.max(Math.log((this.documents.length - holding + 0.5) / (holding + 0.5)), 1e-6);
    const n = often.find((one) => one.id === id)?.n ?? 0;
    return (idf * (n * 2.2)) / (n + 1.2 * (0.25 + (0.75 * (this.lengths.get(id) ?? 0)) / this.mean));
  }
}

function frequency({ title, text }: SearchDocument, phrase: string, field: TextField): number {
  const { terms, prefix } = phraseTerms(phrase);
  const isAt = (all: readonly string[], at: number): boolean =>
    terms.every((term, n) => (prefix && n === terms.length - 1 ? (all[at + n] ?? '').startsWith(term) : all[at + n] === term));
  const countIn = (of: string): number => {
    const all = termString(of).split(' ');
    return all.filter((_, at) => isAt(all, at)).length;
  };
  return (field === 'text' ? 0 : 4 * countIn(title)) + (field === 'title' ? 0 : countIn(text));
}

/** Every index ranks alike: the same articles in the same order with the same scores, to the digits that are shown. */
export function searchRankingContract(name: string, open: OpenSearchIndex): void {
  describe(`search ranking contract: ${name}`, () => {
    const documents = Array.from({ length: DOCUMENTS }, (_, n) => randomDocument(n));
    const reference = new Reference(documents);
    let opened: OpenedSearchIndex;
    let index: SearchIndex;
    beforeAll(async () => {
      opened = await open();
      index = opened.index;
      // What was there before and is replaced or retracted leaves nothing behind in the ranking.
      const before = documents.slice(0, 50).map((document) => ({ ...document, version: 1, title: '企业稻田', text: '县域稻田企业'.repeat(30) }));
      const gone = documents.slice(0, 20).map((document) => ({ ...document, id: `gone ${document.id}` }));
      await index.put([...before, ...gone]);
      await index.put(gone.map((document) => ({ ...document, version: 3, deleted: true })));
      await index.put(documents);
      await index.refresh();
    });
    afterAll(() => opened.dispose());

    async function check(query: Query, phrases: readonly string[], field: TextField = 'any'): Promise<void> {
      const { hits } = await index.search({ query, sort: 'relevance', size: 1_000, cursor: null, facets: [] });
      const expected = reference.order(phrases, field, hits.map(({ id }) => id));
      expect(hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      for (const [n, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[n]?.score ?? Number.NaN, 9);
      expect(hits.length).toBeGreaterThan(0);
    }

    it.each(WORDS)('ranks by one word: %s', async (written) => {
      await check({ kind: 'phrase', field: 'any', text: written }, [written]);
      await check({ kind: 'phrase', field: 'text', text: written }, [written], 'text');
    });

    it.each(['企业 出口', '外贸 市场 AI', '的 会', '县域 的', '稻田 新能源汽车', '出口 市场 外贸 县域 会', '企业 企业 稻田'])('adds up several words: %s', async (written) => {
      const phrases = written.split(' ');
      const of = phrases.map((text): Query => ({ kind: 'phrase', field: 'any', text }));
      await check({ kind: 'or', of }, phrases);
      if (phrases.length < 4) await check({ kind: 'and', of }, phrases);
    });

    it.each([
      ['AI NOT 稻田', ['AI']],
      ['出口 page:甲', ['出口']],
      ['"企业 稻田"~3', ['企业', '稻田']],
      ['"企业 出口 市场"~6', ['企业', '出口', '市场']],
      ['企', ['企']],
      ['lang:甲', []],
    ])('ranks what a reader writes: %s', async (written, phrases) => {
      await check(parseQuery(written), phrases);
    });
  });
}
