import { describe, expect, it } from '@jest/globals';
import { oddsOfHead, sectionsWith } from './head-odds.js';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { createThread, startReading, withHeadings, withText, type Thread } from './reading.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，来看的人反而多了。';
const LINES = ['# 渡口收起了缆绳', '#### 本报记者 苏眉', TEXT, '#### 缆绳还在', TEXT, '## 三座公园添了长椅', TEXT];

function threadWith(sections: number): Thread {
  const thread = withText(withHeadings(createThread(startReading()), [0], false), 2, false, null);
  thread.sections = sections;
  return thread;
}

describe('the head of a brief', () => {
  it('is known by the name that begins it and its text', () => {
    const below = (text: string): number => {
      const view = viewPage(readLines(['渡口收起了缆绳', TEXT, '青山渡船：新桥明年开工', text]), false);
      return oddsOfHead(view, withText(createThread(startReading()), 1, false, null), [2], 3);
    };
    expect(below('青山渡船昨日公告，新桥明年开工，渡口停航一年。')).toBeGreaterThan(below('渡口的公司昨日公告，新桥明年开工，青山渡船停航一年。') + 2);
  });
});

describe('the name of a column of comments', () => {
  it('opens an article with the headline below it', () => {
    const under = (column: string): number => {
      const view = viewPage(readLines(['渡口收起了缆绳', TEXT, column, '收缆绳也要算账', TEXT]), false);
      return oddsOfHead(view, withText(createThread(startReading()), 1, false, null), [2, 3], 4);
    };
    expect(under('渡口微评') - under('渡口缆绳')).toBeGreaterThan(1);
  });
});

describe('the levels of Markdown', () => {
  const view = viewPage(readLines(LINES), false);

  it('tell subheads from a headline between them and the title', () => {
    expect(sectionsWith(view, [3], threadWith(0))).toBe(4);
    expect(oddsOfHead(view, threadWith(4), [5], 6) - oddsOfHead(view, threadWith(0), [5], 6)).toBeCloseTo(6);
  });

  it('tell nothing where names have them, too', () => {
    const untitled = withText(withHeadings(createThread(startReading()), [3], false), 4, false, null);
    const bare = viewPage(readLines(LINES.map((text) => text.replace('#### 本报', '本报'))), false);
    expect(oddsOfHead(bare, untitled, [3], 4) - oddsOfHead(view, untitled, [3], 4)).toBeCloseTo(3);
  });
});
