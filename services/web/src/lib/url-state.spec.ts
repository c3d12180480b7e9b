import { describe, expect, it } from '@jest/globals';
import {
  EMPTY_SEARCH,
  effectiveSort,
  filterHref,
  isMonthSelected,
  monthRange,
  parseRoute,
  toApiQuery,
  toHref,
  toggleFilter,
  toggleMonth,
} from './url-state.js';

const ID = 'a'.repeat(64);

describe('the address', () => {
  it('keeps a search through a round trip', () => {
    const search = {
      q: 'title:"新能源" OR 汽车 & co',
      from: '2024-01-01',
      to: null,
      filters: { publication: ['澜州日报'], person: ['甲', '乙'], place: [], organization: ['市政府'] },
      sort: 'date' as const,
    };
    expect(parseRoute(toHref({ kind: 'search', search }))).toEqual({ kind: 'search', search });
  });

  it('keeps an article and the pipeline view through a round trip', () => {
    expect(parseRoute(toHref({ kind: 'article', id: ID }))).toEqual({ kind: 'article', id: ID });
    expect(parseRoute(toHref({ kind: 'pipeline' }))).toEqual({ kind: 'pipeline' });
  });

  it('keeps an original, and the article to begin with, through a round trip', () => {
    for (const article of [null, 'b'.repeat(64)]) {
      expect(parseRoute(toHref({ kind: 'document', id: ID, article }))).toEqual({ kind: 'document', id: ID, article });
    }
    expect(parseRoute(`?document=${ID}&article=nonsense`)).toEqual({ kind: 'document', id: ID, article: null });
  });

  it.each(['?article=../etc', '?document=1', '?article=', '?from=yesterday&sort=up', '?person=', ''])(
    'reads %p as the empty search',
    (query) => expect(parseRoute(query)).toEqual({ kind: 'search', search: EMPTY_SEARCH }),
  );

  it('names a filter value once', () => {
    expect(parseRoute('?person=甲&person=甲')).toEqual(parseRoute(filterHref('person', '甲')));
  });
});

describe('the request', () => {
  it('asks for facets with the first page only', () => {
    expect(toApiQuery(EMPTY_SEARCH, 20, null)).toContain('facets=publication%2Cmonth');
    expect(toApiQuery(EMPTY_SEARCH, 20, 'c1')).toBe('sort=date&size=20&cursor=c1');
  });

  it('ranks by relevance as soon as there are words, unless told otherwise', () => {
    expect(effectiveSort(EMPTY_SEARCH)).toBe('date');
    expect(effectiveSort({ ...EMPTY_SEARCH, q: '汽车' })).toBe('relevance');
    expect(effectiveSort({ ...EMPTY_SEARCH, q: '汽车', sort: 'date' })).toBe('date');
  });
});

describe('toggles', () => {
  it('adds a filter value and takes it away again', () => {
    const once = toggleFilter(EMPTY_SEARCH, 'place', '上海');
    expect(once.filters.place).toEqual(['上海']);
    expect(toggleFilter(once, 'place', '上海')).toEqual(EMPTY_SEARCH);
  });

  it('turns a month into its first and last day', () => {
    expect(monthRange('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(monthRange('2023-12')).toEqual({ from: '2023-12-01', to: '2023-12-31' });
  });

  it('selects a month and takes it away again', () => {
    const once = toggleMonth(EMPTY_SEARCH, '2024-02');
    expect(isMonthSelected(once, '2024-02')).toBe(true);
    expect(isMonthSelected(once, '2024-03')).toBe(false);
    expect(toggleMonth(once, '2024-02')).toEqual(EMPTY_SEARCH);
  });
});
