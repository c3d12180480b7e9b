import { describe, expect, it } from '@jest/globals';
import { emptyChain, link } from './chain.js';
import { createCohesion } from './cohesion.js';

const BRIDGE = [
  '老渡口的新桥今天通车，老船工把缆绳送给了镇上的博物馆。',
  '新桥修了三年，桥面换成了本地的青石，老渡口的石狮子也洗干净了。',
  '老船工说，缆绳跟了他四十年，从老渡口走到新桥，只要七分钟。',
];
const PEARS = ['果农在山坡上种了三千棵梨树，梨花开的时候满山都白。', '今年的梨卖到了省城，果农说，一斤梨比去年多卖五角钱。'];

describe('createCohesion', () => {
  const cohesion = createCohesion([...BRIDGE, ...PEARS, '船歇了，缆绳进了博物馆']);
  for (let line = 0; line < 6; line += 1) cohesion.note(line);
  const root = emptyChain();
  const bridge = link(link(root, 0), 1);
  const pears = link(root, 3);
  const articles = [{ subject: bridge }, { subject: pears }];

  it('finds that a line goes on with its own article rather than with another', () => {
    expect(cohesion.affinity(2, bridge, articles, 0.4)).toBeGreaterThan(1);
    expect(cohesion.affinity(2, pears, articles, 0.4)).toBeLessThan(-1);
    expect(cohesion.affinity(4, pears, articles, 0.4)).toBeGreaterThan(0.4);
  });

  it('says nothing where there is nothing to compare with', () => {
    expect(cohesion.affinity(2, root, [], 0.4)).toBe(0);
  });

  it('finds the text that a headline stands over', () => {
    expect(cohesion.match([5], [0, 1, 2])).toBeGreaterThan(1);
    expect(cohesion.match([5], [3, 4])).toBeLessThan(-1);
  });

  it('finds that two lines of one text are nearer than two of different ones, as it finds of lists of one', () => {
    expect(cohesion.matchOfTwo(2, 1)).toBeGreaterThan(cohesion.matchOfTwo(2, 3) + 1);
    expect(cohesion.matchOfTwo(2, 1)).toBeCloseTo(cohesion.match([2], [1]), 5);
  });

  it('shares chains of the same lines', () => {
    expect(link(link(root, 0), 1)).toBe(bridge);
  });
});
