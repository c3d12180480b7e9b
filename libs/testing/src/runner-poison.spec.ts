import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { forward, type Outcome, type Stage } from '@wenliu/pipeline';
import { MessageTooLarge, type LogRecord } from '@wenliu/ports';
import { aStage, runStage, StageHarness } from './run-stage.js';
import { bytes, expectAccounts, inputs, isPoison, OUTPUT, outputOf, outputTexts, pass, passAll, textOf } from './stage-run.fixture.js';

// The runner lives in libs/pipeline, which this library builds on; so it is tested from here.

class Circular {
  readonly self = this;
}

// Whatever a handler may throw; TypeScript cannot forbid any of it.
const THROWN: [string, unknown][] = [
  ['a TypeError', new TypeError('x is not a function')],
  ['a RangeError', new RangeError('too deep')],
  ['a SyntaxError', new SyntaxError('Unexpected token')],
  ['an error without a message', new Error()],
  ['undefined', undefined],
  ['null', null],
  ['a string', 'just a string'],
  ['a plain object', { status: 'error', message: 'as Nest throws it' }],
  ['an object that holds itself', new Circular()],
  ['a big integer', 10n],
  ['a symbol', Symbol('odd')],
  ['an object that cannot be shown', Object.create(null, { [inspect.custom]: { value: () => { throw new Error('planned'); } } })],
  ['an error whose message cannot be read', Object.defineProperty(new Error(), 'message', { get: () => { throw new Error('no'); } })],
];

const never = new Promise<never>(() => undefined);

type Fault = [string, 'handler-failed' | 'handler-timed-out', (records: readonly LogRecord[]) => Promise<readonly Outcome[]>];

const FAULTS: Fault[] = [
  ...THROWN.map(([name, thrown]): Fault => [`rejects with ${name}`, 'handler-failed', async () => { throw thrown; }]),
  ...THROWN.map(([name, thrown]): Fault => [`throws ${name} before its first await`, 'handler-failed', () => { throw thrown; }]),
  ['never settles', 'handler-timed-out', () => never],
  ['gives too few outcomes', 'handler-failed', async (records) => records.slice(1).map(pass)],
  ['gives too many outcomes', 'handler-failed', async (records) => [...records, ...records].map(pass)],
  // A handler bound by a decorator may return anything.
  ['gives undefined', 'handler-failed', async () => undefined as unknown as Outcome[]],
  ['gives null for an outcome', 'handler-failed', async (records) => records.map(() => null as unknown as Outcome)],
  ['gives something that is no outcome', 'handler-failed', async (records) => records.map(() => ({}) as unknown as Outcome)],
  ['forwards without outputs', 'handler-failed', async (records) => records.map(() => ({ kind: 'forward' }) as unknown as Outcome)],
];

describe('a poisoned message', () => {
  const withFault = (fault: Fault[2], parts: Partial<Stage> = {}): Stage =>
    aStage({ timeoutMs: 5, ...parts, handle: (records) => (records.some(isPoison) ? fault(records) : passAll(records)) });

  it.each(FAULTS)('goes to quarantine when its handler %s, and the next ones are processed', async (_, reason, fault) => {
    const headers = { a: '标题' };
    const poison = bytes('poison \u0000\ufffd');
    const run = await runStage(withFault(fault, { batchSize: 1 }), [{ key: 'k', value: bytes('before') }, { key: 'k', headers, value: poison }, { key: 'k', value: bytes('after') }]);
    expectAccounts(run, 3);
    expect(outputTexts(run)).toEqual(['after', 'before']);
    const [dead] = run.quarantined;
    const attempts = reason === 'handler-timed-out' ? '1' : '3';
    expect(dead?.headers).toMatchObject({ ...headers, wl_reason: reason, wl_class: 'failed', wl_attempts: attempts });
    expect(dead && textOf(dead.value)).toBe(textOf(poison));
    expect(typeof dead?.headers['wl_detail']).toBe('string');
  });

  it.each(FAULTS)('does not take its 63 neighbours along when its handler %s', async (_, reason, fault) => {
    const run = await runStage(withFault(fault), inputs(64, (n) => ({ key: 'same', value: bytes(n === 20 ? 'poison' : `v${n}`) })));
    expectAccounts(run, 64);
    expect(run.quarantined.map(({ headers }) => [headers['wl_reason'], headers['wl_origin']?.endsWith('/20')])).toEqual([[reason, true]]);
    expect((run.outputs.get(OUTPUT) ?? []).map(({ value }) => textOf(value))).toEqual(
      Array.from({ length: 64 }, (__, n) => `v${n}`).filter((text) => text !== 'v20'),
    );
  });

  it('is tried as often as the stage says, with growing pauses', async () => {
    const harness = await StageHarness.create(aStage({ maxAttempts: 6, handle: () => Promise.reject(new Error('planned')) }));
    await harness.append(inputs(1));
    await harness.start();
    await harness.drained();
    await harness.stop();
    expect(harness.allSettled.map(({ attempts }) => attempts)).toEqual([6]);
    expect(harness.clock.sleeps).toEqual([75, 150, 300, 600, 1_200]);
  });

  it('may be cured by trying again', async () => {
    let calls = 0;
    const run = await runStage(aStage({ handle: (records) => (++calls < 3 ? Promise.reject(new Error('planned')) : passAll(records)) }), inputs(1));
    expectAccounts(run, 1);
    expect([outputTexts(run), run.settled[0]?.attempts]).toEqual([['v0'], 3]);
  });

  it('tells a handler that hangs by its signal', async () => {
    const signals: AbortSignal[] = [];
    const run = await runStage(aStage({ timeoutMs: 5, handle: (_, { signal }) => { signals.push(signal); return never; } }), inputs(1));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(run.quarantined[0]?.headers['wl_detail']).toContain('5 ms');
  });
});

describe('an output that the log does not take', () => {
  const LIMIT = 100_000;

  it('sends its input to quarantine, and the neighbours go on', async () => {
    const handle = async (records: readonly LogRecord[]): Promise<Outcome[]> =>
      records.map((record) => forward([{ ...outputOf(record), value: isPoison(record) ? new Uint8Array(2 * LIMIT) : record.value }]));
    const harness = await StageHarness.create(aStage({ handle }));
    const subscribe = harness.log.subscribe.bind(harness.log);
    // Kafka refuses messages above a size.
    harness.log.subscribe = (options, deliver) =>
      subscribe(options, (delivery) =>
        deliver({
          ...delivery,
          commit: async (outputs) => {
            const large = outputs.find(({ value }) => value.length > LIMIT);
            if (large !== undefined) throw new MessageTooLarge(large.topic, large.key, large.value.length, LIMIT);
            await delivery.commit(outputs);
          },
        }),
      );
    await harness.append([{ value: bytes('before') }, { value: bytes('poison') }, { value: bytes('after') }]);
    await harness.start();
    await harness.drained();
    await harness.stop();
    const run = await harness.result();
    expectAccounts(run, 3);
    expect(outputTexts(run).sort()).toEqual(['after', 'before']);
    expect(run.hops.map(({ reason }) => reason)).toEqual([null, 'output-too-large', null]);
    expect(run.quarantined.map(({ value }) => textOf(value))).toEqual(['poison']);
  });
});
