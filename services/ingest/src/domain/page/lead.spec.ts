import { describe, expect, it } from '@jest/globals';
import { leadOdds } from './lead.js';

describe('leadOdds', () => {
  it.each([
    ['编辑同志：渡口的灯坏了三个月。', 6],
    ['編輯先生：渡口的燈壞了三個月。', 6],
    ['编辑部今天：灯亮了。', -0.4],
    ['今天（6月18日），青山县的新桥通车。', 3],
    ['记者从青山县交通局获悉，新桥今天通车。', 2.5],
    ['6月18日上午，青山县的新桥通车。', 1.8],
    ['青山县第一座新桥18日在老渡口通车。', 1.8],
    ['日前，老船工收起了缆绳。', 1.8],
    ['下一步，县里还要修两座桥。', -2.3],
    ['与此同时，渡口改成了公园。', -2.3],
    ['老船工在渡口撑了四十年船。', -0.4],
  ])('knows how likely %p opens a text', (text, odds) => {
    expect(leadOdds(text)).toBe(odds);
  });
});
