import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';
import { FERRY, PARK } from './texts.fixture.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n\n'), NO_HINTS).drafts;

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
