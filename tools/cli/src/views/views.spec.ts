import { TOPICS } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { describeLines } from '../split/render-article.js';
import { describeSeconds, renderStatus } from './render-status.js';
import { renderTopics } from './render-topics.js';
import { toTable } from './table.js';

const stage = {
  service: 'ingest',
  stage: 'split-document',
  topic: 'document.received.v1',
  group: 'wenliu.ingest.split-document',
  lag: { live: 3, backfill: 4 },
  outcomes: { forward: 9 },
  rate: 2.5,
  eta: 90,
  state: 'waiting' as const,
  problem: 'the disk is full',
};

it.each([
  [null, '?'],
  [0, '-'],
  [59, '59 s'],
  [61, '1 min'],
  [7_300, '2 h 1 min'],
])('%j seconds are said as %s', (seconds, words) => {
  expect(describeSeconds(seconds)).toBe(words);
});

it.each<[[number, number][], string]>([
  [[], 'no lines'],
  [[[3, 3]], 'lines 3'],
  [[[3, 9], [12, 12]], 'lines 3–9, 12'],
])('ranges %j are said as %s', (ranges, words) => {
  expect(describeLines(ranges)).toBe(words);
});

it('aligns columns, numbers to the right', () => {
  expect(toTable([['a', 'bb', 'c'], ['aaa', 1, '字']])).toBe('a    bb  c\naaa   1  字\n');
});

describe('renderStatus', () => {
  it('shows lag by lane and what a stage waits for', () => {
    const status = { profile: 'embedded' as const, version: '1', startedAt: '2024-01-01T00:00:00Z', stages: [stage], articles: 1, documents: 2, quarantined: 0, problems: [] };
    const text = renderStatus(status, 'http://x');
    expect(text).toMatch(/split-document +3 +4 +2\.5 +1 min +waiting +forward 9/);
    expect(text).toContain('split-document waits: the disk is full');
  });
});

describe('renderTopics', () => {
  it('shows who reads a topic, or that nobody can say', () => {
    expect(renderTopics(TOPICS, [stage])).toContain('split-document (7)');
    expect(renderTopics(TOPICS, null)).toMatch(/document\.received\.v1 +document id +\?/);
  });
});
