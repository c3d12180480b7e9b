import { TaggedArticle } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { articleDate, facetKey, facetsOf } from './facets.js';
import { toSearchable } from './searchable.js';

const sha = 'a'.repeat(64);

function article(fields: Partial<TaggedArticle>): TaggedArticle {
  return TaggedArticle.parse({
    id: sha,
    version: 1001,
    change: { kind: 'created', reason: null, fields: [] },
    documentId: sha,
    source: { id: 'seed', kind: 'seed', name: 'seed' },
    sourceId: null,
    lane: 'live',
    publication: '澜州日报',
    issueDate: null,
    page: '02',
    section: null,
    kicker: null,
    title: '八个县域外贸服务点建成投用',
    subtitle: null,
    byline: { raw: null, authors: [], photographers: [] },
    agency: null,
    dateline: null,
    paragraphs: ['记者从市商务局', '获悉'],
    captions: [],
    provenance: { lines: [], map: [] },
    continuedFrom: null,
    continuesTo: null,
    complete: true,
    language: 'zh',
    script: 'Hans',
    quality: 1,
    url: null,
    eventTime: null,
    publishedAt: null,
    fetchedAt: null,
    receivedAt: '2025-06-18T08:00:00+08:00',
    tokens: { lengths: [], tags: [] },
    titleTokens: { lengths: [], tags: [] },
    keywords: [],
    persons: [],
    organizations: [],
    places: [],
    documents: [],
    nlp: { revision: 1, dictionary: 'd', segmenter: 's' },
    ...fields,
  });
}

describe('facetsOf', () => {
  it('lists every value once, in the form it was first given', () => {
    const organization = { kind: null, mentions: [] };
    const facets = facetsOf(
      article({
        byline: {
          raw: '本报记者 靳书远 卢可',
          authors: [{ name: '靳书远', role: '记者' }, { name: '卢可', role: '记者' }],
          photographers: ['袁立秋'],
        },
        dateline: { raw: '', agency: '新华社', place: '澜州', date: null },
        persons: [{ name: 'Li Wei', role: null, organization: null, mentions: [] }],
        organizations: [
          { name: '澜州市商务局', short: '市商务局', ...organization },
          { name: '市商務局', short: null, ...organization },
        ],
        places: [{ name: '芦渡区', region: null, mentions: [] }],
        documents: [{ title: '澜州市县域外贸提质行动方案', kind: null, issuer: null, mentions: [] }],
      }),
    );
    expect(facets).toEqual({
      publication: ['澜州日报'],
      page: ['02'],
      section: [],
      author: ['靳书远', '卢可'],
      agency: ['新华社'],
      person: ['Li Wei'],
      place: ['芦渡区'],
      organization: ['澜州市商务局', '市商务局'],
      policy: ['澜州市县域外贸提质行动方案'],
      language: ['zh'],
    });
  });
});

describe('facetKey', () => {
  it('is the same for values that differ in script, width, case and white space', () => {
    expect(facetKey('新華社　Ｌi Wei')).toBe(facetKey('新华社li wei'));
    expect(facetKey('新华社')).not.toBe(facetKey('新华网'));
  });
});

describe('articleDate', () => {
  const dateline = { raw: '', agency: null, place: null };
  // Half past midnight in Shanghai is the day before in UTC.
  const publishedAt = '2025-06-17T16:30:00Z';
  const eventTime = '2025-06-16T23:00:00+08:00';
  it.each<[string | null, Partial<TaggedArticle>]>([
    ['2025-06-18', { issueDate: '2025-06-18', dateline: { ...dateline, date: '2025-06-17' }, publishedAt, eventTime }],
    ['2025-06-17', { dateline: { ...dateline, date: '2025-06-17' }, publishedAt, eventTime }],
    ['2025-06-18', { dateline: { ...dateline, date: '6月17日' }, publishedAt, eventTime }],
    ['2025-06-18', { publishedAt, eventTime }],
    ['2025-06-16', { eventTime }],
    [null, {}],
  ])('is %s for %j', (expected, fields) => {
    expect(articleDate(article(fields))).toBe(expected);
  });
});

describe('toSearchable', () => {
  it('holds keys, so that texts and values are compared folded', () => {
    const searchable = toSearchable(article({ title: '“新三樣” GDP出口', section: '要　聞', issueDate: '2025-06-18' }));
    expect(searchable).toMatchObject({ title: '新三样 gdp 出口', text: '记者从市商务局获悉', date: '2025-06-18' });
    expect(searchable.facets.section).toEqual(['要闻']);
  });

  it('takes an article without a title', () => {
    expect(toSearchable(article({ title: null })).title).toBe('');
  });
});
