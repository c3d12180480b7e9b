import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MessageLog, PortUnavailable } from '@wenliu/ports';
import { setTimeout as delay } from 'node:timers/promises';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';
import { Readiness } from './readiness.js';

/** Prometheus waits for 10 s by default. */
const PATIENCE_MS = 3_000;

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private measuring: Promise<void> | null = null;

  constructor(
    private readonly metrics: PipelineMetrics,
    private readonly monitor: PipelineMonitor,
    private readonly log: MessageLog,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    this.metrics.process.setReady(this.readiness.problems().length === 0 && this.monitor.problems().length === 0);
    if (!(await this.knowsLag())) this.metrics.forgetLag();
    return this.metrics.registry.metrics();
  }

  /** False where the log does not answer: that must not cost the metrics that say so. */
  private async knowsLag(): Promise<boolean> {
    this.measuring ??= this.monitor.measureLag(this.log).finally(() => {
      this.measuring = null;
    });
    const known = this.measuring.then(() => true);
    try {
      return await Promise.race([known, delay(PATIENCE_MS, false, { ref: false })]);
    } catch (error) {
      if (error instanceof PortUnavailable) return false;
      throw error;
    }
  }
}
