import { describe, expect, it } from '@jest/globals';
import { changeOf, summarize } from './changes.js';
import { articleOf } from './page.fixture.js';
import { renderPage } from './render-page.js';

const rendered = (title: string): string =>
  renderPage('page.txt', {
    kind: 'articles',
    articles: [articleOf({ title, complete: false })],
    residue: [{ role: 'blank', lines: [7, 7] }, { role: 'masthead', lines: [8, 9] }],
    notes: [], cameApart: false,
    encoding: 'utf-8',
    lossy: false,
    lines: 9,
  });

describe('renderPage', () => {
  it('shows every role of an article and the lines of its text, and what no article has', () => {
    expect(rendered('荒坡喝上了自来水').split('\n').map((line) => line.trim())).toEqual([
      'page.txt: articles 1',
      '',
      '== 1 · quality 1.00',
      'lines in reading order: 1-6',
      'kicker: 开渠三年',
      'title: 荒坡喝上了自来水',
      'byline: 本报记者 边一山',
      'authors: 边一山/本报记者',
      'agency: 本报',
      '4 6       　柳沟乡的抽水站昨天正式通水，一百二十户人家的水缸从此不再见底。',
      '5         caption: 水从管口涌出。 [边一山]',
      'not complete',
      '',
      '== of no article',
      '8-9       masthead',
      '',
    ]);
  });
});

describe('a changed output', () => {
  it('is summed up by the lines that only one of the two has', () => {
    expect(summarize([changeOf('page', rendered('荒坡喝上了自来水'), rendered('柳沟乡通水'))]).slice(1).map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([
      'page −1 +1',
      '− title: 荒坡喝上了自来水',
      '+ title: 柳沟乡通水',
    ]);
  });

  it('is nothing where nothing has changed', () => {
    const { removed, added } = changeOf('page', rendered('通水'), rendered('通水'));
    expect([removed, added, summarize([])]).toEqual([[], [], []]);
  });
});
