import { ArticleIndexed } from '@wenliu/contracts';
import type { IndexOutcome, StoreOutcome } from '@wenliu/ports';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.js';

const AT = '2026-01-02T03:04:06.000Z';
const article = aTaggedArticle({ version: 2_001 });

const forwarded = { kind: 'forward', version: 2_001 };
const inIndex = { kind: 'written' } as const;
const table: [string, StoreOutcome, IndexOutcome | null, object][] = [
  ['written and indexed', { kind: 'written' }, inIndex, forwarded],
  ['written, and a newer one in the index', { kind: 'written' }, { kind: 'older' }, forwarded],
  ['there already, indexed again', { kind: 'same' }, inIndex, forwarded],
  ['there already, in the index too', { kind: 'same' }, { kind: 'older' }, forwarded],
  ['older than what is stored', { kind: 'older' }, null, { kind: 'discard', reason: 'older-version', version: 2_001 }],
  ['stored with other content', { kind: 'conflict' }, null, { kind: 'quarantine', reason: 'version-conflict' }],
  ['refused by the store', { kind: 'rejected', detail: 'id too long' }, null, { kind: 'quarantine', reason: 'rejected-by-store', detail: 'id too long' }],
  ['refused by the index', { kind: 'written' }, { kind: 'rejected', detail: 'too many terms' }, { kind: 'quarantine', reason: 'rejected-by-index', detail: 'too many terms' }],
  ['there already, refused by the index', { kind: 'same' }, { kind: 'rejected', detail: 'too many terms' }, { kind: 'quarantine', reason: 'rejected-by-index' }],
];

describe('decide', () => {
  it.each(table)('%s', (_, stored, indexed, expected) => {
    expect(decide(article, stored, indexed, AT)).toMatchObject(expected);
  });

  it('announces what is searchable, under the id and version of the article', () => {
    const outcome = decide(article, { kind: 'written' }, inIndex, AT);
    if (outcome.kind !== 'forward') throw new Error(outcome.kind);
    const [output] = outcome.outputs;
    expect(output).toMatchObject({ topic: 'article.indexed.v1', key: article.id, subject: article.id, version: 2_001 });
    const { id, version, documentId, title, lane, change, receivedAt } = article;
    expect(ArticleIndexed.parse(JSON.parse(new TextDecoder().decode(output?.value)))).toEqual({ id, version, documentId, title, lane, change, receivedAt, searchableAt: AT });
  });

  it('tells the operator what to do about a conflict', () => {
    expect(decide(article, { kind: 'conflict' }, null, AT)).toMatchObject({ detail: expect.stringMatching(/2001.*raise its revision/) });
  });
});
