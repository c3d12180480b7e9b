import { describe, expect, it } from '@jest/globals';
import type { StageStatus } from '@wenliu/contracts';
import { addSample, sparkline, waitingMessages } from './pipeline-figures.js';

const stage = (name: string, rate: number, live: number): StageStatus => ({
  service: 'nlp',
  stage: name,
  topic: 'article.raw.v1',
  group: `wenliu.nlp.${name}`,
  lag: { live, backfill: 1 },
  outcomes: {},
  rate,
  eta: null,
  state: 'running',
  problem: null,
});

describe('figures of the pipeline', () => {
  it('sum what waits in both lanes', () => {
    expect(waitingMessages({ stages: [stage('tag', 0, 4), stage('index', 0, 2)] })).toBe(8);
  });

  it('keep the last samples of every stage', () => {
    let history = addSample(new Map(), [stage('tag', 1, 0)], 2);
    history = addSample(history, [stage('tag', 2, 0)], 2);
    history = addSample(history, [stage('tag', 3, 0)], 2);
    expect([...history.values()]).toEqual([[2, 3]]);
  });

  it('draw from the right edge', () => {
    expect(sparkline([0, 10], 3, 20, 10)).toBe('M10.0 10.0L20.0 0.0');
    expect(sparkline([5], 3, 20, 10)).toBe('');
  });
});
