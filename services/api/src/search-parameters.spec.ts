import { ProblemError } from '@wenliu/platform';
import { describe, expect, it } from '@jest/globals';
import { parseSearchParameters } from './search-parameters.js';

const request = (raw: Record<string, unknown>) => parseSearchParameters(raw).request;

function problemOf(raw: Record<string, unknown>): ProblemError {
  try {
    parseSearchParameters(raw);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('the parameters were taken');
}

describe('parseSearchParameters', () => {
  it('finds everything, newest first, where nothing is asked', () => {
    expect(request({})).toEqual({ query: { kind: 'all' }, sort: 'date', size: 20, cursor: null, facets: [] });
  });

  it('ranks by relevance where there are words, unless told otherwise', () => {
    expect(request({ q: '外贸' })).toMatchObject({ sort: 'relevance' });
    expect(request({ q: '外贸', sort: 'date' })).toMatchObject({ sort: 'date' });
    expect(request({ person: '汤慕青' })).toMatchObject({ sort: 'date' });
  });

  it('narrows by filters, and highlights what the words ask for alone', () => {
    const { request: made, query } = parseSearchParameters({ q: '外贸', person: ['甲', '乙'], publication: '澜州日报' });
    expect(query).toEqual({ kind: 'phrase', field: 'any', text: '外贸' });
    expect(made.query).toEqual({
      kind: 'and',
      of: [query, { kind: 'facet', field: 'publication', value: '澜州日报' }, { kind: 'facet', field: 'person', value: '甲' }, { kind: 'facet', field: 'person', value: '乙' }],
    });
  });

  it.each([
    [{ from: '2024-01-31' }, { kind: 'date', from: '2024-01-31', to: null }],
    [{ to: '2024-02-29' }, { kind: 'date', from: null, to: '2024-02-29' }],
    [{ from: '2024-01-01', to: '2024-12-31' }, { kind: 'date', from: '2024-01-01', to: '2024-12-31' }],
    [{ month: '2024-02' }, { kind: 'date', from: '2024-02-01', to: '2024-02-29' }],
    [{ month: '2023-02' }, { kind: 'date', from: '2023-02-01', to: '2023-02-28' }],
    [{ month: '2024-12' }, { kind: 'date', from: '2024-12-01', to: '2024-12-31' }],
  ])('%j is a range of days', (raw, expected) => {
    expect(request(raw).query).toEqual({ kind: 'and', of: [{ kind: 'all' }, expected] });
  });

  it('takes size, cursor and facets as they are written in an address', () => {
    expect(request({ size: '1000', cursor: 'abc', facets: 'month, person,,publication' })).toMatchObject({ size: 1000, cursor: 'abc', facets: ['month', 'person', 'publication'] });
  });

  it.each([
    ['size', { size: '0' }],
    ['size', { size: '1001' }],
    ['size', { size: '2.5' }],
    ['size', { size: 'many' }],
    ['from', { from: '2024-02-30' }],
    ['to', { to: 'tomorrow' }],
    ['month', { month: '2024-13' }],
    ['month', { month: '2024-00' }],
    ['month', { month: '2024' }],
    ['sort', { sort: 'random' }],
    ['facets', { facets: 'colour' }],
    ['colour', { colour: 'red' }],
    ['q', { q: ['a', 'b'] }],
    ['cursor', { cursor: ['a', 'b'] }],
  ])('names %s in %j', (name, raw) => {
    const problem = problemOf(raw);
    expect(problem).toMatchObject({ status: 400, slug: 'invalid-parameter' });
    expect(problem.message.startsWith(`${name}: `)).toBe(true);
    // "Invalid input" tells nobody anything.
    expect(problem.message).not.toMatch(/^\w+: Invalid input$/);
  });

  it('says what a wrong query should be, and where it is wrong', () => {
    expect(problemOf({ q: '外贸 (出口' })).toMatchObject({ status: 400, slug: 'invalid-query', extra: { position: 3, hint: expect.any(String) } });
  });
});
