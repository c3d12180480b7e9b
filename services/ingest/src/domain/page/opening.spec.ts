import { describe, expect, it } from '@jest/globals';
import { readOpeningByline, readOpeningNames } from './opening.js';

describe('readOpeningByline', () => {
  it.each([
    ['〔記者林見川／青山報導〕青山縣的新橋昨日通車。', ['林見川']],
    ['[青山时报记者 林见川 苏眉]青山县的新桥昨日通车。', ['林见川', '苏眉']],
    ['本报记者林见川报道：青山县的新桥昨日通车。', ['林见川']],
    ['□记者 林见川 报道：青山县的新桥昨日通车。', ['林见川']],
    ['本报记者林见川北京报道：青山县的新桥昨日通车。', ['林见川']],
    ['（记者林见川）青山县的新桥昨日通车。', undefined],
    ['【记者追访】青山县的新桥昨日通车。', undefined],
    ['青山縣的新橋昨日通車（記者林見川／青山報導）', undefined],
  ])('reads what the line %p opens with, and only that', (text, expected) => {
    expect(readOpeningByline(text)?.authors.map(({ name }) => name)).toEqual(expected);
  });

  it('reads names in round brackets where a paragraph opens with them', () => {
    expect(readOpeningNames('（记者林见川）青山县的新桥昨日通车。')?.authors).toEqual([{ name: '林见川', role: '记者' }]);
    expect(readOpeningNames('青山新闻记者 林见川 通讯员 苏眉　青山县的新桥昨日通车。')?.authors).toHaveLength(2);
    expect(readOpeningNames('（一）青山县的新桥昨日通车。')).toBeNull();
  });
});
