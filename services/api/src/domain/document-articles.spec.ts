import { joinedReason, type TaggedArticle } from '@wenliu/contracts';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { headsOf, livingArticles } from './document-articles.js';

const stored = (article: TaggedArticle) => ({
  id: article.id,
  retracted: article.change.kind === 'superseded' || article.change.kind === 'retracted',
  body: Buffer.from(JSON.stringify(article)),
});
const superseded = (title: string, reason: string) => aTaggedArticle({ title, change: { kind: 'superseded', reason, fields: [] } });

const head = aTaggedArticle({ title: '渠成半月，水到田头' });
const tail = superseded('水到田头', joinedReason(head.id));
const gone = superseded('旧规则拆出的一篇', 'split by newer rules');
const other = aTaggedArticle({ title: '旁边的一篇' });

describe('the articles of a document', () => {
  it('have in the place of a part the article that it was joined to, once', () => {
    const own = [stored(tail), stored(other), stored(superseded('又一段', joinedReason(head.id)))];
    expect(headsOf(own)).toEqual([head.id]);
    expect(livingArticles(own, [stored(head)]).map(({ id }) => id)).toEqual([head.id, other.id]);
  });

  it('leave out what was withdrawn, what is not stored yet, and parts whose article is not stored yet', () => {
    expect(headsOf([stored(gone), null])).toEqual([]);
    expect(livingArticles([stored(gone), null, stored(tail), stored(other)], [null]).map(({ id }) => id)).toEqual([other.id]);
  });
});
