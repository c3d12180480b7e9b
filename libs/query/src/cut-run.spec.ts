import { describe, expect, it } from '@jest/globals';
import { unitKey } from './unit-key.js';
import { cutRun } from './cut-run.js';

describe('cutRun', () => {
  it.each([
    ['新能源汽车', ['新能源', '汽车']],
    ['新能源汽車', ['新能源', '汽車']],
    ['习近平在上海考察', ['习近平', '上海', '考察']],
    ['记者靳书远报道', ['记者', '靳书远', '报道']],
    ['发展新能源', ['发展', '能源']],
    ['上海的新能源', ['上海', '新能源']],
    ['汽车出口额', ['汽车', '出口额']],
    ['2024年5月', ['2024', '5月']],
    ['5G基站', ['5G', '基站']],
    ['COVID-19疫情', ['COVID', '19', '疫情']],
    ['京、津、冀', ['京、津、冀']],
    ['的', ['的']],
    ['——。', []],
    ['', []],
  ])('cuts %j into %j', (run, words) => {
    expect(cutRun(run)).toEqual(words);
  });

  it.each(['これはペンです', '한국어abcカナ', 'ภาษาไทย', 'Ｇ20峰会abcカナ疫情', '記者ab\u0301報道'])(
    'cuts %j only where units end, so whatever has the run has its words',
    (run) => {
      const words = cutRun(run);
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect(unitKey(run)).toContain(unitKey(word));
    },
  );
});
