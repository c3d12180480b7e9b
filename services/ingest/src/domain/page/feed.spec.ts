import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const SIGNATURE = '青山台消息（青山晚间）：';
const ITEMS = [
  ['沿江防洪堤加固工程完工', '今天（6月18日），青山县沿江防洪堤加固工程完工，十二公里老堤全部换上了新的护坡。'],
  ['全县早稻开镰', '连日来，青山县十八万亩早稻陆续开镰，农机部门调来两百台收割机。'],
  ['新图书馆开门迎客', '青山县新图书馆今天开门迎客，少儿阅览室里坐满了放假的孩子。'],
  ['老渡口改建步道', '白鹭镇的老渡口改建成了步道，沿岸三公里种上了垂柳。'],
  ['中医院开设夜间门诊', '县中医院本周起开设夜间门诊，挂号到晚上九点为止。'],
] as const;
const COLUMN = ['全县快讯', SIGNATURE];
const SHORT = ['邻县暴雨冲毁的公路桥昨天恢复通车，货车绕行两个月后重新驶上老路。', '县篮球联赛今晚开赛，十二支队伍抽签分成两组，决赛定在下月初。'];

/** The first line of each article, by index of what is handed in. */
function firsts(lines: readonly string[]): number[] {
  const { drafts } = splitPage(lines.join('\n'), HINTS);
  return drafts.map((draft) => Math.min(...draft.lines) - 1);
}

/** Each item with its headline over it. */
const titled = (items: readonly (readonly [string, string])[]): string[] => items.flatMap(([title, text]) => [title, SIGNATURE + text]);

describe('a feed, whose items all open with one dateline', () => {
  it('has parts of an item where the dateline is missing', () => {
    const part = ['渡船停航', '渡口的渡船同时停航，两条老船送进县里的船厂检修，船工改在步道上做巡护。'];
    const lines = [...titled(ITEMS), ...part];
    expect(firsts(lines)).toEqual([0, 2, 4, 6, 8]);
  });

  it('has items in a column below a dateline that stands alone, which is no text', () => {
    const lines = [...titled(ITEMS), ...COLUMN, '公路桥恢复通车', SHORT[0] ?? '', '县篮球联赛开赛', SHORT[1] ?? ''];
    expect(firsts(lines)).toEqual([0, 2, 4, 6, 8, 12, 14]);
  });

  it('has an item in each paragraph of such a column without headlines', () => {
    const lines = [...ITEMS.map(([, text]) => SIGNATURE + text), ...COLUMN, ...SHORT];
    expect(firsts(lines)).toEqual([0, 1, 2, 3, 4, 7, 8]);
  });
});
