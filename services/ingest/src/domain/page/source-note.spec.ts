import { describe, expect, it } from '@jest/globals';
import { readSourceOpening } from './source-note.js';

describe('readSourceOpening', () => {
  it.each([
    ['据新华社10月12日报道，渡口停航。', '新华社'],
    ['据《青山日报》报道，渡口停航。', '青山日报'],
    ['据青山之声《新闻纵横》报道，渡口停航。', '青山之声'],
    ['【远方时报综合报道】渡口停航。', '远方时报'],
    ['远方消息网10月12日报道　渡口停航。', '远方消息网'],
  ])('reads whose report %p is', (text, agency) => {
    expect(readSourceOpening(text)).toBe(agency);
  });

  it.each(['据介绍，渡口停航。', '据报道，渡口停航。', '渡口停航，据新华社报道，', '【渡口停航】昨日'])('reads none in %p', (text) => {
    expect(readSourceOpening(text)).toBeNull();
  });
});
