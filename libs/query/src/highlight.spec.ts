import { describe, expect, it } from '@jest/globals';
import { highlight } from './highlight.js';
import { parseQuery } from './parse-query.js';

const article = {
  title: '電動叉车：出口“新三样”',
  paragraphs: ['记者从市商', '务局', '', '获悉，電動、叉车出口𠀀AI Plus。', '出口口'],
};

/** What is marked, as printed. */
function marked(query: string): { title: string[]; text: string[] } {
  const { title, text } = highlight(parseQuery(query), article);
  return {
    title: title.map(({ start, end }) => article.title.slice(start, end)),
    text: text.map(({ paragraph, start, end }) => `${paragraph}:${article.paragraphs[paragraph]?.slice(start, end) ?? ''}`),
  };
}

describe('highlight', () => {
  it.each([
    ['"电动叉车"', ['電動叉车'], ['3:電動、叉车']],
    ['"新三样"', ['新三样'], []],
    ['"叉车出口"', ['叉车：出口'], ['3:叉车出口']],
    ['"商务局获"', [], ['0:商', '1:务局', '3:获']],
    ['"局获" OR "商务"', [], ['0:商', '1:务', '1:局', '3:获']],
    ['"电动叉" OR "叉车"', ['電動叉车'], ['3:電動、叉车']],
    ['"电动" OR "叉车"', ['電動', '叉车'], ['3:電動', '3:叉车']],
    ['"出口" OR "口口"', ['出口'], ['3:出口', '4:出口口']],
    ['title:出口', ['出口'], []],
    ['text:出口', [], ['3:出口', '4:出口']],
    ['"𠀀ai"', [], ['3:𠀀AI']],
    ['叉车 -出口', ['叉车'], ['3:叉车']],
    ['NOT (叉车 OR NOT 出口)', [], []],
    ['"叉车 plus"~4', [], ['3:叉车', '3:Plus']],
    ['"叉车 plus"~3', [], []],
    ['date:2024', [], []],
    ['汽车', [], []],
  ])('marks for %s %j in the title and %j in the text', (query, title, text) => {
    expect(marked(query)).toEqual({ title, text });
  });

  it('takes an article without a title and without text', () => {
    expect(highlight(parseQuery('出口'), { title: null, paragraphs: [] })).toEqual({ title: [], text: [] });
  });
});
