import type { Query } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { parseQuery } from './parse-query.js';
import { QueryError } from './query-error.js';

const phrase = (text: string, field: 'any' | 'title' | 'text' = 'any'): Query => ({ kind: 'phrase', field, text });
const and = (...of: Query[]): Query => ({ kind: 'and', of });
const or = (...of: Query[]): Query => ({ kind: 'or', of });
const not = (of: Query): Query => ({ kind: 'not', of });
const date = (from: string | null, to: string | null): Query => ({ kind: 'date', from, to });

function errorOf(query: string): QueryError {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`${query} was understood`);
}

describe('parseQuery', () => {
  it.each<[string, Query]>([
    ['', { kind: 'all' }],
    [' 　', { kind: 'all' }],
    ['新能源 汽车', and(phrase('新能源'), phrase('汽车'))],
    ['新能源汽车', and(phrase('新能源'), phrase('汽车'))],
    ['"新能源汽车"', phrase('新能源汽车')],
    ['“新能源”「汽车」『出口』', and(phrase('新能源'), phrase('汽车'), phrase('出口'))],
    ['「所谓“新三样”」', phrase('所谓“新三样”')],
    ['汽车 OR 出口 外贸', or(phrase('汽车'), and(phrase('出口'), phrase('外贸')))],
    ['（汽车 OR 出口） AND 外贸', and(or(phrase('汽车'), phrase('出口')), phrase('外贸'))],
    ['汽车 NOT 出口', and(phrase('汽车'), not(phrase('出口')))],
    ['-出口', not(phrase('出口'))],
    ['NOT (汽车 OR 出口)', not(or(phrase('汽车'), phrase('出口')))],
    ['汽车-出口 —— -', and(phrase('汽车'), phrase('出口'))],
    ['"汽车 出口"~5', { kind: 'near', field: 'any', text: '汽车 出口', distance: 5 }],
    ['title:“汽车 出口”～3', { kind: 'near', field: 'title', text: '汽车 出口', distance: 3 }],
    ['title:新能源汽车', and(phrase('新能源', 'title'), phrase('汽车', 'title'))],
    ['Title：汽车', phrase('汽车', 'title')],
    ['AI：汽车', and(phrase('AI'), phrase('汽车'))],
    ['text:"汽车"', phrase('汽车', 'text')],
    ['org:商务局', { kind: 'facet', field: 'organization', value: '商务局' }],
    ['lang:zh', { kind: 'facet', field: 'language', value: 'zh' }],
    ['author:"Li Wei"', { kind: 'facet', field: 'author', value: 'Li Wei' }],
    ['-person:靳书远', not({ kind: 'facet', field: 'person', value: '靳书远' })],
    ['(policy:《行动方案（2025—2027年）》)', { kind: 'facet', field: 'policy', value: '行动方案（2025—2027年）' }],
    ['date:2024', date('2024-01-01', '2024-12-31')],
    ['date:2024-02', date('2024-02-01', '2024-02-29')],
    ['date:2024-03-05', date('2024-03-05', '2024-03-05')],
    ['date:2024-1..2024-03', date('2024-01-01', '2024-03-31')],
    ['date:..2024-03', date(null, '2024-03-31')],
    ['date:２０２４-03-05..', date('2024-03-05', null)],
  ])('reads %j', (query, expected) => {
    expect(parseQuery(query)).toEqual(expected);
  });

  it.each([
    ['汽车 (出口', 3],
    ['汽车)', 2],
    ['()', 1],
    ['汽车 OR', 5],
    ['OR 汽车', 0],
    ['汽车 AND AND 出口', 7],
    ['汽车 NOT', 6],
    ['-，', 0],
    ['汽车 "出口', 3],
    ['"——"', 0],
    ['，。', 0],
    ['"汽车"~5', 0],
    ['"汽车 出口"~', 7],
    ['"汽车 出口"~1001', 7],
    ['author:"汽车 出口"~5', 7],
    ['foo:汽车', 0],
    ['汽车 region:上海', 3],
    ['industry:汽车', 0],
    ['figure:出口>10%', 0],
    ['title: 汽车', 0],
    ['title:——', 6],
    ['title:(汽车 OR 出口)', 6],
    ['author:""', 7],
    ['date:2024-13', 5],
    ['date:2023-02-29', 5],
    ['date:昨天', 5],
    ['date:..', 5],
    ['date:2024..2023', 5],
    ['date:2022..2023..2024', 5],
  ])('refuses %j at %i with a hint', (query, position) => {
    const error = errorOf(query);
    expect(error.position).toBe(position);
    expect(error.message).not.toBe('');
    expect(error.hint).not.toBe('');
  });

  it('says that a field is not supported yet, not that it does not exist', () => {
    expect(errorOf('region:上海').message).toContain('not supported yet');
    expect(errorOf('foo:上海').message).not.toContain('not supported yet');
  });

  it('takes exactly as much as its limits say', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}汽车${')'.repeat(depth)}`;
    expect(parseQuery(Array(64).fill('汽车').join(' '))).toHaveProperty('of.length', 64);
    expect(errorOf(Array(65).fill('汽车').join(' ')).position).toBe(64 * 3);
    expect(parseQuery('a'.repeat(1000))).toEqual(phrase('a'.repeat(1000)));
    expect(errorOf('a'.repeat(1001)).position).toBe(1000);
    expect(parseQuery(nested(20))).toEqual(phrase('汽车'));
    expect(errorOf(nested(21)).position).toBe(21);
    expect(errorOf(`${'NOT '.repeat(21)}汽车`).hint).toContain('NOT');
  });
});
