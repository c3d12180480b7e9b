import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

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
