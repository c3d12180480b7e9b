import { describe, expect, it } from '@jest/globals';
import { measureLayout } from './layout.js';
import { readLines } from './page-line.js';

const COLUMN = ['老船工把渡口的缆绳一圈圈收好，放', '进了博物馆送来的木箱里。他在渡口', '撑了四十年船，送过上学的孩子，也', '送过出嫁的姑娘，渡口的石阶被踩得', '发亮，下雨天也不滑。老船工说，渡', '口没有了，船还在，缆绳也还在木箱', '里，孩子们来看的时候，他就讲一遍', '从前的事。'];

describe('measureLayout', () => {
  it('knows a column, with blank lines between its lines as well', () => {
    expect(measureLayout(readLines(COLUMN))).toMatchObject({ wrap: 16, leading: 0, blanksAreRare: true });
    expect(measureLayout(readLines(COLUMN.flatMap((line) => [line, ''])))).toMatchObject({ wrap: 16, leading: 1, blanksAreRare: true });
  });

  it('takes paragraphs with blank lines between them for no column', () => {
    const paragraphs = [COLUMN.join(''), '三座公园添了四十张长椅，都是木头做的。', COLUMN.slice(2).join('')];
    expect(measureLayout(readLines(paragraphs.flatMap((line) => [line, ''])))).toMatchObject({ wrap: null, leading: 0 });
  });
});
