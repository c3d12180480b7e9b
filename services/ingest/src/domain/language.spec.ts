import { describe, expect, it } from '@jest/globals';
import { languageOf, qualityOf } from './language.js';

describe('languageOf', () => {
  it.each([
    ['新桥通车的第一天，老船工把缆绳送给了博物馆，说这里的时间过得慢。', 'zh', 'Hans'],
    ['新橋通車的第一天，老船工把纜繩送給了博物館，說這裡的時間過得慢。', 'zh', 'Hant'],
    ['山高水清', 'zh', null],
    ['华为 HarmonyOS NEXT 正式版发布', 'zh', 'Hans'],
    ['The bridge opens today.', 'en', null],
    ['橋は今日から通れるようになりました。', 'und', null],
    ['다리가 오늘 열립니다', 'und', null],
    ['123，。', 'und', null],
    ['', 'und', null],
  ])('reads %p as %s %s', (text, language, script) => {
    expect(languageOf(text)).toEqual({ language, script });
  });
});

describe('qualityOf', () => {
  const whole = ['老船工把缆绳送给了镇上的博物馆，说这里的时间过得慢，他还会常来看看。', '水还是那条水。'];

  it('is 1 for whole text and 0 for none', () => {
    expect(qualityOf(whole, false)).toBe(1);
    expect(qualityOf([' '], false)).toBe(0);
  });

  it.each<[string, string[], boolean]>([
    ['replaced bytes', whole, true],
    ['a paragraph cut off', ['老船工把缆绳送给了镇上的博物馆，说这里的时间过得慢，他还会常来看'], false],
    ['no punctuation', ['老船工把缆绳送给了镇上的博物馆说这里的时间过得慢他还会常来看看。'.replace('。', '')], false],
    ['unreadable characters', ['老船工把\ufffd绳送给了镇上的博\ue123馆，说这里的时间过得慢，他还会常来看看。'], false],
  ])('is lower for %s', (_, paragraphs, lossy) => {
    expect(qualityOf(paragraphs, lossy)).toBeLessThan(0.9);
  });
});
