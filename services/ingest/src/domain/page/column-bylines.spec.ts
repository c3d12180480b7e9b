import { describe, expect, it } from '@jest/globals';
import { joinBylines, signColumns } from './column-bylines.js';
import type { Layout } from './layout.js';
import { readLines } from './page-line.js';
import { roleOf, type Role } from './roles.js';

const COLUMN: Layout = { wrap: 12, columns: new Map(), indents: true, leading: 0, blanksAreRare: true };

function bylinesOf(source: readonly string[], layout = COLUMN) {
  const lines = readLines(source);
  const roles = lines.map((line, i) => roleOf(line, lines[i - 1], lines[i + 1]));
  joinBylines(lines, roles, layout);
  return roles.map((role) => (role.kind === 'byline' ? role.byline.authors.map(({ name }) => name) : role.kind));
}

describe('joinBylines', () => {
  it.each([
    [['本报见习记者 苏眉 记者', '林见川', '　　昨日，新桥通车。'], [['苏眉', '林见川'], [], 'text']],
    [['本报见习记者 苏眉 林见', '川 邓以宁', '　　昨日，新桥通车。'], [['苏眉', '林见川', '邓以宁'], [], 'text']],
    [['文/本报记者 林见川 邓', '以宁', '　　昨日，新桥通车。'], [['林见川', '邓以宁'], [], 'text']],
  ])('reads the names of %p', (source, expected) => {
    expect(bylinesOf(source)).toEqual(expected);
  });

  // With as many ways to part its characters into names this never ended.
  it('ends with a long line that speaks of a reporter', () => {
    expect(bylinesOf([`船工对记者${'说渡口的缆绳收好了'.repeat(8)}。`, '苏眉', '　　昨日，新桥通车。'], { ...COLUMN, wrap: 80 })[0]).toBe('text');
  });

  it.each([
    [['本报记者 苏眉', '青山', '　　昨日，新桥通车。']],
    [['本报见习记者 苏眉 记者', '　　昨日，新桥通车。']],
    [['本报见习记者 苏眉 记者', '', '林见川', '　　昨日，新桥通车。']],
  ])('leaves what follows the byline of %p', (source) => {
    expect(bylinesOf(source)[0]).toEqual(['苏眉']);
  });

  it('leaves lines that are paragraphs', () => {
    expect(bylinesOf(['本报见习记者 苏眉 记者', '林见川', '昨日，新桥通车。'], { ...COLUMN, wrap: null })[0]).not.toEqual(['苏眉', '林见川']);
  });
});

describe('signColumns', () => {
  const NARROW: Layout = { wrap: 14, columns: new Map(), indents: false, leading: 0, blanksAreRare: true };
  const kindsOf = (source: readonly string[], layout = NARROW) => {
    const lines = readLines(source);
    const roles: Role[] = lines.map(() => ({ kind: 'text' }));
    signColumns(lines, roles, layout);
    return roles.map(({ kind }) => kind);
  };

  it('takes a name between a headline and a full line for who wrote', () => {
    expect(kindsOf(['渡口收起了缆绳', '卫思齐', '老船工把渡口的缆绳一圈圈收好'])).toEqual(['text', 'byline', 'text']);
  });

  it.each([
    [['渡口收起了缆绳，', '卫思齐', '老船工把渡口的缆绳一圈圈收好']],
    [['老船工把渡口的缆绳一圈圈收好', '卫思齐', '老船工把渡口的缆绳一圈圈收好']],
    [['渡口收起了缆绳', '卫思齐', '公园添了长椅']],
    [['渡口收起了缆绳', '马路', '老船工把渡口的缆绳一圈圈收好']],
  ])('leaves %p', (source) => {
    expect(kindsOf(source)).not.toContain('byline');
  });

  it('leaves pages with indents, and such whose lines are paragraphs', () => {
    const source = ['渡口收起了缆绳', '卫思齐', '老船工把渡口的缆绳一圈圈收好'];
    expect(kindsOf(source, { ...NARROW, indents: true })).not.toContain('byline');
    expect(kindsOf(source, { ...NARROW, wrap: null })).not.toContain('byline');
  });
});
