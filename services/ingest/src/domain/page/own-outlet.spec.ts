import { describe, expect, it } from '@jest/globals';
import { EMPTY_DRAFT } from '../draft.js';
import { ownAs, withOwnOutlet } from './own-outlet.js';

describe('ownAs', () => {
  it.each([
    ['青山晚报', '晚报', '本报'],
    ['青山晚报', '远方日报', '远方日报'],
    ['青山新闻社', '新闻社', '新闻社'],
    [null, '晚报', '晚报'],
    ['青山晚报', null, null],
  ])('on a page of %p takes %p for %p', (publication, agency, expected) => {
    expect(ownAs(publication, agency)).toBe(expected);
  });
});

describe('withOwnOutlet', () => {
  const agencies = (publication: string | null, ...printed: (string | null)[]) => withOwnOutlet(printed.map((agency) => ({ ...EMPTY_DRAFT, publication, agency }))).map(({ agency }) => agency);

  it('takes the paper that signs most articles of a page without a name for its own', () => {
    expect(agencies(null, '青山晚报', '远方日报', '青山晚报', '新华社', null)).toEqual(['本报', '远方日报', '本报', '新华社', null]);
  });

  it('leaves a paper that signs one article, and those of a page whose paper is known', () => {
    expect(agencies(null, '青山晚报', '远方日报', '新华社', '新华社')).toEqual(['青山晚报', '远方日报', '新华社', '新华社']);
    expect(agencies('河口日报', '青山晚报', '青山晚报')).toEqual(['青山晚报', '青山晚报']);
  });
});
