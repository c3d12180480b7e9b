import { describe, expect, it } from '@jest/globals';
import { exampleQueries, quoteIfNeeded } from './examples.js';

describe('example queries', () => {
  it('are made of what the facets hold', () => {
    const facets = {
      person: [{ value: '谭以宁', count: 3 }, { value: '阿依古丽·买买提', count: 2 }],
      place: [{ value: '海堰市', count: 5 }],
      publication: [{ value: '澜州日报', count: 4 }],
    };
    expect(exampleQueries(facets)).toEqual([
      '海堰市',
      'person:谭以宁',
      '谭以宁 OR "阿依古丽·买买提"',
      'publication:澜州日报 海堰市',
    ]);
  });

  it('are none where nothing is loaded', () => {
    expect(exampleQueries({})).toEqual([]);
  });

  it('quote what would fall into several words', () => {
    expect(quoteIfNeeded('海堰')).toBe('海堰');
    expect(quoteIfNeeded('A 版')).toBe('"A 版"');
  });
});
