import { articleText, TaggedArticle } from '@wenliu/contracts';
import { loadIdf } from '@wenliu/tokenizer';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createTools } from '../create-tools.js';
import { sampleArticle } from './sample-article.fixture.js';
import { NLP_REVISION, tagArticle, type TagTools } from './tag-article.js';

const sum = (lengths: number[]): number => lengths.reduce((total, length) => total + length, 0);

/** Names, line feeds, brackets and damage in every order; a linear congruential generator, so that a failure can be repeated. */
function randomText(seed: number): string {
  const pieces = ['张志强', '局长', '李', '雪莲', '·', '爱德华', '上海市', '青浦区', '教育局', '公司', '《', '》', '\n', '，', '。', '中国', '维也纳', '市', '队', '说', '\ud800', '😀', 'AI', '3.5'];
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8;
  return Array.from({ length: 120 }, () => pieces[next() % pieces.length] ?? '').join('');
}

describe('tagArticle', () => {
  let tools: TagTools;
  beforeAll(async () => {
    tools = await createTools({ segmenter: 'node-rs-jieba', userDictionary: null, idf: await loadIdf() });
  });

  it('makes an event of the public contract and keeps everything in the raw article', () => {
    const raw = sampleArticle();
    const tagged = tagArticle(raw, tools);
    expect(TaggedArticle.parse(tagged)).toEqual(tagged);
    expect(tagged).toMatchObject({ ...raw, version: 3000 + NLP_REVISION });
    expect(tagged.nlp).toEqual({ revision: NLP_REVISION, dictionary: 'jieba', segmenter: 'node-rs-jieba' });
  });

  it('finds who, where, which body and what it is about', () => {
    const tagged = tagArticle(sampleArticle(), tools);
    expect(tagged.persons).toEqual([{ name: '张志强', role: '局长', organization: null, mentions: [[11, 14]] }]);
    expect(tagged.organizations.map((body) => body.name)).toEqual(['上海市青浦区教育局']);
    expect(tagged.places.map((place) => place.name)).toEqual(['上海市', '青浦区']);
    expect(tagged.keywords.slice(0, 3).map((keyword) => keyword.term)).toEqual(expect.arrayContaining(['新能源', '青浦区']));
  });

  it('does not count its own authors and photographers as persons', () => {
    const names = tagArticle(sampleArticle({ byline: { raw: null, authors: [], photographers: [] } }), tools).persons.map((person) => person.name);
    expect(names).toEqual(['张志强', '王建军', '李雪莲']);
    expect(tagArticle(sampleArticle(), tools).persons.map((person) => person.name)).toEqual(['张志强']);
  });

  it.each([
    [100_000, 100_000 + NLP_REVISION],
    [703_200, 703_200 + NLP_REVISION],
    [703_299, 703_200 + NLP_REVISION],
    [1, NLP_REVISION],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 91 + NLP_REVISION],
  ])('replaces the enrichment part of version %d only', (version, expected) => {
    expect(tagArticle(sampleArticle({ version }), tools).version).toBe(expected);
  });

  it('finds nothing in a retracted article, with text or without', () => {
    for (const paragraphs of [[], ['上海市张志强局长《条例》。']]) {
      const tagged = tagArticle(sampleArticle({ paragraphs, change: { kind: 'retracted', reason: null, fields: [] } }), tools);
      expect(tagged).toMatchObject({ keywords: [], persons: [], organizations: [], places: [], documents: [] });
      expect(sum(tagged.tokens.lengths)).toBe(articleText({ paragraphs }).length);
    }
  });

  it('takes an article without title and text', () => {
    const tagged = tagArticle(sampleArticle({ title: null, paragraphs: [] }), tools);
    expect(tagged).toMatchObject({ tokens: { lengths: [], tags: [] }, titleTokens: { lengths: [], tags: [] }, keywords: [] });
  });

  it('gives tokens that add up and mentions that are their names, in any text', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const raw = sampleArticle({ paragraphs: [randomText(seed), randomText(seed + 1_000)], title: randomText(seed + 2_000).slice(0, 30) });
      const text = articleText(raw);
      const { tokens, titleTokens, ...tagged } = tagArticle(raw, tools);
      expect([sum(tokens.lengths), tokens.tags.length]).toEqual([text.length, tokens.lengths.length]);
      expect([sum(titleTokens.lengths), titleTokens.tags.length]).toEqual([raw.title?.length, titleTokens.lengths.length]);
      for (const { name, mentions } of [...tagged.persons, ...tagged.organizations, ...tagged.places]) {
        expect(mentions.map(([start, end]) => text.slice(start, end))).toEqual(mentions.map(() => name));
        expect(mentions.map(([start]) => start)).toEqual(mentions.map(([start]) => start).sort((a, b) => a - b));
      }
      for (const { title, mentions } of tagged.documents) {
        expect(mentions.map(([start, end]) => text.slice(start, end).replace(/\s*\n\s*/g, '').trim())).toEqual(mentions.map(() => title));
      }
    }
  });
});
