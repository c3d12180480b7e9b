import { describe, expect, it } from '@jest/globals';
import { captionOdds } from './caption-odds.js';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { createThread, startReading, withText, withThreads } from './reading.js';

const BROKEN = '老船工说，新桥通车以后，渡口每天只剩下两班渡船，少收的船票一年有九万元，这还不包括修石阶的';

/** Of `line` below text that breaks off, with `below` under it. */
function oddsOf(line: string, below: string): number {
  const view = viewPage(readLines([BROKEN, line, below]), false);
  const reading = startReading();
  return captionOdds(view, withThreads(reading, [withText(createThread(reading), 0, false, null)]), 1);
}

describe('captionOdds', () => {
  it('takes what blank lines part from all but its credit for words under a picture, within a sentence', () => {
    const words = '新桥桥头，三只旧木箱一字排开，箱子上的缆绳已经褪色，只有一只上了锁。';
    const within = (gap: string): number => {
      const view = viewPage(readLines([BROKEN, '', words, ...(gap === '' ? [] : [gap.slice(1)]), '陆逸鸣 摄', '', '费用和船工的损失，县里明年再算。']), false);
      const reading = startReading();
      return captionOdds(view, withThreads(reading, [withText(createThread(reading), 0, false, null)]), 1);
    };
    expect(within('')).toBeGreaterThan(4);
    expect(within(' ')).toBeLessThan(-3);
  });

  describe('in a column', () => {
    const COLUMN = ['　　老船工说，新桥通车以后渡口每天只', '剩下两班渡船，少收的船票一年有九', '万元，这还不包括修石阶的费用和船', '工的损失，县里说明年再算。', '　　今年六月，渡口的石阶又被水冲坏', '了一段，老船工找来镇上的石匠，石匠', '说石阶下面的木桩早就烂了，要先打'];
    const REST = ['桩再铺石阶，一共要花三万元，他不知', '道这笔钱该找谁要，只好等县里来人。'];
    const within = (...caption: string[]): number => {
      const lines = [...COLUMN, ...caption, ...REST];
      const view = viewPage(readLines(lines), false);
      const reading = startReading();
      const read = COLUMN.reduce((thread, _, i) => withText(thread, i, false, null), createThread(reading));
      return captionOdds(view, withThreads(reading, [read]), COLUMN.length);
    };

    it('takes indented words down to a name for those under a picture, where the sentence above goes on below', () => {
      expect(within('　　6月8日，白沙渡口，船员', '将缆绳接到渡轮上。', '全媒体记者　闻一舟　摄')).toBeGreaterThan(4);
      expect(within('　　6月8日，白沙渡口，船员', '将缆绳接到渡轮上。', '全媒体记者　闻一舟　报道')).toBeLessThan(0);
    });

    it('takes words that end with a name behind them for those under a picture', () => {
      expect(within('村民在疏通后的石阶上打', '捞落叶。　祁小雨　摄')).toBeGreaterThan(4);
    });
  });

  it('takes a line that shows whom the text is about for words under a picture, between whole paragraphs, too', () => {
    const oddsBelow = (above: string): number => {
      const view = viewPage(readLines([above, '林见川在查看渡口的石阶。', '县里说，石阶明年再修，渡船照开。']), false);
      const reading = startReading();
      return captionOdds(view, withThreads(reading, [withText(createThread(reading), 0, false, null)]), 1);
    };
    expect(oddsBelow('林见川撑了四十年的船，渡口的每一级石阶他都记得，哪一级松了，哪一级是新的。')).toBeGreaterThan(4);
    expect(oddsBelow('渡口的老船工撑了四十年的船，渡口的每一级石阶他都记得，哪一级松了，哪一级是新的。')).toBeLessThan(-3);
  });

  it('takes one clause within a sentence for words under a picture, and the end of the sentence for none', () => {
    const rest = '费用和船工的损失，县里明年再算。';
    expect(oddsOf('老船工在渡口的石阶上收缆绳。', rest)).toBeGreaterThan(-3);
    expect(oddsOf('12月5日，渡口售票处门前，乘客隔着玻璃辨认旧船票。', rest)).toBeGreaterThan(0);
    expect(oddsOf('费用。', rest)).toBeLessThan(-3);
  });
});
