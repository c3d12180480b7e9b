import type { RawArticle, RawArticleInput } from '@wenliu/contracts';

/** What splitting makes of a generated article, for the reference that only tags. */
export function toRaw(input: RawArticleInput, number: number): RawArticle {
  const id = number.toString(16).padStart(64, '0');
  return {
    id,
    version: 1000,
    change: { kind: 'created', reason: null, fields: [] },
    documentId: id,
    source: { id: 'bench', kind: 'http', name: 'bench' },
    sourceId: input.sourceId ?? null,
    lane: 'backfill',
    publication: input.publication ?? null,
    issueDate: input.issueDate ?? null,
    page: input.page ?? null,
    section: null,
    kicker: null,
    title: input.title ?? null,
    subtitle: null,
    byline: { raw: null, authors: [], photographers: [] },
    agency: null,
    dateline: null,
    paragraphs: input.paragraphs,
    captions: [],
    provenance: { lines: [[1, 1]], map: [] },
    continuedFrom: null,
    continuesTo: null,
    complete: true,
    language: 'zh',
    script: 'Hans',
    quality: 1,
    doubts: [],
    repairs: [],
    suggestions: [],
    splitRevision: 0,
    url: null,
    eventTime: null,
    publishedAt: null,
    fetchedAt: null,
    receivedAt: '2024-01-01T00:00:00.000Z',
  };
}
