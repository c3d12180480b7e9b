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

  it('takes one clause within a sentence for words under a picture, and the end of the sentence for none', () => {
    const rest = '费用和船工的损失，县里明年再算。';
    expect(oddsOf('老船工在渡口的石阶上收缆绳。', rest)).toBeGreaterThan(-3);
    expect(oddsOf('费用。', rest)).toBeLessThan(-3);
  });
});
