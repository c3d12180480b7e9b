import { describe, expect, it } from '@jest/globals';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { placeStack } from './place-stack.js';
import { createThread, startReading, withText, withThreads, type Thread } from './reading.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，来看的人反而多了。';

/** What `stack` may be below a text and above another. */
function optionsOf(stack: readonly string[]) {
  const view = viewPage(readLines([TEXT, ...stack, TEXT]), false);
  const reading = startReading();
  const read = withThreads(
    reading,
    [withText(createThread(reading), 0, false, null)],
    stack.map((_, i) => i + 1),
  );
  read.nextId = 1;
  return placeStack(view, read, stack.length + 1);
}

describe('placeStack', () => {
  const areTwo = (stack: readonly string[]): boolean => optionsOf(stack).some(({ reading }) => reading.nextId > 2);

  it('sees two heads where a headline stands below names', () => {
    expect(areTwo(['渡口收起了缆绳', '本报记者 苏眉', '公园里的新长椅', '本报记者 林见川'])).toBe(true);
  });

  it.each(['【案情】', 'Q2：散瞳会不会伤眼睛？', '■市民来电', '核心阅读', '——船工转岗见闻'])('sees one where %s does', (subhead) => {
    expect(areTwo(['渡口收起了缆绳', '本报记者 苏眉', subhead])).toBe(false);
  });

  it('returns under a subhead to a long piece only from a report set into it', () => {
    const view = viewPage(readLines([TEXT, TEXT, `本报讯（记者 苏眉）${TEXT}`, '缆绳还在手上', TEXT]), false);
    const reading = startReading();
    const [piece, other, report] = [0, 1, 2].map((id) => ({ ...withText(createThread(reading, id === 2), id, false, null), id })) as [Thread, Thread, Thread];
    piece.subheads = 1;
    const returns = (threads: readonly Thread[]): boolean => placeStack(view, withThreads(reading, threads, [3]), 4).some(({ thread }) => thread?.id === piece.id && thread.subheads > 1);
    expect(returns([report, piece])).toBe(true);
    expect(returns([report, other, piece])).toBe(false);
  });

  it('reads each heading under the name of a column of briefs as the headline of another', () => {
    const subhead = (label: string): number => {
      const view = viewPage(readLines([label, '老船票展出', TEXT, '渡口添了长椅', TEXT]), false);
      const reading = startReading();
      const read = withThreads(reading, [withText(createThread(reading), 2, false, null)], [3]);
      read.nextId = 1;
      return placeStack(view, read, 4).find(({ thread }) => thread?.subheads === 1)?.score ?? NaN;
    };
    expect(subhead('渡口速递')).toBeLessThan(subhead('老船工收起了渡口的缆绳') - 2);
  });

  it('hardly takes what stands below names for the same head', () => {
    const opens = (stack: readonly string[]): number => optionsOf(stack).find(({ reason, head }) => reason === 'opens-under-headline' && head.length === stack.length)?.score ?? NaN;
    expect(opens(['渡口收起了缆绳', '老船工说渡船还在', '本报记者 苏眉'])).toBeGreaterThan(opens(['渡口收起了缆绳', '本报记者 苏眉', '老船工说渡船还在']) + 1);
  });
});
