import { beforeEach, describe, expect, it } from '@jest/globals';
import { discard, forward, type Outcome, type Settled } from '@wenliu/pipeline';
import type { LogRecord } from '@wenliu/ports';
import { aStage, InMemoryMessageLog } from '@wenliu/testing';
import type { StageSpec } from '@wenliu/contracts';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';

const stage = aStage({ name: 'watched', input: 'in.v1', handle: async () => [] });
const spec = (name: string, input: string): StageSpec => ({ service: 'test', name, input: { name: input, key: 'id', summary: '', schema: z.unknown() }, outputs: [] });
const record: LogRecord = { topic: 'in.v1', partition: 0, offset: 0, key: 'k', lane: 'live', headers: {}, value: new Uint8Array(), appendedAt: 0 };
const settled = (outcome: Outcome): Settled => ({ record, outcome, attempts: 1, class: 'rejected' });

let now: number;
let metrics: PipelineMetrics;
let monitor: PipelineMonitor;
let log: InMemoryMessageLog;
beforeEach(async () => {
  now = Date.now();
  metrics = new PipelineMetrics(new Registry());
  monitor = new PipelineMonitor(metrics, [spec('watched', 'in.v1')], () => now);
  monitor.watch([stage]);
  log = new InMemoryMessageLog();
  await log.createTopics([{ name: 'in.v1', retention: null }]);
});

const batch = (...outcomes: Outcome[]) => ({ lane: 'live', seconds: 0.1, settled: outcomes.map(settled) });
const append = (lane: 'live' | 'backfill', count: number) =>
  log.append(Array.from({ length: count }, (_, n) => ({ topic: 'in.v1', key: `k${n}`, lane, headers: {}, value: new Uint8Array() })));

const lag = async (): Promise<Record<string, number> | undefined> => (await monitor.lags(log))[0]?.lag;

describe('PipelineMonitor', () => {
  it('counts outcomes, and passes them on to the metrics', async () => {
    monitor.settled(stage, batch(forward([]), discard('empty-text')));
    monitor.settled(stage, batch(forward([])));
    const [status] = await monitor.status(log);
    expect(status).toMatchObject({ stage: 'watched', topic: 'in.v1', outcomes: { forward: 2, discard: 1 }, state: 'running', problem: null });
    const text = await metrics.registry.metrics();
    expect(text).toContain('wenliu_stage_messages_total{service="test",stage="watched",outcome="forward",reason=""} 2');
    expect(text).toContain('wenliu_stage_messages_total{service="test",stage="watched",outcome="discard",reason="empty-text"} 1');
    expect(text).toContain('wenliu_stage_batch_size_sum{service="test",stage="watched"} 3');
  });

  it('counts the quarantine of a stage from zero', async () => {
    expect(await metrics.registry.metrics()).toContain('wenliu_quarantine_messages{stage="watched",class="rejected"} 0');
  });

  it('tells the lag by lane', async () => {
    await append('live', 2);
    await append('backfill', 5);
    expect(await lag()).toEqual({ live: 2, backfill: 5 });
    const subscription = await log.subscribe({ group: 'wenliu.test.watched', topic: 'in.v1', maxRecords: 10 }, async (delivery) => {
      if (delivery.lane === 'live') await delivery.commit([]);
      else await new Promise((resolve) => delivery.signal.addEventListener('abort', resolve, { once: true }));
    });
    while ((await lag())?.live !== 0) await new Promise(setImmediate);
    expect(await lag()).toEqual({ live: 0, backfill: 5 });
    await subscription.close();
  });

  it('has a problem while a stage waits, and none after the next batch', () => {
    monitor.waiting(stage, 'log is unavailable: disk full');
    expect(monitor.problems()).toEqual(['watched: log is unavailable: disk full']);
    monitor.settled(stage, batch(forward([])));
    expect(monitor.problems()).toEqual([]);
    monitor.waiting(stage, 'again');
    monitor.waiting(stage, null);
    expect(monitor.problems()).toEqual([]);
  });

  it('says waiting, with what for, in the status, and in the metrics', async () => {
    const gauge = async (): Promise<string | undefined> => /wenliu_stage_waiting\{service="test",stage="watched"\} (\d)/.exec(await metrics.registry.metrics())?.[1];
    expect(await gauge()).toBe('0');
    monitor.waiting(stage, 'index is unavailable');
    expect(await gauge()).toBe('1');
    expect(await monitor.status(log)).toMatchObject([{ state: 'waiting', problem: 'index is unavailable' }]);
  });

  it('knows how long the rest will take, and that it does not know it', async () => {
    expect(await monitor.status(log)).toMatchObject([{ rate: 0, eta: 0 }]);
    await append('live', 60);
    expect(await monitor.status(log)).toMatchObject([{ rate: 0, eta: null }]);
    now += 10_000;
    monitor.settled(stage, batch(...Array.from({ length: 20 }, () => forward([]))));
    const [status] = await monitor.status(log);
    expect(status?.rate).toBeCloseTo(2, 0);
    expect(status?.eta).toBeCloseTo(30, -1);
  });

  it('forgets what is older than a minute', async () => {
    now += 100_000;
    monitor.settled(stage, batch(forward([])));
    now += 61_000;
    expect(await monitor.status(log)).toMatchObject([{ rate: 0 }]);
  });

  describe('where the stage runs in another process', () => {
    beforeEach(() => {
      monitor = new PipelineMonitor(metrics, [spec('watched', 'in.v1')], () => now);
    });

    it('tells rate and rest from what the group commits', async () => {
      await append('live', 60);
      expect(await monitor.status(log)).toMatchObject([{ lag: { live: 60 }, rate: 0, eta: null, state: 'running' }]);
      let taken = 0;
      const subscription = await log.subscribe({ group: 'wenliu.test.watched', topic: 'in.v1', maxRecords: 10 }, async (delivery) => {
        if (taken < 20) await delivery.commit([]);
        else await new Promise((resolve) => delivery.signal.addEventListener('abort', resolve, { once: true }));
        taken += delivery.records.length;
      });
      while (((await lag())?.live ?? 0) > 40) await new Promise(setImmediate);
      await subscription.close();
      now += 10_000;
      const [status] = await monitor.status(log);
      expect(status).toMatchObject({ eta: Math.round(((await lag())?.live ?? 0) / (status?.rate ?? 1)), state: 'running', problem: null });
      expect(status?.rate).toBeGreaterThanOrEqual(2);
    });

    it('says so when nothing is committed for long, but only while something waits', async () => {
      await monitor.status(log);
      now += 60_000;
      expect(await monitor.status(log)).toMatchObject([{ state: 'running', problem: null }]);
      await append('live', 1);
      expect(await monitor.status(log)).toMatchObject([{ state: 'running', problem: null }]);
      now += 60_000;
      expect(await monitor.status(log)).toMatchObject([{ state: 'waiting', problem: 'nothing was committed for 60 s: does the service test run?' }]);
    });
  });
});
