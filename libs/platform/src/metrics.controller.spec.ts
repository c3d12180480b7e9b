import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PortUnavailable } from '@wenliu/ports';
import { aStage, InMemoryMessageLog } from '@wenliu/testing';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { MetricsController } from './metrics.controller.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';
import { Readiness } from './readiness.js';

class FailingLog extends InMemoryMessageLog {
  answer: 'well' | 'unavailable' | 'never' = 'well';

  override async committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    if (this.answer === 'never') return new Promise(() => undefined);
    if (this.answer === 'unavailable') throw new PortUnavailable('log', 'no broker answers');
    return super.committed(group, topic);
  }
}

const stage = aStage({ name: 'watched', input: 'in.v1', handle: async () => [] });
let log: FailingLog;
let readiness: Readiness;
let monitor: PipelineMonitor;
let controller: MetricsController;
beforeEach(async () => {
  log = new FailingLog();
  await log.createTopics([{ name: 'in.v1', retention: null }]);
  const metrics = new PipelineMetrics(new Registry());
  const spec = { service: 'test', name: 'watched', input: { name: 'in.v1', key: 'id', summary: '', schema: z.unknown() }, outputs: [] };
  monitor = new PipelineMonitor(metrics, [spec], Date.now);
  monitor.watch([stage]);
  readiness = new Readiness();
  controller = new MetricsController(metrics, monitor, log, readiness);
});

const LAG = 'wenliu_log_lag_messages{';

describe('/metrics', () => {
  it('says ready as long as nothing is missing', async () => {
    expect(await controller.scrape()).toContain('wenliu_ready 0');
    readiness.started();
    expect(await controller.scrape()).toContain('wenliu_ready 1');
    monitor.waiting(stage, 'search is unavailable');
    expect(await controller.scrape()).toContain('wenliu_ready 0');
  });

  it('tells everything but the lag while the log is unavailable, and the lag again afterwards', async () => {
    expect(await controller.scrape()).toContain(LAG);
    log.answer = 'unavailable';
    const text = await controller.scrape();
    expect(text).not.toContain(LAG);
    expect(text).toContain('process_resident_memory_bytes');
    log.answer = 'well';
    expect(await controller.scrape()).toContain(LAG);
  });

  it('does not wait for a log that never answers', async () => {
    log.answer = 'never';
    jest.useFakeTimers({ doNotFake: ['performance', 'setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const scraped = controller.scrape();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(await scraped).not.toContain(LAG);
    } finally {
      jest.useRealTimers();
    }
  });
});
