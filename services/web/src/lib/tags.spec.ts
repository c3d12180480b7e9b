import { describe, expect, it } from '@jest/globals';
import type { TaggedArticle } from '@wenliu/contracts';
import { tagGroups } from './tags.js';

const untagged = { paragraphs: ['春茶上市，春茶价稳。'], persons: [], organizations: [], places: [], documents: [], keywords: [] };

// Only what tags are made of.
const tagsOf = (tags: Partial<TaggedArticle>) => tagGroups({ ...untagged, ...tags } as TaggedArticle);

describe('the tags of an article', () => {
  it('leave out groups without tags', () => {
    expect(tagsOf({})).toEqual([]);
  });

  it('find keywords in the text, which carry no mentions', () => {
    const [group] = tagsOf({ keywords: [{ term: '春茶', weight: 1 }] });
    expect(group?.tags[0]).toMatchObject({ kind: 'keywords', label: '春茶', spans: [[0, 2], [5, 7]] });
  });

  it('do not repeat an organisation that the role names already', () => {
    const person = { name: '谭以宁', role: '影像中心主任', organization: '影像中心', mentions: [] };
    expect(tagsOf({ persons: [person] })[0]?.tags[0]?.note).toBe('影像中心主任');
    expect(tagsOf({ persons: [{ ...person, role: '主任' }] })[0]?.tags[0]?.note).toBe('影像中心 · 主任');
  });

  it('lead to a search', () => {
    const [group] = tagsOf({ documents: [{ title: '乡村振兴促进法', kind: null, issuer: null, mentions: [] }] });
    expect(new URLSearchParams(group?.tags[0]?.href).get('q')).toBe('policy:"乡村振兴促进法"');
  });
});
