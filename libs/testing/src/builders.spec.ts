import { describe, expect, it } from '@jest/globals';
import { DocumentReceived, RawArticle, TaggedArticle } from '@wenliu/contracts';
import { aDocument, aRawArticle, aTaggedArticle } from './builders.js';

describe('builders', () => {
  it('build what the contracts take', () => {
    expect(DocumentReceived.parse(aDocument())).toEqual(aDocument());
    expect(RawArticle.parse(aRawArticle())).toEqual(aRawArticle());
    expect(TaggedArticle.parse(aTaggedArticle())).toEqual(aTaggedArticle());
  });

  it('give different articles different ids, and take every part', () => {
    expect(aRawArticle({ title: '甲' }).id).not.toBe(aRawArticle({ title: '乙' }).id);
    expect(aTaggedArticle({ title: null, version: 7, nlp: { revision: 2, dictionary: 'd', segmenter: 's' } })).toMatchObject({ title: null, version: 7, nlp: { revision: 2 } });
    expect(aDocument({ name: '甲' }).id).not.toBe(aDocument({ name: '乙' }).id);
  });
});
