import { describe, expect, it } from '@jest/globals';
import { emptyChain, link } from './chain.js';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { affinityOf, openWithout, placeText } from './place-text.js';
import { createThread, startReading, withText, withThreads } from './reading.js';
import { FERRY } from './texts.fixture.js';

describe('placeText', () => {
  it('goes on at a price below more blank room than between paragraphs, where headlines stand below such room', () => {
    const [ferry, park] = ['老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。', '县城的公园昨天添了四十张长椅，都是木头做的，靠背比从前的高。'];
    const goesOn = (blanks: number): number => {
      const room = Array.from({ length: blanks }, () => '');
      const lines = [ferry, ...room, park, '', ferry, '', park, '', '', '渡口收起了缆绳', '', ferry, '', '', '公园里的新长椅', '', park];
      const view = viewPage(readLines(lines), false);
      const reading = startReading();
      view.cohesion.note(0);
      const options = placeText(view, withThreads(reading, [withText(createThread(reading), 0, false, null)]), 1);
      return options.find(({ reason }) => reason === 'goes-on')?.score ?? NaN;
    };
    expect(goesOn(1) - goesOn(2)).toBeCloseTo(1.5);
  });
});

describe('affinityOf', () => {
  it('lets what the text beside says of their subject speak for a comment as well', () => {
    const view = viewPage(readLines([...FERRY, '停航更要安人。', '渡口没有了，缆绳、船票和石阶进了博物馆，老船工还在。']), false);
    const [comment, line] = [FERRY.length, FERRY.length + 1];
    for (let i = 0; i < line; i += 1) view.cohesion.note(i);
    const reading = startReading();
    const thread = withText(createThread(reading), comment, false, null);
    const alone = affinityOf(view, withThreads(reading, [thread]), thread, line);
    thread.beside = FERRY.reduce((chain, _, i) => link(chain, i), emptyChain());
    expect(affinityOf(view, withThreads(reading, [thread]), thread, line)).toBeGreaterThan(alone + 0.5);
  });
});

describe('openWithout', () => {
  it('opens no text with who was there, or what else a meeting said', () => {
    const oddsOf = (line: string): number => openWithout(viewPage(readLines([line, '县长会见了渡口的老船工，说新桥建成以后船还要留着。']), false), startReading(), 0).score;
    expect(oddsOf('苏眉、林见川、邓以宁参加会见。')).toBeLessThan(oddsOf('新桥昨天通车，老船工也来了。') - 3);
    expect(oddsOf('会议指出，新桥昨天通车，渡口还要留着。')).toBeLessThan(oddsOf('会议室里，老船工说渡口还要留着。') - 3);
  });
});
