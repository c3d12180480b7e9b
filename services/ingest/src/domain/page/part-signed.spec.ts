import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n\n'), NO_HINTS).drafts;

const FERRY = [
  '老船工把渡口的缆绳收好，放进了博物馆送来的木箱里。他在渡口撑了四十年船，渡口的石阶被乘船的人踩得发亮。',
  '新桥建成以后，渡口每天只剩下两班渡船，老船工收的船票也不够买缆绳。博物馆的人听说了，就来收渡船和船票。',
  '老船工说，渡口没有了，渡船还在，乘船的人到博物馆里就能看见缆绳和石阶，也能听见渡口的故事。',
];
const PARK = [
  '公园里的长椅是给老年人歇脚的，也是给年轻人读书的。一座公园有没有长椅，长椅有没有靠背，看得出管理的人用不用心。',
  '添置长椅花不了多少钱，难的是问一问居民，长椅放在树荫下还是放在路边。公园管理处让居民投票，就是把公园还给居民。',
  '管理公园要有耐心，长椅坏了要修，树荫稀了要补种，居民的意见要一条一条地听。（作者系县园林学会秘书长）',
];

describe('takeSigned', () => {
  it('parts what an outsider signed from the report of a reporter above it', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', ...FERRY, ...PARK, '林见川']);
    expect(drafts.map(({ title, lines }) => [title, lines])).toEqual([
      ['渡口收起了缆绳', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [null, [11, 12, 13, 14, 15, 16, 17]],
    ]);
    expect(drafts.map(({ byline }) => byline.authors.map(({ name }) => name))).toEqual([['苏眉'], ['林见川']]);
  });

  it('does so where he signs on a line of his own', () => {
    const [longest = ''] = PARK.slice(-1);
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', ...FERRY, ...PARK.slice(0, -1), longest.slice(0, longest.indexOf('（')), '（作者系县园林学会秘书长） 林见川']);
    expect(drafts.map(({ byline }) => byline.authors.map(({ name }) => name))).toEqual([['苏眉'], ['林见川']]);
  });

  it('leaves an outsider his text where his name stands over it', () => {
    expect(split(['长椅放在哪里', '林见川', ...PARK])).toHaveLength(1);
    expect(split(['渡口收起了缆绳', '本报记者 苏眉', ...FERRY, ...FERRY])).toHaveLength(1);
  });
});
