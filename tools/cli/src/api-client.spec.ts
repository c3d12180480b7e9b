import { describe, expect, it } from '@jest/globals';
import { describeProblem, parseRetryAfter } from './api-client.js';

const NOW = Date.parse('2024-01-01T00:00:00Z');

describe('parseRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['0', 0],
    ['7', 7_000],
    ['-1', 0],
    ['Mon, 01 Jan 2024 00:00:30 GMT', 30_000],
    ['Sun, 31 Dec 2023 00:00:00 GMT', 0],
  ])('reads %j as %j ms', (header, ms) => {
    expect(parseRetryAfter(header, NOW)).toBe(ms);
  });
});

describe('describeProblem', () => {
  const problem = { type: 'https://wenliu.dev/problems/x', title: 'The query is wrong', status: 400, detail: 'A word is missing.' };

  it('says what is wrong', () => {
    expect(describeProblem(problem)).toBe('The query is wrong: A word is missing.');
  });

  it('counts characters from 1 and puts the hint below', () => {
    expect(describeProblem({ ...problem, position: 7, hint: 'Add one.' })).toBe('The query is wrong: A word is missing. (at character 8)\n  Add one.');
  });
});
