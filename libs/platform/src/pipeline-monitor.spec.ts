import { beforeEach, describe, expect, it } from '@jest/globals';
import { discard, forward, type Outcome, type Settled } from '@wenliu/pipeline';
import type { LogRecord } from '@wenliu/ports';
import { aStage, InMemoryMessageLog } from '@wenliu/testing';
import { Registry } from 'prom-client';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';

const stage = aStage({ name: 'watched', input: 'in.v1', handle: async () => [] });
const record: LogRecord = { topic: 'in.v1', partition: 0, offset: 0, key: 'k', lane: 'live', headers: {}, value: new Uint8Array(), appendedAt: 0 };
const settled = (outcome: Outcome): Settled => ({ record, outcome, attempts: 1, class: 'rejected' });

let now: number;
let metrics: PipelineMetrics;
let monitor: PipelineMonitor;
let log: InMemoryMessageLog;
beforeEach(async () => {
  now = Date.now();
  metrics = new PipelineMetrics(new Registry());
  monitor = new PipelineMonitor(metrics, () => now);
  monitor.watch([stage]);
  log = new InMemoryMessageLog();
  await log.createTopics([{ name: 'in.v1', retention: null }]);
});

const batch = (...outcomes: Outcome[]) => ({ lane: 'live', seconds: 0.1, settled: outcomes.map(settled) });
const append = (lane: 'live' | 'backfill', count: number) =>
  log.append(Array.from({ length: count }, (_, n) => ({ topic: 'in.v1', key: `k${n}`, lane, headers: {}, value: new Uint8Array() })));

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

  it('tells the lag by lane', async () => {
    await append('live', 2);
    await append('backfill', 5);
    expect(await monitor.lag(log, stage)).toEqual({ live: 2, backfill: 5 });
    const subscription = await log.subscribe({ group: 'wenliu.test.watched', topic: 'in.v1', maxRecords: 10 }, async (delivery) => {
      if (delivery.lane === 'live') await delivery.commit([]);
      else await new Promise((resolve) => delivery.signal.addEventListener('abort', resolve, { once: true }));
    });
    while ((await monitor.lag(log, stage)).live > 0) await new Promise(setImmediate);
    expect(await monitor.lag(log, stage)).toEqual({ live: 0, backfill: 5 });
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

  it('says waiting, with what for, in the status', async () => {
    monitor.waiting(stage, 'index is unavailable');
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
});
