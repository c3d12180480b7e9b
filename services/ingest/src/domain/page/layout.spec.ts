import { describe, expect, it } from '@jest/globals';
import { measureLayout, withoutLocalLeading, wrapAt } from './layout.js';
import { readLines } from './page-line.js';

const COLUMN = ['老船工把渡口的缆绳一圈圈收好，放', '进了博物馆送来的木箱里。他在渡口', '撑了四十年船，送过上学的孩子，也', '送过出嫁的姑娘，渡口的石阶被踩得', '发亮，下雨天也不滑。老船工说，渡', '口没有了，船还在，缆绳也还在木箱', '里，孩子们来看的时候，他就讲一遍', '从前的事。'];

describe('measureLayout', () => {
  it('knows a column, with blank lines between its lines as well', () => {
    expect(measureLayout(readLines(COLUMN))).toMatchObject({ wrap: 16, leading: 0, blanksAreRare: true });
    expect(measureLayout(readLines(COLUMN.flatMap((line) => [line, ''])))).toMatchObject({ wrap: 16, leading: 1, blanksAreRare: true });
  });

  it('takes paragraphs with blank lines between them for no column', () => {
    const paragraphs = [COLUMN.join(''), '三座公园添了四十张长椅，都是木头做的。', COLUMN.slice(2).join('')];
    expect(measureLayout(readLines(paragraphs.flatMap((line) => [line, ''])))).toMatchObject({ wrap: null, leading: 0 });
  });
});

describe('wrapAt', () => {
  const set = (text: string, width: number): string[] => [...text].reduce<string[]>((lines, char) => (lines.length > 0 && [...(lines.at(-1) ?? '')].length < width ? lines.with(-1, (lines.at(-1) ?? '') + char) : [...lines, char]), []);
  const TEXT = '清晨五点渡口的灯照例亮了却没有人来坐船老船工把缆绳一圈圈收好放进博物馆送来的木箱里他说水还是那条水路换了个走法人还得过河桥面换成了本地产的青石桥墩补了七处。';

  it('knows each article by its own column', () => {
    const lines = readLines([...set(TEXT, 20), '', ...set(TEXT, 11), '', ...set(TEXT, 15)]);
    const layout = measureLayout(lines);
    expect(layout.wrap).not.toBeNull();
    const widths = lines.map((line) => wrapAt(layout, line));
    expect(new Set(widths.slice(0, 4))).toEqual(new Set([20]));
    expect(new Set(widths.slice(4, 11))).toEqual(new Set([11]));
    expect(new Set(widths.slice(-4))).toEqual(new Set([15]));
  });

  it('takes the lines of a verse for no column', () => {
    const verse = ['船来的时候', '芦花白了一大半', '另一半', '等一个挑着担子的人', '把秋天', '慢慢放下来'];
    const lines = readLines([...set(TEXT, 20), '', ...verse]);
    const layout = measureLayout(lines);
    expect(lines.slice(-6).map((line) => wrapAt(layout, line))).toEqual(verse.map(() => 20));
  });
});

describe('withoutLocalLeading', () => {
  it('closes up a column with a blank line between each two lines, where the others have none', () => {
    const lines = readLines([...COLUMN, ...COLUMN, '', ...COLUMN.flatMap((line) => [line, ''])]);
    expect(withoutLocalLeading(lines).map(({ gap }) => gap)).toEqual(lines.map((_, i) => (i === 2 * COLUMN.length ? 1 : 0)));
  });

  it('leaves paragraphs with blank lines between them, and a page that is set so throughout', () => {
    const spaced = readLines(COLUMN.flatMap((line) => [line, '']));
    expect(withoutLocalLeading(spaced)).toBe(spaced);
    const paragraphs = readLines([...COLUMN, '', ...Array.from({ length: 8 }, () => ['桥修好了。', '']).flat()]);
    expect(withoutLocalLeading(paragraphs)).toBe(paragraphs);
  });
});
