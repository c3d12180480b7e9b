import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MessageLog } from '@wenliu/ports';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: PipelineMetrics,
    private readonly monitor: PipelineMonitor,
    private readonly log: MessageLog,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    await this.monitor.measureLag(this.log);
    return this.metrics.registry.metrics();
  }
}
