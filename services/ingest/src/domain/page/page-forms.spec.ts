import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n'), NO_HINTS).drafts;
const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来。';

describe('the forms of other papers', () => {
  it('takes the name of a column over a headline for its kicker', () => {
    const [, article] = split(['公园添了四十张长椅', '本报记者 林见川', '县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。', '渡口札记', '老船工和他收起来的缆绳', '本报记者 苏眉', TEXT]);
    expect(article).toMatchObject({ kicker: '渡口札记', title: '老船工和他收起来的缆绳' });
  });

  it('opens a brief at each ornament', () => {
    const drafts = split([`▲渡口收起缆绳　${TEXT}（苏眉）`, '', `▲公园添了长椅　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。（林见川）`]);
    expect(drafts.map(({ title, byline }) => [title, byline.authors[0]?.name])).toEqual([
      ['渡口收起缆绳', '苏眉'],
      ['公园添了长椅', '林见川'],
    ]);
  });

  it('reads the labels of an e-paper', () => {
    const drafts = split([
      '引题：三代人一条船',
      '标题：渡口收起了缆绳',
      '作者：本报记者 苏眉',
      '正文：',
      `　　${TEXT}`,
      '字数：120　浏览：15',
      '标题：公园添了长椅',
      '正文：',
      '　　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。',
    ]);
    expect(drafts.map(({ kicker, title }) => [kicker, title])).toEqual([
      ['三代人一条船', '渡口收起了缆绳'],
      [null, '公园添了长椅'],
    ]);
  });

  it('tells a story by its picture apart from the article above it', () => {
    const drafts = split(['老船工和他收起来的缆绳', '本报记者 苏眉', TEXT, '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。', '林见川 摄']);
    expect(drafts.map(({ byline }) => byline.authors[0]?.name)).toEqual(['苏眉', '林见川']);
  });
});
