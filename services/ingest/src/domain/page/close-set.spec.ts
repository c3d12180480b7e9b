import { describe, expect, it } from '@jest/globals';
import { readCloseSet } from './close-set.js';
import { readLines } from './page-line.js';
import { roleOf } from './roles.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，只有风还在石阶上走来走去。';

function closeOf(printed: readonly string[]): number[] {
  const lines = readLines(printed);
  return [...readCloseSet(lines, lines.map((line, i) => roleOf(line, lines[i - 1], lines[i + 1])), 1)];
}

describe('readCloseSet', () => {
  it('finds a list under its title', () => {
    expect(closeOf([TEXT, '', '这些船客请先上', '带孩子的', '拿重物的', '赶考的', '', TEXT])).toEqual([0, 2, 1, 1, 1, 0]);
  });

  it('takes the first of a list for one of it', () => {
    expect(closeOf(['● 渡口：三处', '● 渡船：五条', '● 船工：八人', '● 石阶：一百级', '', TEXT])).toEqual([1, 1, 1, 1, 0]);
  });

  it('leaves the decks of a headline over the names of those who wrote', () => {
    expect(closeOf(['青山县新桥通车', '渡口收起了缆绳', '三百居民到河边送别', '县交通局公布安置办法', '本报记者 苏眉', '', TEXT])).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
