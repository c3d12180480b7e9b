import { describe, expect, it } from '@jest/globals';
import { runKills } from './kills.js';
import { PATIENCE } from './patience.js';
import { profile } from './story.fixture.js';

describe('kill -9', () => {
  it('at random moments loses nothing, repeats nothing and leaves what a run without kills leaves', async () => {
    // The long form: npm run e2e:faults
    const report = await runKills(profile, { kills: 3, documents: 600, seed: 7 });
    expect(report.faults).toEqual([]);
    expect(report.accepted + report.duplicates).toBeGreaterThanOrEqual(600);
  }, 90_000 * PATIENCE);
});
