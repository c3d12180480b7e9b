import { describe, expect, it } from '@jest/globals';
import { discard, forward, quarantine, stageGroup, type Outcome } from '@wenliu/pipeline';
import { PortUnavailable, type LogRecord } from '@wenliu/ports';
import { FakeClock } from './fake-clock.js';
import { aStage, runStage, StageHarness } from './run-stage.js';
import { bytes, expectAccounts, inputs, isPoison, OUTPUT, outputOf, outputTexts, pass, passAll, textOf } from './stage-run.fixture.js';

// The runner lives in libs/pipeline, which this library builds on; so it is tested from here.

const never = new Promise<never>(() => undefined);

describe('a good message', () => {
  it('becomes its outputs, in its lane, with the headers of an event', async () => {
    const stage = aStage({ handle: async (records) => records.map((record) => forward([outputOf(record)], { version: 3, products: [{ id: 'p', version: 4, title: '题' }] })) });
    const run = await runStage(stage, [{ key: 'a1', lane: 'backfill', headers: { traceparent: '00-trace', other: 'x' }, value: bytes('好') }]);
    const [output] = run.outputs.get(OUTPUT) ?? [];
    expect(output).toMatchObject({
      key: 'a1',
      lane: 'backfill',
      headers: {
        ce_specversion: '1.0', ce_id: 'a1/1', ce_type: OUTPUT, ce_source: '/wenliu/test/test-stage', ce_subject: 'a1',
        ce_time: '2026-01-02T03:04:05.000Z', 'content-type': 'application/json', traceparent: '00-trace',
      },
    });
    expect(output && textOf(output.value)).toBe('好');
    expect(output?.headers).not.toHaveProperty('other');
    expect(run.hops).toEqual([{ subject: 'a1', outcome: 'forward', reason: null, detail: null, version: 3, outputs: [{ id: 'p', version: 4, title: '题' }] }]);
    expectAccounts(run, 1);
  });

  it('is settled with its neighbours in batches of at most the batch size, of one lane', async () => {
    const batches: { size: number; lanes: Set<string> }[] = [];
    const stage = aStage({
      batchSize: 10,
      handle: async (records, { lane }) => {
        batches.push({ size: records.length, lanes: new Set([...records.map((record) => record.lane), lane]) });
        return records.map(pass);
      },
    });
    const run = await runStage(stage, inputs(100, (n) => ({ lane: n % 3 === 0 ? 'live' : 'backfill' })));
    expectAccounts(run, 100);
    expect(batches.every(({ size, lanes }) => size <= 10 && lanes.size === 1)).toBe(true);
    expect(batches.length).toBeLessThan(20);
  });

  it('may become several outputs, or none', async () => {
    const stage = aStage({ handle: async (records) => records.map((record) => forward([outputOf(record), outputOf(record)].slice(0, Number(textOf(record.value))))) });
    const run = await runStage(stage, [{ value: bytes('0') }, { value: bytes('1') }, { value: bytes('2') }]);
    expect(outputTexts(run)).toEqual(['1', '2', '2']);
    expectAccounts(run, 3);
  });

  it('may be discarded with a reason', async () => {
    const run = await runStage(aStage({ handle: async (records) => records.map(() => discard('empty-text', 7)) }), inputs(3));
    expect(run.hops.map(({ outcome, reason, version }) => [outcome, reason, version])).toEqual([1, 2, 3].map(() => ['discard', 'empty-text', 7]));
    expect([outputTexts(run), run.quarantined]).toEqual([[], []]);
    expectAccounts(run, 3);
  });

  it('is not written down by a stage that records no outcomes', async () => {
    const run = await runStage(aStage({ recordsOutcomes: false, handle: passAll }), inputs(5));
    expect([run.hops, outputTexts(run).length, run.settled.length]).toEqual([[], 5, 5]);
  });
});

describe('a repeated message', () => {
  it('has an outcome each time, and outputs with the same id', async () => {
    const run = await runStage(aStage({ handle: passAll }), [...inputs(2), ...inputs(2)]);
    expectAccounts(run, 4);
    const ids = (run.outputs.get(OUTPUT) ?? []).map(({ headers }) => headers['ce_id']);
    expect(ids.sort()).toEqual(['k0/1', 'k0/1', 'k1/1', 'k1/1']);
  });
});

describe('a bad message', () => {
  const RAW = Uint8Array.from({ length: 256 }, (_, n) => n);

  it('goes to quarantine with its untouched bytes and headers, and why', async () => {
    const stage = aStage({ handle: async (records) => records.map(() => quarantine('invalid-message', '标题: missing', 2)) });
    const headers = { ce_id: 'x', 标题: '一', empty: '' };
    const run = await runStage(stage, [{ key: 'bad', lane: 'backfill', headers, value: RAW }]);
    const [dead] = run.quarantined;
    expect(dead).toMatchObject({
      topic: 'test.input.v1.quarantine.test-stage',
      key: 'bad',
      lane: 'backfill',
      headers: {
        ...headers,
        wl_stage: 'test-stage', wl_service: 'test', wl_reason: 'invalid-message', wl_detail: '标题: missing', wl_class: 'rejected',
        wl_attempts: '1', wl_quarantined_at: '2026-01-02T03:04:05.000Z', wl_origin: `test.input.v1/${run.settled[0]?.record.partition ?? -1}/0`,
      },
    });
    expect(dead && [...dead.value]).toEqual([...RAW]);
    expect(run.hops).toEqual([{ subject: 'bad', outcome: 'quarantine', reason: 'invalid-message', detail: '标题: missing', version: 2, outputs: [] }]);
    expectAccounts(run, 1);
  });

  it('keeps a long detail short', async () => {
    const run = await runStage(aStage({ handle: async (records) => records.map(() => quarantine('invalid-message', '长'.repeat(5_000))) }), inputs(1));
    expect(run.quarantined[0]?.headers['wl_detail']).toHaveLength(500);
    expect(run.hops[0]?.detail).toHaveLength(500);
  });
});

describe('a port that is away', () => {
  const away = new PortUnavailable('store', 'connection refused');

  it('is waited for without counting attempts, and the wait is told', async () => {
    let calls = 0;
    const stage = aStage({ maxAttempts: 2, handle: (records) => (++calls <= 30 ? Promise.reject(away) : passAll(records)) });
    const harness = await StageHarness.create(stage);
    await harness.append(inputs(4, () => ({ key: 'same' })));
    await harness.start();
    await harness.drained();
    await harness.stop();
    const run = await harness.result();
    expectAccounts(run, 4);
    expect(run.settled.map(({ outcome, attempts }) => [outcome.kind, attempts])).toEqual([1, 2, 3, 4].map(() => ['forward', 1]));
    expect(run.waiting).toEqual([...Array.from({ length: 30 }, () => away.message), null]);
    expect(harness.clock.sleeps.slice(0, 4)).toEqual([75, 150, 300, 600]);
    expect(Math.max(...harness.clock.sleeps)).toBe(7_500);
  });

  it('is waited for by one record alone, too', async () => {
    const calls = { poison: 0 };
    const stage = aStage({
      maxAttempts: 2,
      handle: (records) => {
        if (!records.some(isPoison)) return passAll(records);
        if (records.length > 1) throw new Error('planned');
        return ++calls.poison <= 10 ? Promise.reject(away) : passAll(records);
      },
    });
    const run = await runStage(stage, [{ key: 'k', value: bytes('v') }, { key: 'k', value: bytes('poison') }]);
    expectAccounts(run, 2);
    expect(outputTexts(run)).toEqual(['poison', 'v']);
    expect(run.waiting.at(-1)).toBeNull();
  });

  it('is told to be back when the handler fails in another way', async () => {
    let calls = 0;
    const run = await runStage(aStage({ maxAttempts: 1, handle: () => Promise.reject(++calls === 1 ? away : new Error('planned')) }), inputs(1));
    expectAccounts(run, 1);
    expect(run.waiting).toEqual([away.message, null]);
  });

  it('does not lose or repeat outputs when it is the log at the commit', async () => {
    const harness = await StageHarness.create(aStage({ handle: passAll }));
    harness.log.commitFaults.push(...Array.from({ length: 5 }, () => new PortUnavailable('log', 'no space')));
    await harness.append(inputs(10, () => ({ key: 'same' })));
    await harness.start();
    await harness.drained();
    await harness.stop();
    const run = await harness.result();
    expectAccounts(run, 10);
    expect(outputTexts(run)).toHaveLength(10);
    expect(run.waiting).toEqual([...Array.from({ length: 5 }, () => 'log is unavailable: no space'), null]);
  });
});

describe('a commit that fails for another reason', () => {
  it('is told, and the records are settled again', async () => {
    const harness = await StageHarness.create(aStage({ handle: passAll }));
    harness.log.commitFaults.push(new Error('the message is too large'));
    await harness.append(inputs(5, () => ({ key: 'same' })));
    await harness.start();
    await harness.drained();
    await harness.stop();
    const run = await harness.result();
    expectAccounts(run, 5);
    expect(outputTexts(run)).toHaveLength(5);
    expect(run.waiting[0]).toContain('the message is too large');
  });
});

describe('stopping', () => {
  const group = stageGroup({ service: 'test', name: 'test-stage' });

  const WAITS: [string, (records: readonly LogRecord[]) => Promise<Outcome[]>, unknown[]][] = [
    ['pauses before it tries again', () => Promise.reject(new Error('planned')), []],
    ['waits for a port', () => Promise.reject(new PortUnavailable('store', 'away')), []],
    ['waits to commit', passAll, [new PortUnavailable('log', 'away')]],
  ];
  it.each(WAITS)('gives the records back while the stage %s', async (_, handle, commitFaults) => {
    let isCured = false;
    const harness = await StageHarness.create(aStage({ handle: (records) => (isCured ? passAll(records) : handle(records)) }), new FakeClock('by hand'));
    harness.log.commitFaults.push(...commitFaults);
    await harness.append(inputs(3, () => ({ key: 'same' })));
    await harness.start();
    await harness.clock.someoneSleeps();
    await harness.stop();
    expect([...(await harness.log.committed(group, 'test.input.v1')).values()]).toEqual([]);
    const given = await harness.result();
    expect([outputTexts(given), given.quarantined, given.settled]).toEqual([[], [], []]);
    isCured = true;
    await harness.start();
    await harness.drained();
    await harness.stop();
    const run = await harness.result();
    expectAccounts(run, 3);
    expect(outputTexts(run)).toEqual(['v0', 'v1', 'v2']);
  });

  it('gives the records back when the handler does not come to an end within the grace', async () => {
    const harness = await StageHarness.create(aStage({ handle: () => never }));
    await harness.append(inputs(1));
    await harness.start();
    await new Promise(setImmediate);
    await harness.stop(5);
    expect((await harness.result()).settled).toEqual([]);
    expect([...(await harness.log.committed(group, 'test.input.v1')).values()]).toEqual([]);
  });

  it('lets the handler come to its commit within the grace', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const harness = await StageHarness.create(aStage({ handle: async (records) => { await promise; return records.map(pass); } }));
    await harness.append(inputs(2, () => ({ key: 'same' })));
    await harness.start();
    await new Promise(setImmediate);
    const stopped = harness.stop(5_000);
    resolve(undefined);
    await stopped;
    expectAccounts(await harness.result(), 2);
  });
});

describe('the accounts', () => {
  it('add up whatever the handler does', async () => {
    const kinds = ['good', 'discard', 'bad', 'poison'];
    const stage = aStage({
      batchSize: 16,
      maxAttempts: 2,
      handle: async (records) =>
        records.map((record) => {
          const [kind] = textOf(record.value).split(' ');
          if (kind === 'poison') throw new Error('planned');
          if (kind === 'discard') return discard('older-version');
          return kind === 'bad' ? quarantine('invalid-message', 'planned') : pass(record);
        }),
    });
    const run = await runStage(stage, inputs(500, (n) => ({ key: `k${n % 13}`, lane: n % 5 === 0 ? 'backfill' : 'live', value: bytes(`${kinds[(n * 7) % 11 % 4] ?? ''} ${n}`) })));
    expectAccounts(run, 500);
    expect(run.quarantined.filter(({ headers }) => headers['wl_class'] === 'failed').length).toBeGreaterThan(10);
    const failed = run.settled.filter((one) => one.class === 'failed');
    expect(failed.every(({ attempts }) => attempts === 2)).toBe(true);
  });

  it('hold when whoever counts them throws: nothing is settled twice', async () => {
    const harness = await StageHarness.create(aStage({ batchSize: 2, handle: passAll }));
    const settled = harness.settled.bind(harness);
    harness.settled = (stage, batch) => {
      settled(stage, batch);
      throw new Error('planned');
    };
    await harness.append(inputs(6));
    await harness.start();
    await harness.drained();
    await harness.stop();
    expect(outputTexts(await harness.result())).toHaveLength(6);
  });
});
