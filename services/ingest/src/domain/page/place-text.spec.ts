import { describe, expect, it } from '@jest/globals';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { openWithout } from './place-text.js';
import { startReading } from './reading.js';

describe('openWithout', () => {
  it('opens no text with who was there, or what else a meeting said', () => {
    const oddsOf = (line: string): number => openWithout(viewPage(readLines([line, '县长会见了渡口的老船工，说新桥建成以后船还要留着。']), false), startReading(), 0).score;
    expect(oddsOf('苏眉、林见川、邓以宁参加会见。')).toBeLessThan(oddsOf('新桥昨天通车，老船工也来了。') - 3);
    expect(oddsOf('会议指出，新桥昨天通车，渡口还要留着。')).toBeLessThan(oddsOf('会议室里，老船工说渡口还要留着。') - 3);
  });
});
