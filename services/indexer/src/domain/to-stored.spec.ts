import type { TaggedArticle } from '@wenliu/contracts';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { toSearchDocument, toStored } from './to-stored.js';

const article = aTaggedArticle({ issueDate: '2025-06-18', publication: '澜州日报' });
const retracted = { kind: 'retracted', reason: null, fields: [] } as const;

const contentHash = (of: TaggedArticle): string => toStored(of, new Uint8Array()).contentHash;

describe('the content hash', () => {
  it.each([
    ['when it was received', { receivedAt: '2027-01-01T00:00:00Z' }],
    ['when it was fetched', { fetchedAt: '2027-01-01T00:00:00Z' }],
    ['who brought it', { source: { id: 'inbox:x', kind: 'inbox', name: 'x' } }],
    ['in which document', { documentId: 'f'.repeat(64) }],
    ['by which lane', { lane: 'backfill' }],
    ['what was found in it', { keywords: [{ term: '外贸', weight: 1 }], nlp: { revision: 2, dictionary: 'other', segmenter: 'other' } }],
  ] as const)('is the same whatever says %s', (_, change) => {
    // Only fields of an article are changed.
    expect(contentHash({ ...article, ...change } as TaggedArticle)).toBe(contentHash(article));
  });

  it.each([
    ['title', { title: '另一个标题' }],
    ['text', { paragraphs: ['另一段。'] }],
    ['paragraphs', { paragraphs: ['前三季度，新能源汽车', '出口增长3.5%。'] }],
    ['date', { issueDate: '2025-06-19' }],
    ['byline', { byline: { raw: '本报记者', authors: [], photographers: [] } }],
    ['retraction', { change: retracted }],
  ] as const)('is another with another %s', (_, change) => {
    // Only fields of an article are changed.
    expect(contentHash({ ...article, ...change } as TaggedArticle)).not.toBe(contentHash(article));
  });
});

describe('an article that is no longer to be found', () => {
  it.each(['retracted', 'superseded'] as const)('%s, is a tombstone in store and index', (kind) => {
    const gone = { ...article, change: { kind, reason: null, fields: [] } };
    expect(toStored(gone, new Uint8Array())).toMatchObject({ retracted: true, version: article.version });
    expect(toSearchDocument(gone)).toMatchObject({ deleted: true, version: article.version });
    expect(toSearchDocument(article)).toMatchObject({ deleted: false, date: '2025-06-18' });
  });
});
