import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeRecorded, type OutcomeRecorded } from '@wenliu/contracts';
import { openEmbedded, type Ports } from '@wenliu/platform';
import { aStage, runStage, type StageRun } from '@wenliu/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordStage } from './record.stage.js';

let folder: string;
let ports: Ports;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenliu-record-'));
  ports = await openEmbedded(folder);
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...values: unknown[]): Promise<StageRun> {
  const stage = new RecordStage(ports.ledger);
  const made = aStage({
    name: 'record-outcomes',
    input: 'outcomes.in',
    outputs: [],
    recordsOutcomes: false,
    handle: (records, { lane, signal }) => stage.record({ records, lane, signal }),
  });
  return runStage(made, values.map((value) => ({ value })));
}

const event = (at: string, stage: string, ...subjects: string[]): OutcomeRecorded => ({
  service: 'test',
  stage,
  at,
  hops: subjects.map((subject) => ({ subject, outcome: 'forward', reason: null, detail: null, version: 1, outputs: [] })),
});

describe('record-outcomes', () => {
  it('writes every hop down, oldest first for who asks', async () => {
    await run(event('2026-01-01T00:00:02.000Z', 'second', 'a'), event('2026-01-01T00:00:01.000Z', 'first', 'a', 'b'));
    expect((await ports.ledger.trace('a')).map(({ stage }) => stage)).toEqual(['first', 'second']);
    expect((await ports.ledger.trace('b')).map(({ stage }) => stage)).toEqual(['first']);
  });

  it('writes a record that comes again once', async () => {
    const same = event('2026-01-01T00:00:01.000Z', 'first', 'a');
    await run(same);
    // The same partition and offset, as after a crash before the commit.
    await run(same);
    expect(await ports.ledger.trace('a')).toHaveLength(1);
  });

  it('puts what is no outcome aside, and writes the rest; its own outcomes are not recorded', async () => {
    const ran = await run({ hops: [] }, 'nonsense', event('2026-01-01T00:00:01.000Z', outcomeRecorded.name, 'a'));
    expect(ran.settled.map(({ outcome }) => outcome.kind)).toEqual(['quarantine', 'quarantine', 'forward']);
    expect(ran.quarantined).toHaveLength(2);
    expect(ran.hops).toEqual([]);
    expect(await ports.ledger.trace('a')).toHaveLength(1);
  });
});
