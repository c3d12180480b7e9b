import { aRawArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { createVocabulary, sharedWords } from './shared-words.js';

const say = (text: string) => aRawArticle({ title: null, paragraphs: [text] });
const common = (a: string, b: string, ...others: string[]): number => {
  const [head, tail] = [say(a), say(b)];
  return sharedWords(head, tail, createVocabulary([head, tail, ...others.map(say)]));
};

describe('sharedWords', () => {
  it('counts names and rare words, not what every paper says', () => {
    expect(common('记者昨天从会议上获悉', '会议昨天还通报')).toBe(0);
    expect(common('守堤人储大山', '储大山说，守堤人')).toBeGreaterThan(common('水库今天放水', '水库今天检修'));
  });

  it('counts a phrase once, however long and often it is', () => {
    expect(common('青岚江大桥北主塔昨日封顶', '青岚江大桥北主塔昨日封顶。青岚江大桥北主塔昨日封顶')).toBeLessThanOrEqual(14);
  });

  it('counts less what other articles of the issue have too', () => {
    expect(common('青岚江大桥', '青岚江大桥', '青岚江大桥')).toBeLessThan(common('青岚江大桥', '青岚江大桥'));
  });

  it('knows no evidence in numbers', () => {
    expect(common('一千三百二十六人', '一千三百二十六吨')).toBe(0);
  });
});
