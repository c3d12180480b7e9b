import { createHash } from 'node:crypto';
import type { DocumentReceived, RawArticle, TaggedArticle } from '@wenliu/contracts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const RECEIVED_AT = '2026-01-02T03:04:05.000Z';
const SOURCE = { id: 'test', kind: 'http', name: 'test' } as const;

/** A document that was accepted; its id is made of its name. */
export function aDocument(parts: Partial<DocumentReceived> = {}): DocumentReceived {
  return {
    id: sha256(`document ${parts.name ?? ''}`),
    name: null,
    mediaType: 'text/plain',
    encoding: null,
    bytes: 100,
    source: SOURCE,
    lane: 'live',
    hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 },
    receivedAt: RECEIVED_AT,
    ...parts,
  };
}

/** An article as printed, with nothing but a title and a paragraph; its id is made of its title. */
export function aRawArticle(parts: Partial<RawArticle> = {}): RawArticle {
  const title = parts.title === undefined ? '新能源汽车出口增长' : parts.title;
  return {
    id: sha256(`article ${title ?? ''}`),
    version: 1_000,
    change: { kind: 'created', reason: null, fields: [] },
    documentId: sha256('document '),
    source: SOURCE,
    sourceId: null,
    lane: 'live',
    publication: null,
    issueDate: null,
    page: null,
    section: null,
    kicker: null,
    title,
    subtitle: null,
    byline: { raw: null, authors: [], photographers: [] },
    agency: null,
    dateline: null,
    paragraphs: ['前三季度，新能源汽车出口增长3.5%。'],
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
    receivedAt: RECEIVED_AT,
    ...parts,
  };
}

/** A raw article in which nothing was found. */
export function aTaggedArticle(parts: Partial<TaggedArticle> = {}): TaggedArticle {
  return {
    ...aRawArticle(parts),
    tokens: { lengths: [], tags: [] },
    titleTokens: { lengths: [], tags: [] },
    keywords: [],
    persons: [],
    organizations: [],
    places: [],
    documents: [],
    nlp: { revision: 1, dictionary: 'jieba', segmenter: 'test' },
    ...parts,
  };
}
