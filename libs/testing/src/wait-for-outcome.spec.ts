import { describe, expect, it } from '@jest/globals';
import { aStage, readTopic, StageHarness } from './run-stage.js';
import { inputs, passAll } from './stage-run.fixture.js';
import { waitForOutcome } from './wait-for-outcome.js';

describe('waiting for an outcome', () => {
  it('resolves with the hop as soon as it is recorded, and names what did not come', async () => {
    const harness = await StageHarness.create(aStage({ handle: passAll }));
    await harness.start();
    const waiting = waitForOutcome(harness.log, 'k1', { stage: 'test-stage' });
    await harness.append(inputs(3));
    expect(await waiting).toMatchObject({ subject: 'k1', outcome: 'forward', stage: 'test-stage' });
    expect(await waitForOutcome(harness.log, 'k2')).toMatchObject({ subject: 'k2' });
    await expect(waitForOutcome(harness.log, 'k1', { stage: 'other', seconds: 0.02 })).rejects.toThrow('no outcome of k1 by other');
    await harness.stop();
    expect(await readTopic(harness.log, 'nowhere')).toEqual([]);
  });
});
