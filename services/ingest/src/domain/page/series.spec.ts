import { describe, expect, it } from '@jest/globals';
import { oddsOfMark, readMark, withMark } from './series.js';

describe('readMark', () => {
  it.each([
    ['二、谁来收缆绳', '、', 2],
    ['（三）船工上岸', '（）', 3],
    ['叁　两本账，一个答案', 'formal', 3],
    ['第二关：怎么卖得远', '第', 2],
    ['第三关是没人信。', '第', 3],
    ['三是把缆绳收好。', '是', 3],
    ['其二，渡口要有人守。', '其', 2],
    ['02　桥头的三年', '.', 2],
    ['十二、船票', '、', 12],
    ['3', 'digit', 3],
    ['问：渡口还开吗？', '问', null],
    ['老船工：不开了。', '老船工', null],
  ])('reads in %p its place', (text, key, number) => {
    expect(readMark(text)).toEqual({ key, number });
  });

  it.each(['渡口收起了缆绳', '3.5米长的船', '第三届渡口节昨天开幕', '老船工对来人说：“不开了。”'])('finds none in %p', (text) => {
    expect(readMark(text)).toBeNull();
  });
});

describe('oddsOfMark', () => {
  const marks = ['问：渡口还开吗？', '答：不开了。', '二、谁来收缆绳'].reduce<ReturnType<typeof withMark>>((known, text) => withMark(known, readMark(text)), []);
  const odds = (text: string) => oddsOfMark(marks, readMark(text));

  it('speaks for the text whose next it is, and against any other', () => {
    expect(odds('三、船工去哪儿')).toBeGreaterThan(0);
    expect(odds('四、船工去哪儿')).toBeLessThan(0);
    expect(odds('贰　船工去哪儿')).toBeLessThan(0);
  });

  it('speaks for a text in which the same has spoken, and for nothing where a series begins', () => {
    expect(odds('问：船呢？')).toBeGreaterThan(0);
    expect(odds('店主：船呢？')).toBe(0);
    expect(odds('一、最后一班船')).toBe(0);
  });
});

describe('withMark', () => {
  it('keeps the latest, of a glossary too, in which each line has its own', () => {
    const words = [...'缆绳船桨渡口石阶马灯木箱船票河岸新桥公园'];
    const marks = words.reduce<ReturnType<typeof withMark>>((known, word) => withMark(known, readMark(`${word}：河边的事物。`)), []);
    expect(marks.length).toBeLessThan(words.length);
    expect(marks[0]?.key).toBe(words.at(-1));
  });
});
