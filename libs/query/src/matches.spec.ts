import { describe, expect, it } from '@jest/globals';
import { matches } from './matches.js';
import { parseQuery } from './parse-query.js';
import type { SearchableArticle } from './searchable.js';
import { unitKey } from './unit-key.js';

const article: SearchableArticle = {
  title: unitKey('“新三样”出口占比首次超过三分之一'),
  text: unitKey('　　6月17日，记者从市商\n务局获悉，電動叉车出口 AI Plus 43.2亿元'),
  facets: {
    publication: ['澜州日报'],
    page: ['02'],
    section: [],
    author: ['靳书远', 'liwei'],
    agency: [],
    person: [],
    place: [],
    organization: ['市商务局'],
    policy: ['行动方案(2025—2027年)'],
    language: ['zh'],
  },
  date: '2025-06-18',
};

describe('matches', () => {
  it.each([
    '',
    '"新三样出口"',
    '"商务局"',
    '"电动叉车"',
    '"電動叉車"',
    '"ａｉ plus"',
    '"叉车出口AI"',
    '"出口AI Plus 43.2"',
    '亿',
    'title:出口',
    'text:出口',
    '新三样 商务局',
    '汽车 OR 叉车',
    '叉车 -汽车',
    '-title:叉车',
    'author:"Li Wei"',
    'policy:《行動方案（2025—2027年）》',
    'lang:ZH page:02',
    'date:2025-06-18',
    'date:2025-06..',
    'date:..2025',
    '"商务局 叉车"~4',
    '"叉车 商务局"~4',
    '"超过 出口占 占比"~3',
  ])('finds the article by %j', (query) => {
    expect(matches(parseQuery(query), article)).toBe(true);
  });

  it.each([
    '"三分之一6月"',
    '"出口A"',
    '"AI Pl"',
    '"I Plus"',
    '"43.2万"',
    'title:叉车',
    'text:新三样',
    '叉车 汽车',
    'NOT 叉车',
    'author:靳书',
    'section:要闻',
    'page:2',
    'date:2024',
    'date:..2025-06-17',
    'date:2025-06-19..',
    '"商务局 叉车"~3',
    '"首次 叉车"~1000',
    '"超过 出口占 占比"~2',
  ])('does not find the article by %j', (query) => {
    expect(matches(parseQuery(query), article)).toBe(false);
  });

  it('finds an article without a date by no range, and by its negation', () => {
    const undated = { ...article, date: null };
    expect(matches(parseQuery('date:..2030'), undated)).toBe(false);
    expect(matches(parseQuery('-date:..2030'), undated)).toBe(true);
  });

  it('finds nothing by a phrase without letters and digits', () => {
    expect(matches({ kind: 'phrase', field: 'any', text: '——' }, article)).toBe(false);
    expect(matches({ kind: 'near', field: 'any', text: '—— ——', distance: 5 }, article)).toBe(false);
  });
});
