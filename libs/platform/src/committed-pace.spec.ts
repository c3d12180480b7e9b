import { describe, expect, it } from '@jest/globals';
import { CommittedPace } from './committed-pace.js';

function aPace(): { pace: CommittedPace; pass: (ms: number) => void } {
  let now = 1_000_000;
  return { pace: new CommittedPace(() => now), pass: (ms) => void (now += ms) };
}

describe('CommittedPace', () => {
  it('has no rate at the first look', () => {
    expect(aPace().pace.look('g', 500, 1)).toEqual({ rate: 0, idleSeconds: 0 });
  });

  it('tells messages a second between the looks of the last minute', () => {
    const { pace, pass } = aPace();
    pace.look('g', 0, 1);
    pass(10_000);
    expect(pace.look('g', 100, 1).rate).toBe(10);
    pass(55_000);
    expect(pace.look('g', 650, 1)).toEqual({ rate: 10, idleSeconds: 0 });
  });

  it('tells for how long what waits was not committed, each group by itself', () => {
    const { pace, pass } = aPace();
    pace.look('still', 7, 1);
    pace.look('busy', 7, 1);
    pace.look('done', 7, 0);
    pass(30_000);
    expect(pace.look('done', 7, 0).idleSeconds).toBe(0);
    expect(pace.look('still', 7, 1)).toEqual({ rate: 0, idleSeconds: 30 });
    expect(pace.look('busy', 37, 1)).toEqual({ rate: 1, idleSeconds: 0 });
  });

  it('has no negative rate when a topic was made anew', () => {
    const { pace, pass } = aPace();
    pace.look('g', 100, 1);
    pass(1_000);
    expect(pace.look('g', 0, 1).rate).toBe(0);
  });
});
