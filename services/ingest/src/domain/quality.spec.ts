import { describe, expect, it } from '@jest/globals';
import type { Doubt } from '@wenliu/contracts';
import { judge } from './quality.js';

describe('judge', () => {
  const whole = ['老船工把缆绳送给了镇上的博物馆，说这里的时间过得慢，他还会常来看看。', '水还是那条水。'];

  const of = (paragraphs: string[]) => ({ paragraphs, language: 'zh', lossy: false, sureness: 1 });

  it('is 1 for whole text and 0 for none', () => {
    expect(judge(of(whole))).toEqual({ quality: 1, doubts: [] });
    expect(judge(of([' '])).quality).toBe(0);
  });

  it.each<[string, string[], boolean, Doubt]>([
    ['replaced bytes', whole, true, 'lossy-decoding'],
    ['a paragraph cut off', ['老船工把缆绳送给了镇上的博物馆，说这里的时间过得慢，他还会常来看'], false, 'cut-sentences'],
    ['no punctuation', ['老船工把缆绳送给了镇上的博物馆说这里的时间过得慢他还会常来看看。'.replace('。', '')], false, 'no-punctuation'],
    ['unreadable characters', ['老船工把\ufffd绳送给了镇上的博\ue123馆，说这里的时间过得慢，他还会常来看看。'], false, 'unreadable-characters'],
  ])('is lower for %s', (_, paragraphs, lossy, doubt) => {
    const judged = judge({ ...of(paragraphs), lossy });
    expect(judged.quality).toBeLessThan(0.9);
    expect(judged.doubts).toContain(doubt);
  });

  it.each<[string, Parameters<typeof judge>[0], Doubt]>([
    ['another language', { ...of(['The bridge opens today, and the old boatman gives his ropes to the museum.']), language: 'en' }, 'not-chinese'],
    ['a table', of(['| 名次 | 球队 | 胜 | 平，负，积分，净胜球，主客场 |', '| 1 | 青山 | 3 | 0，1，9，6，各三场 |']), 'table-or-list'],
    ['lines that may be another article’s', { ...of(whole), sureness: 0.2 }, 'doubtful-lines'],
  ])('says what is wrong with %s', (_, article, doubt) => {
    expect(judge(article).doubts).toContain(doubt);
    expect(judge(article).quality).toBeLessThan(0.85);
  });
});
